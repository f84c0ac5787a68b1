"""`drillroom serve` in Chromium: a drill is played there, the page is loaded again, and the drill is still there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from simulator.journal.entry import ANSWER, CLOSING, HEADER
from simulator.journal.journal import Journal
from simulator.journal.reading import read_journal
from tests.authoring.sample import sample_yaml
from tests.browser.chromium import AGES, chromium, page_of, server
from tests.tui.calling import scenario_file

KNOCK = """address => new Promise(done => {
  const line = new WebSocket(address);
  line.onopen = () => done("open");
  line.onclose = () => done("closed");
})"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def words(folder: Path, *further: str) -> tuple[str, ...]:
    """What serves the sample's petition lead."""
    scenario = scenario_file(folder, sample_yaml())
    return (str(scenario), "--seat", "petition_lead", "--seed", "7", "--pace", "1", "--lang", "en", *further)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where the sample's petition lead is played."""
    with server(tmp_path, *words(tmp_path)) as found:
        yield found


def the_journal(folder: Path) -> Journal:
    """The one journal there is."""
    (path,) = folder.rglob("*.jsonl")
    return read_journal(path).journal


def test_a_decision_is_played_and_is_still_there_when_the_page_is_loaded_again(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        seen = page_of(context)
        seen.open(address)
        seen.until("Start the drill")
        expect(seen.page).to_have_title("EXERCISE – Drillroom")
        expect(seen.page).to_have_url(address.partition("?")[0])
        seen.press("Enter")
        seen.until("What do you say first?")
        seen.press("1")
        seen.until("Taken on: Listen.")
        seen.page.reload()
        seen.until("Taken up again, and paused: F8 lets it run on.")
        assert [entry.payload["option"] for entry in the_journal(tmp_path).of_kind(ANSWER)] == ["listen"]
        seen.press("F8")
        seen.until("running, practice")
        seen.press("F10", "3", "Enter")
        seen.until("Hot wash")
        seen.until("A report of it")
        seen.press("F10")
        expect(seen.page.get_by_text("The program has ended.")).to_be_visible(timeout=AGES)
        expect(seen.page.get_by_role("button", name="Go on")).to_be_focused()
    journal = the_journal(tmp_path)
    kinds = [entry.kind for entry in journal if entry.kind in (HEADER, ANSWER, CLOSING)]
    assert kinds == [HEADER, ANSWER, CLOSING]


def test_an_assessed_drill_stands_while_its_page_is_gone_and_can_be_run_on(browser: Browser, tmp_path: Path) -> None:
    with server(tmp_path, *words(tmp_path, "--assessed")) as address, browser.new_context() as context:
        seen = page_of(context)
        seen.open(address)
        seen.until("Start the drill")
        seen.press("Enter")
        seen.until("What do you say first?")
        seen.page.reload()
        seen.until("Taken up again, and paused: F8 lets it run on.")
        seen.press("F8")
        seen.until("running, assessed")


def test_without_a_scenario_the_lobby_is_shown_and_its_drill_is_taken_up_again(
    browser: Browser, tmp_path: Path
) -> None:
    with server(tmp_path, "--lang", "zh") as address, browser.new_context() as context:
        seen = page_of(context)
        seen.open(address)
        expect(seen.page).to_have_title("演练 – Drillroom")
        seen.until("窗口十分钟")
        seen.press("Enter")
        seen.until("6. 语言")
        seen.press("End", "Enter")
        seen.until("T+00:00")
        seen.page.reload()
        seen.until("已接着上次的演练")
        (journal,) = tmp_path.rglob("*.jsonl")
        assert read_journal(journal).journal.header["scenario"] == "tutorial"


def test_a_second_page_of_a_browser_takes_the_drill_over(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        first, second = page_of(context), page_of(context)
        first.open(address)
        first.until("Start the drill")
        first.press("Enter")
        first.until("What do you say first?")
        second.open(address.partition("?")[0])
        second.until("Taken up again, and paused: F8 lets it run on.")
        expect(first.page.get_by_text("The program has ended.")).to_be_visible(timeout=AGES)


def test_the_page_asks_for_nothing_from_elsewhere(browser: Browser, address: str) -> None:
    place = address.partition("?")[0].removeprefix("http")
    with browser.new_context() as context:
        seen = page_of(context)
        seen.open(address)
        seen.until("Start the drill")
    assert [each for each in seen.asked if not each.startswith((f"http{place}", f"ws{place}", "data:,"))] == []
    assert len(seen.asked) > len({"page", "terminal", "line"})


def test_another_sites_page_cannot_reach_the_program(browser: Browser, address: str) -> None:
    line = address.partition("?")[0].replace("http", "ws") + "ws"
    with browser.new_context() as context:
        seen = page_of(context)
        seen.open(address)
        seen.until("Start the drill")
        assert seen.page.evaluate(KNOCK, line) == "open"
        foreign = context.new_page()
        foreign.route("**/*", lambda route: route.fulfill(body="<title>elsewhere</title>", content_type="text/html"))
        foreign.goto("http://elsewhere.example/")
        assert foreign.evaluate(KNOCK, line) == "closed"


def test_without_the_token_a_browser_sees_the_refusal(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        answer = page.goto(address[:-1])
        assert answer is not None
        assert answer.status == 403
        expect(page.get_by_role("heading")).to_have_text("Drillroom does not know this browser.")
