"""Changing one value of an author's file leaves everything else as it stands."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.library import shipped
from simulator.authoring.splicing import Change, spliced
from simulator.authoring.yaml_reader import read_yaml
from simulator.authoring.yaml_writing import inline
from simulator.errors import ContentError

FILE = """\
# head
title: {en: Hi, zh: 你好}  # short
text:
  en: >-
    A text that goes
    on.

  # about the Chinese
  zh: 你好
list:
  - at: 1m   # first
    by: phone
state:
empty: {}
"""


def lines_changed(before: str, after: str) -> list[str]:
    compared = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in compared if line[:1] in "+-" and line[:3] not in ("+++", "---")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Change(("title", "zh"), "您好"),
         ["-title: {en: Hi, zh: 你好}  # short", "+title: {en: Hi, zh: 您好}  # short"]),
        (Change(("title", "fr"), "Oui, ça"),
         ["-title: {en: Hi, zh: 你好}  # short", '+title: {en: Hi, zh: 你好, fr: "Oui, ça"}  # short']),
        (Change(("text", "en"), "Short: now"), ["-    A text that goes", "-    on.", "+    Short: now"]),
        (Change(("text", "fr"), "Oui"), ["+  fr: Oui"]),
        (Change(("list", 0, "to"), ["a", "b"], ("why",)), ["+    # why", "+    to: [a, b]"]),
        (Change(("list", 0, "by"), "radio"), ["-    by: phone", "+    by: radio"]),
        (Change(("state", "buses"), {"start": 0}), ["+  buses: {start: 0}"]),
        (Change(("empty", "clock"), "07:40"), ["-empty: {}", '+empty: {clock: "07:40"}']),
        (Change(("new",), {"a": {"b": [1, "x, y"]}}), ["+new:", "+  a:", '+    b: [1, "x, y"]']),
    ],
)  # fmt: skip
def test_only_the_lines_of_the_change_differ(change: Change, expected: list[str]) -> None:
    assert lines_changed(FILE, spliced(FILE, [change])) == expected


def test_several_changes_are_made_at_once() -> None:
    made = spliced(FILE, [Change(("title", "zh"), "您好"), Change(("title", "fr"), "Oui"), Change(("a",), True)])
    assert read_yaml(made, "").value["title"] == {"en": "Hi", "zh": "您好", "fr": "Oui"}
    assert made.endswith("empty: {}\na: true\n")


@pytest.mark.parametrize("path", [("nowhere", "deep", 0), ("list", 3, "by"), ("title", "en", "x")])
def test_a_change_without_a_place_is_refused(path: tuple[str | int, ...]) -> None:
    with pytest.raises(ContentError, match="there is no place for"):
        spliced(FILE, [Change(path, "x")])


def test_a_file_that_does_not_hold_is_left_alone() -> None:
    with pytest.raises(ContentError, match="the file does not hold as YAML"):
        spliced("a: [", [Change(("a",), 1)])


def test_every_text_of_the_shipped_scenarios_can_be_written_in_its_place() -> None:
    for path in shipped()[:3]:
        text = path.read_text(encoding="utf-8")
        value = read_yaml(text, "").value
        changes = [
            Change(
                ("injects", name, "text"), {"en": each["text"]["en"] + " More.", "zh": "更多：" + each["text"]["zh"]}
            )
            for name, each in value["injects"].items()
        ]
        comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
        made = spliced(text, changes)
        assert [line for line in made.splitlines() if line.lstrip().startswith("#")] == comments


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co"))) | st.sampled_from(
    ["yes", "07:40", "null", "1.5", "- a", "a: b", "a #b", "{x}", "'q'", '"q"', "", " a", "a ", "：", "“a”", "@a", "%a"]
)


@given(WORDS)
def test_whatever_is_written_is_read_back_the_same(word: str) -> None:
    block = read_yaml(f"k: {inline(word, flow=False)}\nl: {{m: {inline(word)}, other: 1}}\n", "")
    assert (block.value["k"], block.value["l"]["m"]) == (word, word)
    assert block.holds


@given(st.text("ab 你好.,:#\n", min_size=1, max_size=400))
def test_a_long_text_keeps_its_words_and_lines(text: str) -> None:
    made = spliced(FILE, [Change(("text", "en"), text), Change(("more",), {"deep": {"t": text}})])
    after = read_yaml(made, "").value
    assert (after["text"]["en"], after["more"]["deep"]["t"]) == (text, text)
