"""A Word document has real headings, tables that repeat their heads, Chinese fonts, and loses no word."""

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from reports.formats.docx import document
from reports.paper.model import Section
from tests.reports.formats.papers import FORMULA, HEAD, MIXED, SHOWN, lists, paper


def opened(language: str = "en", **settings: object) -> Any:
    return Document(io.BytesIO(document(paper(language, **settings))))


def test_sections_are_headings_of_their_depth() -> None:
    found = [(line.style.name, line.text) for line in opened().paragraphs if line.style.name.startswith("Heading")]
    assert found == [
        ("Heading 1", "What happened"),
        ("Heading 1", "Areas for improvement"),
        ("Heading 2", "First report"),
        ("Heading 3", "Basis"),
        ("Heading 1", "Appendix"),
    ]


@pytest.mark.parametrize(("language", "mark"), [("en", "EXERCISE"), ("zh", "演练")])
def test_every_page_is_marked_and_bears_the_head(language: str, mark: str) -> None:
    section = opened(language).sections[0]
    assert section.header.paragraphs[0].text.split("\t")[0] == mark
    assert section.footer.paragraphs[0].text.split("\t")[0] == HEAD


def test_pages_are_numbered_by_the_office() -> None:
    footer = opened().sections[0].footer.paragraphs[0]
    assert footer.text.split("\t")[1] == "page 1 of 1"
    assert [each.text for each in footer._p.iter(qn("w:instrText"))] == [" PAGE ", " NUMPAGES "]


def test_texts_come_back_as_they_were_without_what_no_page_shows() -> None:
    made = opened("zh")
    facts, timeline = made.tables[0], made.tables[1]
    assert facts.cell(0, 1).text == SHOWN
    assert [timeline.cell(row, 2).text for row in (1, 2, 3)] == [FORMULA, SHOWN, MIXED]
    assert MIXED in [line.text for line in made.paragraphs]


def test_the_head_of_a_table_is_repeated_and_its_rows_stay_whole() -> None:
    rows = opened().tables[1]._tbl.tr_lst
    assert [place for place, row in enumerate(rows) if row.trPr.find(qn("w:tblHeader")) is not None] == [0]
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_chinese_has_a_font_of_its_own_in_every_style() -> None:
    made = opened("zh")
    fonts = {style.element.rPr.rFonts.get(qn("w:eastAsia")) for style in made.styles if style.name in ("Cell", "Title")}
    assert fonts == {"Microsoft YaHei"}
    language = made.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert language.get(qn("w:eastAsia")) == "zh-CN"


def test_a_figure_is_described() -> None:
    (figure,) = opened().inline_shapes
    said = figure._inline.docPr
    assert (said.get("title"), said.get("descr")) == ("How tense it was", "Highest 80 % at 09:41.")


def test_the_contents_lead_to_headings_and_ask_nothing_of_the_reader() -> None:
    made = opened()
    links = [each.get(qn("w:anchor")) for each in made.element.body.iter(qn("w:hyperlink"))]
    marks = [each.get(qn("w:name")) for each in made.element.body.iter(qn("w:bookmarkStart"))]
    assert links == ["section_1", "section_2", "section_2_1", "section_3"]
    assert set(links) <= set(marks)
    assert made.settings.element.find(qn("w:updateFields")) is None


def test_every_ordered_list_begins_at_one() -> None:
    made = opened(sections=(Section("Steps", (lists(False), lists(False))),))
    numberings = [line._p.pPr.numPr.numId.val for line in made.paragraphs if line.style.name == "List Number"]
    assert numberings[:3] == [numberings[0]] * 3
    assert numberings[3:] == [numberings[3]] * 3
    assert numberings[0] != numberings[3]


def test_elements_of_a_tables_properties_stand_in_the_order_of_the_standard() -> None:
    order = ["tblStyle", "tblW", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption"]
    for table in opened().tables:
        names = [each.tag.split("}")[1] for each in table._tbl.tblPr]
        assert names == sorted(names, key=order.index)


def test_its_properties_bear_the_head_and_no_date() -> None:
    said = opened("zh").core_properties
    assert (said.title, said.keywords, said.language) == ("居民围堵大门", f"演练 {HEAD}", "zh-CN")
    assert (said.created, said.modified, said.last_modified_by) == (None, None, "")


def test_no_part_bears_the_hour_at_which_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(document(paper()))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
