"""A file that does not have the shape of a scenario: each fault at its place, with what to write."""

from pathlib import Path

import pytest

from tests.authoring.sample import findings_of, place_of

FAULTS = [
    ("an unknown setting", [("by: phone", "bye: phone")], "E201", "bye: phone", "bye", "did you mean 'by'?"),
    (
        "a setting of something else",
        [("by: phone", "capacity: 3")],
        "E201",
        "    capacity: 3",
        "capacity",
        "there can be: ",
    ),
    (
        "a setting that is missing",
        [("    task: {en: Greet them, zh: 先打招呼}\n", "")],
        "E202",
        "  greet:",
        "greet",
        "add 'task: {en: …, zh: …}'",
    ),
    (
        "an incident of no kind",
        [("    kind: reception\n", "")],
        "E202",
        "  windows:",
        "windows",
        "add 'kind: gathering'",
    ),
    (
        "a text for a number",
        [("people: 86\n", "people: many\n")],
        "E203",
        "people: many",
        "many",
        "write it like 10",
    ),
    ("one word for a list", [("clauses: [M4]", "clauses: M4")], "E203", "clauses: M4", "M4", "square brackets: [M4]"),
    (
        "a number for a text",
        [("ms_yu: {name: {en: Yu Wen, zh: 于雯}}", "ms_yu: {name: 7}")],
        "E203",
        "ms_yu",
        "7",
        'put it in quotes: "7"',
    ),
    ("a list among the seats", [("seats: [commander", "seats: [[commander]")], "E203", "seats", "[commander]", ""),
    (
        "a condition cut by its comma",
        [("since(relay_progress()) < 20m", "register(incident=residents, x=1)")],
        "E204",
        "progress:",
        "register",
        'put the whole of it in quotes: "…"',
    ),
    (
        "a text cut by its comma",
        [("{en: They chant., zh", "{en: They chant, all of them, zh")],
        "E204",
        "They chant",
        "all of them",
        "stands in quotes",
    ),
    ("a word that is no choice", [("by: phone", "by: phon")], "E205", "by: phon", "phon", "did you mean 'phone'?"),
    (
        "a kind that does not exist",
        [("kind: reception", "kind: recption")],
        "E205",
        "recption",
        "recption",
        "reception",
    ),
    (
        "a share above one",
        [("quality: 1.0, raises", "quality: 1.5, raises")],
        "E206",
        "1.5",
        "1.5",
        "within the limits",
    ),
    ("an empty list", [("clauses: [M4]", "clauses: []")], "E206", "clauses: []", "[]", "within the limits"),
    ("a capital letter in an id", [("  ms_yu:", "  Ms_yu:")], "E207", "Ms_yu", "Ms_yu", "lower-case letters"),
    ("a language that is none", [("zh: 于雯", "中文: 于雯")], "E208", "ms_yu", "中文", "{en: …, zh: …}"),
    ("a time without its unit", [("target: 3m", "target: 33")], "E210", "target: 33", "33", "write 90s, 10m, 1h30m"),
    ("an area without its unit", [("area: 120 m2", "area: 120 m")], "E210", "120 m}", "120 m", "write it as 120 m2"),
    ("a window that runs backwards", [("travel: 8m..14m", "travel: 14m..8m")], "E210", "14m..8m", "14m..8m", "8m..14m"),
    (
        "one = in a condition",
        [("hall.density > 0.6", "hall.density = 0.6")],
        "E305",
        "hall.density",
        "= 0.6",
        "write == to compare",
    ),
    (
        "a full-width bracket in a quoted condition",
        [('"register(incident=residents)"', '"register（incident=residents)"')],
        "E300",
        "register（",
        "（",
        "type '(' instead",
    ),
    (
        "an order of its own without a time",
        [("length: 4h", 'length: 4h\norders: {sing: {name: Sing, does: "They sing.", group: care}}')],
        "E202",
        "orders: {sing",
        "sing",
        "add 'takes:",
    ),
]


@pytest.mark.parametrize(
    ("changes", "code", "line_with", "part", "remedy"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS]
)
def test_a_fault_of_the_shape_is_told_at_its_place_with_a_remedy(
    tmp_path: Path, changes: list[tuple[str, str]], code: str, line_with: str, part: str, remedy: str
) -> None:
    findings = findings_of(tmp_path, *changes)
    found = [(each.code, each.line, each.column) for each in findings]
    assert found == [(code, *place_of(line_with, part, *changes))]
    assert remedy in str(findings[0].help)


def test_a_misspelt_setting_is_not_told_of_as_missing_too(tmp_path: Path) -> None:
    findings = findings_of(tmp_path, ("measure: harm.injured", "measur: harm.injured"))
    assert [each.code for each in findings] == ["E201"]


def test_faults_of_yaml_shape_and_meaning_are_told_at_once(tmp_path: Path) -> None:
    findings = findings_of(
        tmp_path,
        ("leaders_told: {start: false}", "leaders_told: {start: no}"),
        ("area: 120 m2", "area: wide"),
        ("not windows.open", "residents.stage == blokcing"),
        ("base: bureau", "base: burau"),
    )
    assert [each.code for each in findings] == ["E210", "E400", "E130", "E301"]


def test_what_stands_in_a_wrongly_shaped_entry_is_not_told_of_as_wrong_in_its_meaning(tmp_path: Path) -> None:
    findings = findings_of(tmp_path, ('    to: petition_lead\n    text: {en: "What', '    text: {en: "What'))
    assert [(each.code, str(each.message)) for each in findings] == [("E202", "the setting 'to' is missing")]


def test_a_file_that_is_a_list_is_told_of_as_that(tmp_path: Path) -> None:
    from simulator.authoring.load import load_text

    findings = load_text("- a\n- b\n", tmp_path / "scenario.yaml").findings
    assert [(each.code, str(each.message)) for each in findings] == [
        ("E203", "a map of settings is needed here, not a list")
    ]


def test_a_missing_length_is_not_told_again_of_every_time_in_the_file(tmp_path: Path) -> None:
    findings = findings_of(tmp_path, ("length: 4h\n", ""))
    assert [(each.code, str(each.help)) for each in findings] == [("E202", "add 'length: 10m'")]
