"""A PDF file can be searched in both languages, embeds its fonts, and marks and numbers every page."""

import io

import pytest
from pypdf import PdfReader

from reports.formats.pdf import pdf
from reports.paper.model import Cell, Column, Paragraph, Section, Table
from tests.reports.formats.papers import HEAD, MIXED, paper


def opened(language: str = "en", **settings: object) -> PdfReader:
    return PdfReader(io.BytesIO(pdf(paper(language, **settings))))


def words(reader: PdfReader) -> str:
    """All that is written, without spaces and line breaks."""
    return "".join("".join(page.extract_text().split()) for page in reader.pages)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_text_can_be_found_again(language: str) -> None:
    found = words(opened(language))
    assert "".join(MIXED.split()) in found
    assert "<b>bold</b>&$\\frac{1}{2}$“引号”back*stars*" in found
    assert '=HYPERLINK("https://example.invalid","press")' in found


@pytest.mark.parametrize(
    ("language", "mark", "number"), [("en", "EXERCISE", "page2of"), ("zh", "演练", "2")]
)  # fmt: skip
def test_every_page_bears_mark_head_and_number(language: str, mark: str, number: str) -> None:
    pages = ["".join(page.extract_text().split()) for page in opened(language).pages]
    assert len(pages) > 2
    assert all(mark in page and HEAD in page for page in pages)
    assert number in pages[1]


def test_the_head_of_a_table_stands_on_each_page_that_it_reaches() -> None:
    table = next(page for page in opened().pages[1:] if "08:30" in page.extract_text())
    assert "When" in table.extract_text().splitlines()[2]


def test_every_font_is_embedded() -> None:
    for page in opened("zh").pages:
        fonts = page["/Resources"]["/Font"]  # type: ignore[index]
        assert all("/FontFile2" in fonts[name]["/FontDescriptor"] for name in fonts)


def test_sections_stand_in_the_outline_and_in_the_contents_with_their_pages() -> None:
    reader = opened()
    entries = [entry for entry in reader.outline if not isinstance(entry, list)]
    assert [entry.title for entry in entries] == ["What happened", "Areas for improvement", "Appendix"]
    pages = [(reader.get_destination_page_number(entry) or 0) + 1 for entry in entries]
    first = "".join(reader.pages[0].extract_text().split())
    assert f"Contents Whathappened{pages[0]}Areasforimprovement{pages[1]}".replace(" ", "") in first
    assert f"Appendix{pages[2]}" in first


def test_it_says_its_language_title_and_head() -> None:
    reader = opened("zh")
    assert str(reader.root_object["/Lang"]) == "zh-CN"
    assert reader.metadata is not None
    assert (reader.metadata.title, str(reader.metadata["/Keywords"])) == ("演练 – 居民围堵大门", HEAD)


def test_signs_that_no_typeface_has_are_boxes_and_marks_that_show_nothing_are_gone() -> None:
    odd = Paragraph("Gülşen \u200bÇağlar 한")
    found = words(opened(sections=(Section("s", (odd,)),)))
    assert "GülşenÇağlar□" in found


def test_a_row_that_is_higher_than_a_page_loses_nothing() -> None:
    long = "\n".join(f"第{number}句。" for number in range(200))
    table = Table("t", "T", (Column("A"), Column("B")), ((Cell("x"), Cell(long)), (Cell("y"), Cell("last"))))
    found = words(opened(sections=(Section("s", (table,)),)))
    assert [number for number in range(200) if f"第{number}句" not in found] == []
    assert "last" in found


def test_a_paper_with_nothing_in_it_is_a_page() -> None:
    assert len(opened(sections=(), facts=(), heads=()).pages) == 1
