"""A report is the same bytes whenever it is written, and its file is known again whatever its format."""

import hashlib
from pathlib import Path

import pytest

from reports.file import bears, write_report
from reports.formats.ready import own_name
from reports.formats.seal import listed, seal, sealed
from reports.formats.writing import FORMATS, mark_of, written
from simulator.errors import ContentError
from tests.reports.formats.papers import HEAD, paper


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_paper_gives_the_same_bytes(form: str) -> None:
    assert written(paper("zh"), form) == written(paper("zh"), form)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_replaced_by_a_report_on_the_same_journal_alone(form: str, language: str, tmp_path: Path) -> None:
    mine, other = paper(language), paper(language, heads=("beef" + "0" * 60,))
    for ending, content in written(mine, form).items():
        first = write_report(tmp_path, "a", ending, content, mark_of(mine))
        assert write_report(tmp_path, "a", ending, content, mark_of(mine)) == first
        assert write_report(tmp_path, "a", ending, content, mark_of(other)) != first


def test_a_report_on_no_journal_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine", encoding="utf-8")
    assert not bears(path, mark_of(paper(heads=())))


@pytest.mark.parametrize(("form", "said"), [("csv", "this report has no table"), ("png", "this report has no figure")])
def test_where_there_is_nothing_to_write_it_is_said(form: str, said: str) -> None:
    with pytest.raises(ContentError, match=said):
        written(paper(sections=()), form)


def test_endings_say_which_table_or_figure_a_file_holds() -> None:
    assert list(written(paper(), "csv")) == ["-timeline.csv", "-marks.csv", "-timeline-2.csv"]
    assert list(written(paper(), "svg")) == ["-tension-curve.svg"]
    assert {form: list(written(paper(), form)) for form in ("html", "pdf")} == {"html": [".html"], "pdf": [".pdf"]}


def test_one_journals_seal_is_its_head_and_severals_is_a_hash_over_theirs() -> None:
    assert (seal(()), seal((HEAD,))) == ("", HEAD)
    assert seal(("a", "b")) == hashlib.sha256(b"a\nb").hexdigest()
    ((label, value),) = sealed(paper(heads=("a", "b")))
    assert (label, value) == ("SHA-256 over the heads of 2 journals, one a line", seal(("a", "b")))


def test_pages_list_forty_journals_and_say_how_many_more_there_are() -> None:
    heads = tuple(str(number) for number in range(43))
    found = listed(paper(heads=heads))
    assert (len(found), found[39], found[40]) == (
        41, "39", "and 3 more, which the HTML page and the spreadsheet list")  # fmt: skip
    assert listed(paper()) == ()


def test_names_are_single_whatever_their_case_and_no_longer_than_they_may_be() -> None:
    taken: set[str] = set()
    assert [own_name(name, taken, 6) for name in ("Tables", "tables", "tables-and")] == ["Tables", "tabl-2", "tabl-3"]
