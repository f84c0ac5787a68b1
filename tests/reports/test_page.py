"""A scorecard page is whole in itself, harmless whatever stands in it, and can be read by everybody."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

from reports.page import scorecard_page
from simulator.language.translator import translator_for
from simulator.scenario.scenario import Scenario
from tests.reports.stories import HEAD, little, little_drill, scored

EVIL = "<script>alert('x')</script> \" onload=x & $\\frac$ \x08\u202e{{ 7*7 }}"


def page(language: str = "en", scenario: Scenario | None = None) -> str:
    journal, found = little_drill(), scenario or little()
    return scorecard_page(found, journal, scored(journal, found), translator_for(language), HEAD)


class Outline(HTMLParser):
    """The elements of a page, the levels of its headings, its ids, and whether all is closed in order."""

    VOID = ("meta", "br", "img", "link", "hr", "input")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    @property
    def levels(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.elements if re.fullmatch("h[1-6]", tag)]

    def values(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get(attribute)) is not None]


def test_the_same_drill_gives_the_same_page() -> None:
    assert page() == page()


def test_it_asks_for_nothing_from_outside() -> None:
    found = Outline(page())
    assert found.values("src") == []
    assert [link for link in found.values("href") if not link.startswith("#")] == []
    assert not re.search(r"@import|url\((?!#)", page())


def test_its_policy_allows_its_own_style_sheet_and_nothing_else() -> None:
    text = page()
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = (value for value in Outline(text).values("content") if "default-src" in value)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert Outline(text).values("style") == []


def test_it_is_marked_as_an_exercise_at_both_ends_and_bears_the_head_of_its_journal() -> None:
    text = page()
    assert len(re.findall(r'<p class="exercise">EXERCISE</p>', text)) == 2
    assert f'<span class="hash">{HEAD}</span>' in text
    assert '<p class="exercise">演练</p>' in page("zh")


def test_it_says_its_language() -> None:
    assert (Outline(page()).values("lang"), Outline(page("zh")).values("lang")) == (["en"], ["zh-CN"])


def test_elements_are_closed_ids_are_single_and_links_lead_somewhere() -> None:
    found = Outline(page())
    ids = found.values("id")
    assert (found.open, found.faults) == ([], [])
    assert sorted(set(ids)) == sorted(ids)
    assert {link.removeprefix("#") for link in found.values("href")} <= set(ids)
    labels = {name for value in found.values("aria-labelledby") for name in value.split()}
    assert labels <= set(ids)


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = Outline(page()).levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_heads_and_captions() -> None:
    found = Outline(page())
    tables = [tag for tag, _ in found.elements if tag == "table"]
    captions = [tag for tag, _ in found.elements if tag == "caption"]
    assert (len(tables), len(captions)) == (6, 6)
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in found.elements if tag == "th")


def test_whatever_an_author_or_a_trainee_writes_is_text() -> None:
    places = {"hall": {"name": EVIL, "capacity": 60, "area": "120 m2"}, "square": {"name": "Square"}}
    text = page(scenario=little(title=EVIL, summary=EVIL, places=places))
    found = Outline(text)
    assert [tag for tag, _ in found.elements if tag == "script"] == []
    assert found.values("onload") == []
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in text
    assert "{{ 7*7 }}" in text
    assert not re.search("[\x00-\x08\u202a-\u202e]", text)


def test_figures_are_described_in_words() -> None:
    text = page()
    assert "Residents: highest tension 50 % at 08:25. blocking from 08:20 to 08:50." in text
    assert "lead: expectations by timeliness and quality" in text
