"""The page of a paper is whole in itself, can be read by everybody, and whatever stands in a paper is text in it."""

import base64
import hashlib
import re
from itertools import pairwise

import pytest

from reports.formats.html import page
from reports.paper.model import Cell, Column, Section, Table
from tests.reports.formats.papers import HEAD, paper
from tests.reports.test_page import Outline


@pytest.mark.parametrize("language", ["en", "zh"])
def test_elements_are_closed_ids_are_single_and_links_lead_somewhere(language: str) -> None:
    found = Outline(page(paper(language)))
    ids = found.values("id")
    assert (found.open, found.faults) == ([], [])
    assert sorted(set(ids)) == sorted(ids)
    assert {link.removeprefix("#") for link in found.values("href")} <= set(ids)
    assert {name for value in found.values("aria-labelledby") for name in value.split()} <= set(ids)


def test_headings_go_down_one_level_at_a_time_and_never_below_the_sixth() -> None:
    deep = Section("7")
    for depth in range(6, 0, -1):
        deep = Section(str(depth), sections=(deep,))
    levels = Outline(page(paper(sections=(deep,)))).levels
    assert levels == [1, 2, 3, 4, 5, 6, 6, 6]
    assert all(after <= before + 1 for before, after in pairwise(Outline(page(paper())).levels))


def test_it_asks_for_nothing_from_outside_and_runs_nothing() -> None:
    found = Outline(page(paper()))
    assert [tag for tag, _ in found.elements if tag in ("script", "b")] == []
    assert found.values("src") + found.values("style") + found.values("onload") == []
    assert [link for link in found.values("href") if not link.startswith("#")] == []


def test_its_policy_allows_its_own_style_sheet_and_nothing_else() -> None:
    text = page(paper())
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = (value for value in Outline(text).values("content") if "default-src" in value)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_a_mark_cannot_leave_the_style_sheet() -> None:
    text = page(paper(exercise='"}</style><script>'))
    assert len(re.findall("</style>", text)) == 1
    assert "<script>" not in text


@pytest.mark.parametrize(("language", "tag", "mark"), [("en", "en", "EXERCISE"), ("zh", "zh-CN", "演练")])
def test_it_says_its_language_and_bears_mark_and_head(language: str, tag: str, mark: str) -> None:
    text = page(paper(language))
    assert Outline(text).values("lang") == [tag]
    assert text.count(f'<p class="exercise">{mark}</p>') == 2
    assert f'<span class="hash">{HEAD}</span>' in text


def test_tables_have_captions_and_heads_and_those_without_rows_say_so() -> None:
    text = page(paper())
    found = Outline(text)
    tables = [tag for tag, _ in found.elements if tag == "table"]
    captions = [tag for tag, _ in found.elements if tag == "caption"]
    assert (len(tables), len(captions)) == (2, 2)
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in found.elements if tag == "th")
    assert '<p id="timeline-2"><strong>Conduct</strong><br>No unlawful act was found.</p>' in text


def test_figures_are_described_for_those_who_cannot_see_them() -> None:
    text = page(paper())
    assert '<title id="tension-curve-title">How tense it was</title>' in text
    assert '<desc id="tension-curve-description">Highest 80 % at 09:41.</desc>' in text


def test_a_paper_on_several_journals_lists_them_all() -> None:
    heads = tuple(f"{number:064x}" for number in range(60))
    text = page(paper(heads=heads))
    assert [head for head in heads if f"<li>{head}</li>" not in text] == []


def test_a_row_without_a_name_has_no_empty_heading() -> None:
    table = Table("notes", "Notes", (Column("When"), Column("What")), ((Cell(""), Cell("")),))
    assert "<tr><td></td><td></td></tr>" in page(paper(sections=(Section("s", (table,)),)))
