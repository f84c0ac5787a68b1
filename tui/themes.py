"""The three themes, and the program that wears what a person has set: colours, signs, bell.

Colours never say what words and marks do not: without them (`NO_COLOR`) what is chosen, focused or urgent is set
in reverse or underlined.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter, Monochrome, NoColor
from textual.theme import Theme

from tui.settings import Settings

ASCII_CLASS = "-ascii"
"""The class of a program that draws with ASCII only; widgets and styles look at it."""


def theme_named(name: str) -> str:
    """The name under which Textual knows one of the themes of `tui.settings.THEMES`."""
    return f"drillroom-{name}"


def _theme(
    name: str, *, dark: bool, foreground: str, background: str, panel: str, surface: str, boost: str, muted: str,
    primary: str, urgent: str, fresh: str, good: str, track: str,
) -> Theme:  # fmt: skip
    """A theme by what its colours are for. *panel*: the first and last lines; *surface*: a line to type in, and what
    the mouse is over; *boost*: what is marked in a pane without focus; *track*: the ground of scroll bars.
    """
    variables = {
        # Textual takes no boost from a theme that sets its panel.
        "boost": boost, "text": foreground, "text-muted": muted, "text-primary": primary, "text-secondary": primary,
        "text-error": urgent, "text-warning": fresh, "text-accent": fresh, "text-success": good,
        "text-disabled": muted, "scrollbar": primary, "scrollbar-hover": primary, "scrollbar-active": foreground,
        "scrollbar-background": track, "scrollbar-background-hover": track, "scrollbar-background-active": track,
        "scrollbar-corner-color": track,
        "border": primary, "border-blurred": track,
    }  # fmt: skip
    return Theme(
        name=theme_named(name), primary=primary, secondary=primary, accent=fresh, warning=fresh, error=urgent,
        success=good, foreground=foreground, background=background, panel=panel, surface=surface, boost=boost,
        dark=dark, variables=variables,
    )  # fmt: skip


THEMES: tuple[Theme, ...] = (
    _theme(
        "dark", dark=True, foreground="#dee4ea", background="#11161c", panel="#1f2a36", surface="#1a222c",
        boost="#2a3746", muted="#a3b0bd", primary="#86b9ff", urgent="#ff9c8f", fresh="#f7cf6b", good="#93d99a",
        track="#1a222c",
    ),
    _theme(
        "light", dark=False, foreground="#1c2228", background="#fbfaf7", panel="#e4e9ee", surface="#eef1f3",
        boost="#d8e4f1", muted="#48525c", primary="#0a437f", urgent="#93170e", fresh="#664000", good="#14532a",
        track="#e4e9ee",
    ),
    _theme(
        "contrast", dark=True, foreground="#ffffff", background="#000000", panel="#000000", surface="#1c1c1c",
        boost="#303030", muted="#e0e0e0", primary="#7fdbff", urgent="#ffb3a7", fresh="#ffe14d", good="#8cf29b",
        track="#303030",
    ),
)  # fmt: skip
"""Text stands out from its ground by 4.5:1 at least in the first two (WCAG 2.2, 1.4.3), by 7:1 in the last (1.4.6)."""


class Colourless(LineFilter):
    """Takes every colour out of a line, and leaves bold, underlined and reversed as they are."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(text, style and _without_colour(style), control) for text, style, control in segments]


@lru_cache(1024)
def _without_colour(style: Style) -> Style:
    plain = style.without_color
    # Rich drops with the colours what a click on a scroll bar does.
    return plain + Style.from_meta(style.meta) if style.meta else plain


COLOURLESS = Colourless()


class Dressed(App[None]):
    """A program on the screen that wears a person's settings."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.rings = False
        """Whether `ring` makes a sound."""
        for theme in THEMES:
            self.register_theme(theme)

    def dress(self, settings: Settings, environ: Mapping[str, str] | None = None) -> None:
        """Wear these settings from now on. *environ* says whether colours are wanted at all (https://no-color.org)."""
        environ = os.environ if environ is None else environ
        self.no_color = bool(environ.get("NO_COLOR"))
        self.rings = settings.bell
        self.set_class(settings.ascii or not shows_drawn_signs(), ASCII_CLASS)
        self.theme = theme_named(settings.theme)
        for screen in self.screen_stack if self.is_running else ():
            for widget in screen.walk_children(with_self=True):
                widget.refresh()

    def ring(self) -> None:
        """Sound the terminal's bell, if that is asked for."""
        if self.rings:
            self.bell()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without colours none at all, instead of Textual's greys."""
        kept = [each for each in super().get_line_filters() if not isinstance(each, Monochrome | NoColor)]
        return [*kept, COLOURLESS] if self.no_color else kept


def shows_drawn_signs(encoding: str | None = None) -> bool:
    """Whether a terminal of this encoding shows more than ASCII; by default that of error output, where screens go."""
    if encoding is None:
        encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    return encoding.casefold().replace("-", "").replace("_", "").startswith(("utf", "cp65001", "gb"))
