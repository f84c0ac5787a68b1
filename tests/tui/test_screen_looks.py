"""How every screen looks, as text, at 80×24 and 120×40 in both languages; and that none speaks two languages."""

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from simulator.journal.acts import Order
from tests.authoring.sample import sample
from tests.tui.lobbies import PAST, House, lobby
from tests.tui.screen import LANGUAGES, SIZES, Looks, Stage, on_screen, with_few_orders

LATIN = re.compile(r"[A-Za-z]{2,}")
KNOWN = {
    "NO", "COLOR", "ASCII", "Drillroom", "Enter", "Esc", "English", "Lin", "Qiao", "open", "reception", "drillroom",
    "report", "drill", "jsonl",
}  # fmt: skip
"""What stays Latin on a Chinese screen: keys, names, what was typed, a command."""

MARKS = {"en": "EXERCISE", "zh": "演练"}
"""What every screen begins with."""


@pytest.fixture
def looks(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Looks)


class Album:
    """The screens that were looked at, by name, as text."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.screens: dict[str, str] = {}

    async def look(self, name: str, *keys: str) -> None:
        """Press keys and keep what the screen shows then."""
        await self.stage.press(*keys)
        self.screens[name] = self.stage.text


async def seen(stage: Stage) -> dict[str, str]:
    """Every screen of a drill by its name, as text."""
    album = Album(stage)
    await album.look("briefing")
    await stage.press("enter")
    await stage.pass_seconds(0.1)
    await ordered(album)
    await looked_up(album)
    await over(album)
    return album.screens


async def ordered(album: Album) -> None:
    """The drill, its first message and decision, and an order from the search to the queue."""
    stage = album.stage
    await album.look("decision")
    await album.look("drill", "escape")
    await album.look("message", "enter")
    await stage.press("escape", "f2")
    await album.look("orders")
    await stage.type("open_reception")
    await album.look("search")
    await album.look("argument", "enter")
    await album.look("preview", "1", "enter", "enter")
    await stage.press("enter")
    order = Order("dispatch", {"unit": "reception_team", "place": "hall"})
    stage.app.desk.act(order, lambda wording: wording.order(order.verb, order.arguments))
    await album.look("queue", "f5")
    await stage.press("escape")


async def looked_up(album: Album) -> None:
    """Some time later: everything that can be looked up."""
    for _ in range(8):
        await album.stage.pass_seconds(5)
    await album.look("later")
    await album.look("log", "f6")
    await album.look("plan", "f3")
    await album.look("help", "escape", "f1")
    await album.look("menu", "escape", "escape")
    await album.look("curves", "6", "enter")
    await album.look("going back", "escape", "escape", "1", "3", "enter")
    await album.look("settings", "escape", "escape", "1", "4", "enter")


async def over(album: Album) -> None:
    """Leaving, and the pages of the hot wash."""
    await album.look("leave", "escape", "f10")
    await album.stage.press("3", "enter")
    await album.stage.done()
    await album.look("hot wash")
    await album.look("hot wash, end", "end")
    for place, name in enumerate(("timeline", "time", "mattered", "answers"), 2):
        await album.look(f"hot wash, {name}", str(place))


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_screens_look_as_they_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looks: SnapshotAssertion, language: str, size: tuple[int, int]
) -> None:
    # The journal's path stands on the last screen, and must be as long on every machine.
    monkeypatch.chdir(tmp_path)
    async with on_screen(with_few_orders(sample(tmp_path)), Path(), language=language, size=size) as stage:
        screens = await seen(stage)
    assert [name for name, text in screens.items() if not text.startswith(MARKS[language])] == []
    for name, text in screens.items():
        assert text == looks(name=name)


async def before(stage: Stage) -> dict[str, str]:
    """Every screen of the lobby by its name, as text."""
    album = Album(stage)
    await album.look("lobby")
    await album.look("lobby, help", "f1")
    await album.look("interrupted drills", "f1", "f2")
    await album.look("results", "escape", "f3")
    await album.look("lobby, settings", "escape", "f5")
    await album.look("preparing", "escape", "enter")
    await album.look("writing a name", "4", "enter")
    await album.look("joining", "escape", "escape", "f6")
    await album.look("writing an address", "1", "enter")
    return album.screens


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_lobby_looks_as_it_did(
    tmp_path: Path, looks: SnapshotAssertion, language: str, size: tuple[int, int]
) -> None:
    house = House(tmp_path)
    house.results = PAST
    async with lobby(house, language, size) as stage:
        screens = await before(stage)
    assert [name for name, text in screens.items() if not text.startswith(MARKS[language])] == []
    for name, text in screens.items():
        assert text == looks(name=name)


async def test_no_english_is_left_on_a_chinese_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    named = sample(
        tmp_path,
        ("per: 0.1, weight: 2}", "per: 0.1, weight: 2, name: {en: tension, zh: 紧张程度}}"),
        ("per: 10}", "per: 10, name: {en: unserved, zh: 未接待人数}}"),
    )
    async with on_screen(named, Path(), language="zh") as stage:
        screens = await seen(stage)
    house = House(tmp_path)
    house.results = PAST
    async with lobby(house, "zh") as stage:
        screens |= await before(stage)
    found = {name: set(LATIN.findall(text)) - KNOWN for name, text in screens.items()}
    assert {name: words for name, words in found.items() if words} == {}
