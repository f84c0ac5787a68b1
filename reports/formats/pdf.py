"""A paper as a PDF file on A4: fonts embedded, an outline, links from the contents, the mark on every page.

The same paper gives the same bytes. It is set twice: the first time tells on which page every heading stands.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, Image, KeepTogether, PageTemplate

from reports.fonts import FAMILY
from reports.formats.images import picture
from reports.formats.pdf_parts import Entry, Heading, Lines, Look, facts, paragraph, table
from reports.formats.pdf_type import cut, faces, put, width
from reports.formats.ready import figures, headed, ready
from reports.formats.seal import listed, seal, sealed
from reports.formats.tones import EXERCISE, LINE, SOFT
from reports.paper.model import Block, Bullets, Facts, Figure, Paper, Paragraph, Section, Table
from simulator.language.said import say
from simulator.language.translator import translator_for

SIDE, TOP, BOTTOM = 16 * mm, 20 * mm, 17 * mm
ROOM, HEIGHT = A4[0] - 2 * SIDE, A4[1] - TOP - BOTTOM
"""Points: the text's width and height on a page."""
IN_CONTENTS = 2
TOGETHER = 30 * mm
"""A heading or caption goes to the next page where less than this is left below it."""
CAPTION = Look(9, bold=True, before=8, after=3)
HEADINGS = (Look(14, bold=True, before=16, after=5), Look(11.5, bold=True, before=12, after=4),
            Look(10, bold=True, before=9, after=3), Look(9.5, SOFT, bold=True, before=8, after=3))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Setting:
    """What one setting of the paper needs to know."""

    paper: Paper
    pictures: dict[str, bytes]
    known: dict[str, int]
    """The pages of the headings as the setting before found them."""
    found: dict[str, int]
    last: int


def pdf(paper: Paper) -> bytes:
    """The file in the paper's language."""
    whole = ready(paper)
    pictures = {figure.name: picture(figure) for figure in figures(whole)}
    first = _Setting(whole, pictures, {}, {}, 0)
    faces()
    _, last = _set(first)
    made, _ = _set(_Setting(whole, pictures, first.found, {}, last))
    return made


def _set(setting: _Setting) -> tuple[bytes, int]:
    """The file, and how many pages it has."""
    paper = setting.paper
    with io.BytesIO() as made:
        template = BaseDocTemplate(
            made, pagesize=A4, invariant=1, title=f"{paper.exercise} – {paper.title}", author="Drillroom",
            subject=paper.kind, keywords=[seal(paper.heads)], creator="Drillroom",
            lang="zh-CN" if paper.language == "zh" else "en-GB", displayDocTitle=True,
            initialFontName=FAMILY,
        )  # fmt: skip
        frame = Frame(SIDE, BOTTOM, ROOM, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        template.addPageTemplates([PageTemplate("page", [frame], onPage=partial(_around, setting))])
        template.build(list(_story(setting)))
        return made.getvalue(), template.page


def _around(setting: _Setting, canvas: Any, _template: Any) -> None:
    """What stands on every page: the mark and the titles above, seal and page number below."""
    paper, above, below = setting.paper, A4[1] - TOP + 14, BOTTOM - 20
    title = cut(f"{paper.kind} – {paper.title}", 8, ROOM * 0.7)
    put(canvas, SIDE, above, paper.exercise, 9.5, EXERCISE, bold=True)
    put(canvas, SIDE + ROOM - width(title, 8), above, title, 8, SOFT)
    canvas.setStrokeColor(HexColor(f"#{LINE}"))
    canvas.setLineWidth(0.5)
    canvas.line(SIDE, above - 5, SIDE + ROOM, above - 5)
    said = say("page {number} of {all}", number=canvas.getPageNumber(), all=setting.last)
    page = translator_for(paper.language).say(said)
    put(canvas, SIDE, below, seal(paper.heads), 6.5, SOFT)
    put(canvas, SIDE + ROOM - width(page, 8), below, page, 8, SOFT)


def _story(setting: _Setting) -> Iterator[Flowable]:
    """Everything on the pages, in order."""
    paper = setting.paper
    yield Lines(paper.kind, Look(10.5, SOFT))
    yield Lines(paper.title, Look(18, bold=True, after=8))
    if paper.facts:
        yield facts(paper.facts, ROOM)
    yield from _contents(setting)
    for anchor, depth, section in headed(paper):
        look = HEADINGS[min(depth, len(HEADINGS)) - 1]
        yield CondPageBreak(_needed(section, setting) + look.before + look.size * 2)
        yield Heading(section.title, look, anchor, depth, setting.found)
        for block in section.blocks:
            yield from _block(block, setting)
    yield from _back(paper)


def _contents(setting: _Setting) -> Iterator[Flowable]:
    entries = [each for each in headed(setting.paper) if each[1] <= IN_CONTENTS]
    if len(entries) < 2:
        return
    yield Lines(setting.paper.contents, Look(11.5, bold=True, before=10, after=4))
    for anchor, depth, section in entries:
        yield Entry(section.title, anchor, str(setting.known.get(anchor, "")), Look(indent=12.0 * (depth - 1)))


def _back(paper: Paper) -> Iterator[Flowable]:
    """On which journals it rests."""
    look = Look(7, SOFT, before=2)
    for name, value in sealed(paper):
        yield Lines(f"{name} {value}", Look(7, SOFT, before=14))
    for line in listed(paper):
        yield Lines(line, look)


def _needed(section: Section, setting: _Setting) -> float:
    """How much room a heading wants below it, in points: its first block begins on the same page."""
    first = section.blocks[0] if section.blocks else None
    return _image(first, setting).drawHeight + CAPTION.size * 2 if isinstance(first, Figure) else TOGETHER


def _block(block: Block, setting: _Setting) -> Iterator[Flowable]:
    match block:
        case Paragraph(text, tone):
            yield Lines(text, paragraph(tone))
        case Bullets(items, ordered):
            for place, item in enumerate(items, 1):
                yield Lines(item, Look(indent=16, after=3), f"{place}." if ordered else "•")
        case Facts(pairs):
            yield facts(pairs, ROOM)
        case Figure():
            yield KeepTogether([_image(block, setting), Lines(block.title, Look(9, bold=True, after=8))])
        case Table():
            yield from _table(block)


def _table(block: Table) -> Iterator[Flowable]:
    if block.rows:
        yield CondPageBreak(TOGETHER)
    yield Lines(block.caption, CAPTION)
    if block.rows:
        yield table(block.columns, block.rows, ROOM)
    elif block.empty:
        yield Lines(block.empty, Look(after=5))


def _image(figure: Figure, setting: _Setting) -> Image:
    """A figure as wide as the text, or as high as a page less its title."""
    made = Image(io.BytesIO(setting.pictures[figure.name]))
    scale = min(ROOM / made.imageWidth, (HEIGHT - TOGETHER) / made.imageHeight)
    made.drawWidth, made.drawHeight = made.imageWidth * scale, made.imageHeight * scale
    return made
