"""How a Word document looks: its page, its styles and fonts, the mark on every page, what it says of itself."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document as Written
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from reports.formats.docx_parts import element, field, write
from reports.formats.seal import seal
from reports.formats.tones import EXERCISE, INK, SOFT
from reports.paper.model import Paper
from simulator.language.said import say
from simulator.language.translator import translator_for

LATIN, CHINESE = "Arial", "Microsoft YaHei"
"""Fonts that Word and WPS have, or replace with one of the same look."""

LANGUAGES = {"en": "en-GB", "zh": "en-US"}
"""The language of Latin letters; that of Chinese is always zh-CN."""

LONGEST = 255
"""Characters of a property at most."""


@dataclass(frozen=True, slots=True)
class _Look:
    """A style: sizes and spaces in points."""

    size: float
    before: float = 0
    after: float = 0
    colour: str = INK
    bold: bool = False
    indent: float = 0


STYLES = {
    "Normal": _Look(10, after=6),
    "Title": _Look(20, after=8, bold=True),
    "Subtitle": _Look(11, colour=SOFT),
    "Heading 1": _Look(15, 20, 6, bold=True),
    "Heading 2": _Look(12.5, 14, 4, bold=True),
    "Heading 3": _Look(11, 12, 3, bold=True),
    "Heading 4": _Look(10, 10, 3, bold=True),
    "Heading 5": _Look(10, 10, 3, SOFT, bold=True),
    "TOC Heading": _Look(12.5, 12, 4, bold=True),
    "TOC 1": _Look(10, after=2),
    "TOC 2": _Look(10, after=2, indent=14),
    "List Bullet": _Look(10, after=3),
    "List Number": _Look(10, after=3),
    "Caption": _Look(9.5, 6, 3, bold=True),
    "Cell": _Look(9),
    "Gap": _Look(4),
    "Figure": _Look(10, before=6),
    "Hash": _Look(7.5, after=2, colour=SOFT),
    "Header": _Look(9, colour=SOFT),
    "Footer": _Look(7.5, colour=SOFT),
}
"""Every style that is used, those of our own among them."""


def set_up(made: Written, paper: Paper) -> None:
    """Page, styles, languages, the mark on every page, and properties."""
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(20), Mm(18)
    section.header_distance = section.footer_distance = Mm(9)
    _defaults(made, paper.language)
    for name, look in STYLES.items():
        _style(made, name, look)
    made.styles["Figure"].paragraph_format.keep_with_next = True
    _settings(made)
    _mark_pages(made, paper)
    _properties(made, paper)


def _defaults(made: Written, language: str) -> None:
    """The font and language that hold where nothing else is said."""
    root: Any = made.styles.element
    properties = root.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _fonts(properties.find(qn("w:rFonts")))
    spoken = properties.find(qn("w:lang"))
    spoken.set(qn("w:val"), LANGUAGES.get(language, language))
    spoken.set(qn("w:eastAsia"), "zh-CN")


def _fonts(fonts: Any) -> None:
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script, font in (("ascii", LATIN), ("hAnsi", LATIN), ("eastAsia", CHINESE), ("cs", LATIN)):
        fonts.set(qn(f"w:{script}"), font)


def _style(made: Written, name: str, look: _Look) -> None:
    """Make a style of the template look like this, or make it."""
    known = name in [style.name for style in made.styles]
    style: Any = made.styles[name] if known else made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not known:
        style.base_style = made.styles["Normal"]
    properties = style.element.get_or_add_rPr()
    _fonts(properties.get_or_add_rFonts())
    for old in ("w:color", "w:szCs", "w:spacing", "w:kern", "w:i", "w:iCs", "w:b", "w:bCs"):
        for found in properties.findall(qn(old)):
            properties.remove(found)
    style.font.size, style.font.color.rgb = Pt(look.size), RGBColor.from_string(look.colour)
    style.font.bold, style.font.italic = look.bold, False
    for old in ("w:pBdr", "w:tabs"):
        for found in style.element.get_or_add_pPr().findall(qn(old)):
            style.element.pPr.remove(found)
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(look.before), Pt(look.after), 1.15
    if look.indent:
        shape.left_indent = Pt(look.indent)


def _settings(made: Written) -> None:
    """Ask for today's layout rules, and say which Chinese it is."""
    settings: Any = made.settings.element
    for each in settings.iter(qn("w:compatSetting")):
        if each.get(qn("w:name")) == "compatibilityMode":
            each.set(qn("w:val"), "15")
    for each in settings.iter(qn("w:themeFontLang")):
        each.set(qn("w:eastAsia"), "zh-CN")
    for each in settings.findall(qn("w:zoom")):
        # The template's lacks the percentage that the standard asks for.
        each.set(qn("w:percent"), "100")


def _mark_pages(made: Written, paper: Paper) -> None:
    """The mark above every page, seal and page numbers below."""
    section = made.sections[0]
    above, below = section.header.paragraphs[0], section.footer.paragraphs[0]
    for line in (above, below):
        _one_stop(line, int(section.page_width or 0) - int(section.left_margin or 0) * 2)
    write(above, paper.exercise, paper.language)
    above.runs[0].bold, above.runs[0].font.color.rgb = True, RGBColor.from_string(EXERCISE)
    write(above, f"\t{paper.kind} – {paper.title}", paper.language)
    write(below, f"{seal(paper.heads)}\t", paper.language)
    _page_numbers(below, paper.language)


def _one_stop(line: Any, width: int) -> None:
    """One place to jump to, at the right edge; *width* in EMU."""
    stops = element("tabs")
    stops.append(element("tab", val="right", pos=str(width // 635)))
    line._p.get_or_add_pPr().append(stops)


def _page_numbers(line: Any, language: str) -> None:
    """The words for a page's number and how many there are, with fields in the places of the numbers."""
    said = translator_for(language).say(say("page {number} of {all}", number="\x01", all="\x02"))
    for part in said.replace("\x01", "\0PAGE\0").replace("\x02", "\0NUMPAGES\0").split("\0"):
        if part in ("PAGE", "NUMPAGES"):
            field(line, part)
        elif part:
            write(line, part, language)


def _properties(made: Written, paper: Paper) -> None:
    """What the document says of itself; it has no date of its own."""
    said = made.core_properties
    said.title, said.subject, said.author = paper.title[:LONGEST], paper.kind[:LONGEST], "Drillroom"
    said.keywords = " ".join([paper.exercise, seal(paper.heads)]).strip()
    said.comments, said.language = "", "zh-CN" if paper.language == "zh" else "en-GB"
    root: Any = said._element
    for each in list(root):
        if each.tag.endswith(("}created", "}modified", "}lastModifiedBy", "}revision")):
            root.remove(each)
