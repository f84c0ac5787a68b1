"""Findings are shown with a caret that lines up, also under Chinese, and steer no terminal."""

import pytest

from simulator.authoring.diagnostics import as_json, did_you_mean, found, in_order, render
from simulator.authoring.source import Place, Source
from simulator.language.said import say
from simulator.language.translator import translator_for

ENGLISH = translator_for("en")


def shown(source: Source, place: Place) -> list[str]:
    finding = found("E110", source.file, place, say("x"))
    return render(finding, source, ENGLISH).splitlines()[3:5]


def test_a_finding_shows_its_place_the_other_place_and_a_remedy() -> None:
    lines = ["    when: residents.stage == blokcing" if n == 84 else "" for n in range(1, 85)]
    lines[40] = "      blocking: {above: 0.70, inject: gate_blocked}"
    source = Source("scenarios/mass/scenario.yaml", "\n".join(lines))
    finding = found(
        "E110",
        source.file,
        Place(84, 30, 38),
        say("'{name}' has no stage '{word}'", name="residents", word="blokcing"),
        say("did you mean '{near}'?", near="blocking"),
        (Place(41, 7, 15), say("declared here")),
    )
    assert render(finding, source, ENGLISH) == (
        "error[E110]: 'residents' has no stage 'blokcing'\n"
        "  --> scenarios/mass/scenario.yaml:84:30\n"
        "   |\n"
        "84 |     when: residents.stage == blokcing\n"
        "   |                              ^^^^^^^^\n"
        "   ::: scenarios/mass/scenario.yaml:41:7\n"
        "   |\n"
        "41 |       blocking: {above: 0.70, inject: gate_blocked}\n"
        "   |       -------- declared here\n"
        "   = help: did you mean 'blocking'?"
    )


def test_a_finding_is_told_in_chinese() -> None:
    source = Source("f.yaml", "a:\tb")
    finding = found("E105", source.file, Place(1, 3, 4), say("a tab"))
    assert render(finding, source, translator_for("zh")).splitlines()[0] == "错误[E105]: 制表符"


def test_carets_line_up_under_what_is_two_cells_wide() -> None:
    source = Source("f.yaml", "zh: 大厅 blokcing 大厅")
    assert shown(source, Place(1, 8, 16)) == [
        "1 | zh: 大厅 blokcing 大厅",
        "  |          ^^^^^^^^",
    ]
    assert shown(source, Place(1, 5, 7)) == ["1 | zh: 大厅 blokcing 大厅", "  |     ^^^^"]


def test_a_tab_is_shown_as_spaces_and_a_control_sign_as_a_question_mark() -> None:
    assert shown(Source("f.yaml", "\ta: \x1b[31mx"), Place(1, 5, 6)) == [
        "1 |     a: ?[31mx",
        "  |        ^",
    ]


def test_a_long_line_is_shortened_around_its_place() -> None:
    source = Source("f.yaml", "a" * 300 + "HERE" + "b" * 300)
    assert shown(source, Place(1, 301, 305)) == [
        "1 | …" + "a" * 24 + "HERE" + "b" * 66 + "…",
        "  | " + " " * 25 + "^^^^",
    ]
    assert shown(source, Place(1, 1, 3)) == ["1 | " + "a" * 94 + "…", "  | ^^"]


def test_a_place_past_the_end_has_its_caret_at_the_end() -> None:
    assert shown(Source("f.yaml", "ab"), Place(1, 9, 12)) == ["1 | ab", "  |   ^"]
    assert shown(Source("f.yaml", "ab"), Place(7, 1, 2)) == ["7 |", "  | ^"]


def test_messages_and_names_steer_no_terminal() -> None:
    source = Source("\x1b[2Jf.yaml", "a")
    finding = found("E110", source.file, Place(1, 1, 2), say("'{word}'", word="\x1b[31m\u202ex\ud800"))
    assert render(finding, source, ENGLISH).splitlines()[:2] == [
        "error[E110]: '\\x1b[31m\\u202ex\\ud800'",
        " --> \\x1b[2Jf.yaml:1:1",
    ]


def test_programs_get_every_key_and_null_where_there_is_no_help() -> None:
    finding = found("E105", "f.yaml", Place(3, 2, 3), say("a tab"), severity="hint")
    assert as_json(finding, ENGLISH) == {
        "code": "E105",
        "severity": "hint",
        "file": "f.yaml",
        "line": 3,
        "column": 2,
        "message": "a tab",
        "help": None,
    }


def test_findings_are_told_by_file_line_and_column() -> None:
    places = [("b", 1, 1), ("a", 2, 5), ("a", 2, 1), ("a", 10, 1)]
    findings = [found("E105", file, Place(line, column, 9), say("a tab")) for file, line, column in places]
    ordered = [(each.file, each.line, each.column) for each in in_order(findings)]
    assert ordered == [("a", 2, 1), ("a", 2, 5), ("a", 10, 1), ("b", 1, 1)]


def test_a_code_that_is_not_registered_cannot_be_found() -> None:
    with pytest.raises(KeyError):
        found("E999", "f.yaml", Place(1, 1, 2), say("a tab"))


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("blokcing", ["calm", "chanting", "blocking"], "blocking"),
        ("Commander", ["commander"], "commander"),
        ("接待大听", ["接待大厅", "广场"], "接待大厅"),
        ("大听", ["大厅", "广场"], "大厅"),
        ("zebra", ["calm", "blocking"], None),
        ("x" * 100_000, ["calm"], None),
        ("calm", [], None),
    ],
)
def test_the_nearest_known_word_is_proposed(word: str, known: list[str], meant: str | None) -> None:
    assert did_you_mean(word, known) == meant
