"""A picture of the screen as SVG: every sign in its cell, Chinese too, and nothing fetched from elsewhere."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from rich.color import Color as RichColor
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.strip import Strip

from tui.presentation.signs import RULE
from tui.presentation.text import cells

CELL_WIDTH, CELL_HEIGHT = 10, 21
"""One cell in units of the picture."""

FONT_SIZE, BASELINE, MARGIN = 16, 16, 10
FONTS = "'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace"
"""Fonts that are looked for on the reader's machine; whichever there is, a run fills its cells exactly."""

_WORDS = re.compile(r"\S+(?: \S+)*")
"""Drawing programs join blanks, so each stretch without two of them is placed by itself."""


@dataclass(frozen=True, slots=True)
class Run:
    """Signs of one look and one width, and the column at which they begin."""

    column: int
    text: str
    style: Style

    @property
    def width(self) -> int:
        return cells(self.text)


def picture(app: App[None]) -> str:
    """What is on the screen of a running app now, as an SVG document."""
    app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    strips = app.screen._compositor.render_strips()
    ground, ink = _ground(app)
    size = app.size
    width, height = size.width * CELL_WIDTH + 2 * MARGIN, size.height * CELL_HEIGHT + 2 * MARGIN
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="{FONTS}" font-size="{FONT_SIZE}" style="white-space: pre">'
    )
    lines = [f'<rect width="100%" height="100%" rx="8" fill="{ground}"/>']
    for row, strip in enumerate(strips):
        for run in runs(strip):
            lines += _drawn(run, row, ground, ink)
    return "\n".join([head, *lines, "</svg>"]) + "\n"


def runs(strip: Strip) -> Iterator[Run]:
    """A row of the screen as runs: the Chinese apart from the Latin, since their signs differ in width."""
    column = 0
    for text, style, control in strip:
        if control:
            continue
        for _, signs in groupby(text, key=cells):
            run = Run(column, "".join(signs), style or Style.null())
            yield run
            column += run.width


def _ground(app: App[None]) -> tuple[str, str]:
    """The colours of the screen where a sign has none of its own."""
    background, foreground = app.screen.background_colors[1], app.screen.rich_style.color
    return background.hex6, _hex(foreground, "#808080")


def _drawn(run: Run, row: int, ground: str, ink: str) -> Iterable[str]:
    """The ground and the signs of a run."""
    style = run.style
    colour, behind = _hex(style.color, ink), _hex(style.bgcolor, ground)
    if style.reverse:
        colour, behind = behind, colour
    x, y, width = MARGIN + run.column * CELL_WIDTH, MARGIN + row * CELL_HEIGHT, run.width * CELL_WIDTH
    if behind != ground:
        yield f'<rect x="{x}" y="{y}" width="{width}" height="{CELL_HEIGHT}" fill="{behind}"/>'
    # A rule drawn as a line has no gaps between its cells, whatever the font.
    if run.text.strip(RULE) == "":
        middle = y + CELL_HEIGHT / 2
        yield f'<path d="M{x} {middle}h{width}" stroke="{colour}"/>'
        return
    for word in _WORDS.finditer(run.text):
        left = x + cells(run.text[: word.start()]) * CELL_WIDTH
        yield (
            f'<text x="{left}" y="{y + BASELINE}" textLength="{cells(word[0]) * CELL_WIDTH}" '
            f'lengthAdjust="spacingAndGlyphs" fill="{colour}"{_set(style)}>{escape(word[0], quote=False)}</text>'
        )


def _set(style: Style) -> str:
    """How signs are set beside their colour."""
    return (
        (' font-weight="bold"' if style.bold else "")
        + (' text-decoration="underline"' if style.underline else "")
        + (' opacity="0.7"' if style.dim else "")
    )


def _hex(colour: RichColor | None, otherwise: str) -> str:
    return otherwise if colour is None or colour.is_default else Color.from_rich_color(colour).hex6
