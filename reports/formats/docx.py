"""A paper as a Word document with real headings, tables and lists, for Word and WPS alike.

The same paper gives the same bytes. What is written in the document's own language stands in `docx_parts`, how it
looks in `docx_look`.
"""

import io
import zipfile
from collections.abc import Sequence

from docx import Document
from docx.document import Document as Written
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Emu, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Line

from reports.figures.typeface import cells
from reports.formats import docx_look
from reports.formats import docx_parts as parts
from reports.formats.columns import widths
from reports.formats.html import entries
from reports.formats.images import picture
from reports.formats.ready import headed, ready
from reports.formats.seal import listed, sealed
from reports.formats.tones import BAND, SHADES
from reports.paper.model import Block, Bullets, Cell, Facts, Figure, Paper, Paragraph, Table, Tone

DEEPEST = 5
"""Headings below it look alike."""
NAMES = 4
"""Which part of the text's width the names of facts take."""
CELL = Pt(5)
"""A half-width character of a table, in EMU as python-docx reckons, reckoned amply: the office chooses the font."""
AROUND = Pt(8)
"""What a cell takes beside its text, in EMU."""


def document(paper: Paper) -> bytes:
    """The document in the paper's language."""
    whole = ready(paper)
    made = Document()
    docx_look.set_up(made, whole)
    _front(made, whole)
    for place, (anchor, depth, section) in enumerate(headed(whole)):
        parts.bookmark(_said(made, whole, section.title, f"Heading {min(depth, DEEPEST)}"), anchor, place)
        for block in section.blocks:
            _block(made, whole, block)
    _back(made, whole)
    return _packed(made)


def _front(made: Written, paper: Paper) -> None:
    _said(made, paper, paper.kind, "Subtitle")
    _said(made, paper, paper.title, "Title")
    if paper.facts:
        _facts(made, paper, paper.facts)
    contents = entries(list(headed(paper)))
    if len(contents) > 1:
        _said(made, paper, paper.contents, "TOC Heading")
        flat = [entry for anchor, title, below in contents
                for entry in ((1, anchor, title), *((2, under, name) for under, name in below))]  # fmt: skip
        parts.contents(made, flat, paper.language)


def _back(made: Written, paper: Paper) -> None:
    """On which journals it rests."""
    for name, value in sealed(paper):
        _said(made, paper, f"{name} {value}", "Hash")
    for line in listed(paper):
        _said(made, paper, line, "Hash")


def _block(made: Written, paper: Paper, block: Block) -> None:
    match block:
        case Paragraph(text, tone):
            _toned(_said(made, paper, text), tone)
        case Bullets(items, ordered):
            _list(made, paper, items, ordered)
        case Facts(pairs):
            _facts(made, paper, pairs)
        case Table():
            _table(made, paper, block)
        case Figure():
            _figure(made, paper, block)


def _said(made: Written, paper: Paper, text: str, style: str = "Normal") -> Line:
    return parts.write(parts.styled(made.add_paragraph(), style), text, paper.language)


def _toned(line: Line, tone: Tone) -> None:
    if tone:
        parts.stripe(line, tone)


def _list(made: Written, paper: Paper, items: Sequence[str], ordered: bool) -> None:
    number = parts.fresh_numbering(made) if ordered else None
    for item in items:
        line = _said(made, paper, item, "List Number" if ordered else "List Bullet")
        if number is not None:
            parts.number(line, number)


def _facts(made: Written, paper: Paper, pairs: Sequence[tuple[str, str]]) -> None:
    table = made.add_table(len(pairs), 2)
    names = parts.text_width(made) // NAMES
    parts.shape(table, [names, parts.text_width(made) - names], plain=True)
    for row, pair in zip(table.rows, pairs, strict=True):
        for cell, text in zip(row.cells, pair, strict=True):
            _fill(cell, paper, text)
    _said(made, paper, "", "Gap")


def _figure(made: Written, paper: Paper, figure: Figure) -> None:
    line = parts.styled(made.add_paragraph(), "Figure")
    shape = line.add_run().add_picture(io.BytesIO(picture(figure)), width=Emu(parts.text_width(made)))
    parts.describe(shape, figure.title, figure.description)
    _said(made, paper, figure.title, "Caption")


def _table(made: Written, paper: Paper, block: Table) -> None:
    caption = _said(made, paper, block.caption, "Caption")
    caption.paragraph_format.keep_with_next = True
    if not block.rows:
        _said(made, paper, block.empty)
        return
    table = made.add_table(1 + len(block.rows), len(block.columns))
    across = widths(block.columns, block.rows, parts.text_width(made), _width, AROUND)
    parts.shape(table, [int(each) for each in across], caption=block.caption)
    # python-docx reckons the whole grid anew for each `rows[n].cells`.
    filled = table._cells
    for place, column in enumerate(block.columns):
        _fill(filled[place], paper, column.title, BAND, column.right).runs[0].bold = True
    for row, given in enumerate(block.rows, 1):
        for place, cell in enumerate(given):
            _cell(filled[row * len(block.columns) + place], paper, cell, block.columns[place].right)
    parts.repeat_first_row(table)
    _said(made, paper, "", "Gap")


def _width(text: str) -> float:
    """How wide a text of a table is, in EMU."""
    return float(CELL * cells(text))


def _cell(cell: _Cell, paper: Paper, given: Cell, right: bool) -> None:
    shade = SHADES.get(given.tone, "") if given.tone != "quiet" else ""
    line = _fill(cell, paper, given.text, shade, right)
    if given.tone == "quiet":
        parts.soften(line)


def _fill(cell: _Cell, paper: Paper, text: str, shade: str = "", right: bool = False) -> Line:
    """Write a text into an empty cell."""
    line = parts.write(parts.styled(cell.paragraphs[0], "Cell"), text, paper.language)
    if right:
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if shade:
        parts.shade(cell, shade)
    return line


def _packed(made: Written) -> bytes:
    """The document's bytes, its parts without the hour at which they were written."""
    with io.BytesIO() as first, io.BytesIO() as last:
        made.save(first)
        with zipfile.ZipFile(first) as source, zipfile.ZipFile(last, "w", zipfile.ZIP_DEFLATED) as target:
            for part in source.infolist():
                undated = zipfile.ZipInfo(part.filename)
                undated.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(undated, source.read(part))
        return last.getvalue()
