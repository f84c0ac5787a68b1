"""Every page that a reader gets is accessible: axe-core finds no violation in it, in Chromium, light and dark.

The axe-core of the test extra is taken; `DRILLROOM_AXE` may name the file of a newer one.
"""

import os
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from reports.aar.drilled import Drilled
from reports.aar.saving import save_pages
from reports.formats.html import page as page_of
from reports.readiness.asking import asked_of
from reports.readiness.naming import Names
from reports.readiness.paper import paper
from reports.records.rows import Filter
from reports.records.store import open_records
from simulator.authoring.library import find_scenario
from simulator.authoring.load import scenario_or_raise
from simulator.journal.lines import head_hash
from simulator.language.translator import translator_for
from simulator.rehearsal.run import run_drill
from tests.browser.chromium import CHROMIUM, FLAGS
from tests.reports.readiness.making import make

AXE = Path(os.environ.get("DRILLROOM_AXE", str(files("axe_core_python") / "axe.min.js")))
LANGUAGES = ("en", "zh")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield found
        found.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Scorecard, after-action report and readiness in both languages, each a file."""
    folder = tmp_path_factory.mktemp("pages")
    scenario = scenario_or_raise(find_scenario("tutorial"))
    finished = run_drill(scenario, 4, "partial:0.4", "petition_lead")
    drilled = Drilled(scenario, finished.journal, finished.scorecard, head_hash(finished.journal))
    found = [path for language in LANGUAGES for path in save_pages(drilled, folder, translator_for(language))]
    return [*found, *readiness_pages(folder)]


def readiness_pages(folder: Path) -> list[Path]:
    """A year of the tutorial by a few invented people."""
    with open_records(f"sqlite:///{folder / 'records.sqlite'}") as records:
        for journal in make(folder, 12, [scenario_or_raise(find_scenario("tutorial"))]):
            records.keep(journal)
        ready, known = asked_of(records, Filter(), date(2026, 11, 1))
    found: list[Path] = []
    for language in LANGUAGES:
        path = folder / f"readiness-{language}.html"
        path.write_text(page_of(paper(Names(translator_for(language), known, ready.titles), ready)), encoding="utf-8")
        found.append(path)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_any_page(browser: Browser, pages: list[Path], scheme: str) -> None:
    script = AXE.read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for path in pages:
        sheet = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
        sheet.goto(path.as_uri())
        sheet.evaluate(script)
        result = sheet.evaluate("async () => (await axe.run()).violations.map(each => each.id)")
        found[path.name] = result
        sheet.close()
    assert len(found) == 6
    assert {name: violations for name, violations in found.items() if violations} == {}
