"""How every screen looks, as text, at 80×24 and 120×40 in both languages; and that none speaks two languages."""

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from simulator.journal.acts import Order
from tests.authoring.sample import sample
from tests.tui.screen import LANGUAGES, SIZES, Looks, Stage, on_screen, with_few_orders

LATIN = re.compile(r"[A-Za-z]{2,}")
KNOWN = {"Enter", "Esc", "English", "Lin", "Qiao", "open", "reception", "drillroom", "report", "drill", "jsonl"}
"""What stays Latin on a Chinese screen: keys, names, what was typed, a command."""

MARKS = {"en": "EXERCISE", "zh": "演练"}
"""What every screen begins with."""


@pytest.fixture
def looks(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Looks)


async def seen(stage: Stage) -> dict[str, str]:
    """Every screen of a drill by its name, as text."""
    screens: dict[str, str] = {"briefing": stage.text}

    async def look(name: str, *keys: str) -> None:
        await stage.press(*keys)
        screens[name] = stage.text

    await stage.press("enter")
    await stage.pass_seconds(0.1)
    await look("decision")
    await look("drill", "escape")
    await look("message", "enter")
    await stage.press("escape", "f2")
    await look("orders")
    await stage.type("open_reception")
    await look("search")
    await look("argument", "enter")
    await look("preview", "1", "enter", "enter")
    await stage.press("enter")
    order = Order("dispatch", {"unit": "reception_team", "place": "hall"})
    stage.app.desk.act(order, lambda wording: wording.order(order.verb, order.arguments))
    await look("queue", "f5")
    await stage.press("escape")
    for _ in range(8):
        await stage.pass_seconds(5)
    await look("later")
    await look("log", "f6")
    await look("plan", "f3")
    await look("help", "escape", "f1")
    await look("menu", "escape", "escape")
    await look("leave", "f10")
    await stage.press("3", "enter")
    await stage.done()
    await look("hot wash")
    await look("hot wash, end", "end")
    return screens


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


async def test_no_english_is_left_on_a_chinese_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    named = sample(
        tmp_path,
        ("per: 0.1, weight: 2}", "per: 0.1, weight: 2, name: {en: tension, zh: 紧张程度}}"),
        ("per: 10}", "per: 10, name: {en: unserved, zh: 未接待人数}}"),
    )
    async with on_screen(named, Path(), language="zh") as stage:
        screens = await seen(stage)
    found = {name: set(LATIN.findall(text)) - KNOWN for name, text in screens.items()}
    assert {name: words for name, words in found.items() if words} == {}
