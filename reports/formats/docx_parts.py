"""Parts of a Word document that python-docx has no words for: Chinese runs, fields, bookmarks, tables, shades.

Elements are named as in ISO/IEC 29500-1 (WordprocessingML).
"""

from collections.abc import Sequence
from typing import Any

from docx.document import Document as Written
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.shared import Emu, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from reports.formats.tones import LINE, SOFT, STRIPES
from reports.paper.model import Tone

Entry = tuple[int, str, str]
"""An entry of the list of contents: its level from 1, the bookmark it leads to, its words."""


def element(name: str, /, **attributes: str) -> Any:
    """A new element of WordprocessingML with attributes of the same vocabulary."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def write(line: Paragraph, text: str, language: str) -> Paragraph:
    """Write a text into a paragraph; its line breaks stay."""
    run = line.add_run(text)
    if language == "zh":
        _chinese(run)
    return line


def _chinese(run: Run) -> None:
    """Set marks that both writings share, such as “ ” and …, as Chinese ones."""
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")


def styled(line: Paragraph, style: str) -> Paragraph:
    """Give a paragraph a style by its name. (python-docx reads all styles again for each paragraph.)"""
    line._p.style = style.replace(" ", "")
    return line


def soften(line: Paragraph) -> None:
    """Set a paragraph in grey."""
    for run in line.runs:
        run.font.color.rgb = RGBColor.from_string(SOFT)


def stripe(line: Paragraph, tone: Tone) -> None:
    """A stroke at a paragraph's left."""
    borders = element("pBdr")
    borders.append(element("left", val="single", sz="24", space="6", color=STRIPES[tone]))
    line._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")  # fmt: skip


# -- fields and bookmarks -----------------------------------------------------------------------------------


def field(line: Paragraph, instruction: str, shown: str = "1") -> None:
    """A field that the office fills in, as `PAGE`."""
    for kind in ("begin", "separate", "end"):
        line.add_run()._r.append(element("fldChar", fldCharType=kind))
        if kind == "begin":
            words = element("instrText")
            words.set(qn("xml:space"), "preserve")
            words.text = f" {instruction} "
            line.add_run()._r.append(words)
        elif kind == "separate":
            line.add_run(shown)


def bookmark(line: Paragraph, name: str, number: int) -> None:
    """Mark a paragraph so that links lead to it; *number* is the bookmark's own."""
    line._p.append(element("bookmarkStart", id=str(number), name=name.replace("-", "_")))
    line._p.append(element("bookmarkEnd", id=str(number)))


def contents(made: Written, entries: Sequence[Entry], language: str) -> None:
    """The list of contents: a field with its entries filled in, so that no office has to ask before it shows them."""
    lines = []
    for level, name, text in entries:
        line = styled(made.add_paragraph(), f"TOC {level}")
        link = element("hyperlink", anchor=name.replace("-", "_"), history="1")
        line._p.append(link)
        run = write(line, text, language).runs[-1]
        link.append(run._r)
        lines.append(line)
    _as_field(lines, r"TOC \o 1-2 \n \h")


def _as_field(lines: Sequence[Paragraph], instruction: str) -> None:
    """Make paragraphs the result of a field."""
    words = element("instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = f" {instruction} "
    begin = [element("fldChar", fldCharType="begin"), words, element("fldChar", fldCharType="separate")]
    for each in reversed(begin):
        run = element("r")
        run.append(each)
        properties = lines[0]._p.pPr
        if properties is not None:
            properties.addnext(run)
    lines[-1].add_run()._r.append(element("fldChar", fldCharType="end"))


# -- lists --------------------------------------------------------------------------------------------------


def fresh_numbering(made: Written) -> str:
    """A numbering like that of the style *List Number* which begins at one; answers its id."""
    style: Any = made.styles["List Number"].element
    numbering: Any = made.part.numbering_part.element
    used = numbering.num_having_numId(style.pPr.numPr.numId.val)
    fresh = numbering.add_num(used.abstractNumId.val)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return str(fresh.numId)


def number(line: Paragraph, numbering: str) -> None:
    """Count a paragraph in a numbering."""
    properties: Any = line._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = int(numbering)


# -- pictures and tables ------------------------------------------------------------------------------------


def describe(shape: InlineShape, title: str, description: str) -> None:
    """Say what a picture shows, for those who cannot see it."""
    said: Any = shape._inline.docPr
    said.set("title", title)
    said.set("descr", description)


def text_width(made: Written) -> int:
    """How wide the text is, in EMU (English Metric Units, 360,000 a centimetre)."""
    section = made.sections[0]
    return int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)


def shape(table: Table, across: Sequence[int], caption: str = "", plain: bool = False) -> None:
    """Fixed columns of these widths in EMU, fine lines between rows unless *plain*, and what the table is called."""
    table.autofit = False
    for column, width in zip(table.columns, across, strict=True):
        column.width = Emu(width)
    for row in table._tbl.tr_lst:
        row.get_or_add_trPr().append(element("cantSplit"))
        for cell, width in zip(row.tc_lst, across, strict=True):
            cell.width = Emu(width)
    properties: Any = table._tbl.tblPr
    properties.find(qn("w:tblLayout")).addprevious(_borders(plain))
    properties.append(_margins())
    for look in properties.findall(qn("w:tblLook")):
        properties.remove(look)
    properties.append(element("tblLook", val="0020" if plain else "00A0", firstRow="0" if plain else "1",
                              lastRow="0", firstColumn="1", lastColumn="0", noHBand="1", noVBand="1"))  # fmt: skip
    if caption:
        properties.append(element("tblCaption", val=caption))


def _borders(plain: bool) -> Any:
    borders = element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        shown = not plain and side in ("top", "bottom", "insideH")
        borders.append(element(side, val="single" if shown else "nil", sz="4", space="0", color=LINE))
    return borders


def _margins() -> Any:
    """Room around the text of a cell, in twentieths of a point."""
    margins = element("tblCellMar")
    for side, room in (("top", 30), ("left", 70), ("bottom", 30), ("right", 70)):
        margins.append(element(side, w=str(room), type="dxa"))
    return margins


def repeat_first_row(table: Table) -> None:
    """Show the first row, which names the columns, again on each page."""
    table._tbl.tr_lst[0].get_or_add_trPr().append(element("tblHeader"))


def shade(cell: _Cell, colour: str) -> None:
    """Put a colour behind a cell."""
    properties: Any = cell._tc.get_or_add_tcPr()
    properties.append(element("shd", val="clear", color="auto", fill=colour))
