"""Where YAML breaks, the finding names the line to mend, not the one where the parser gave up."""

import pytest

from simulator.authoring.yaml_reader import read_yaml


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("title：Hall\nnext: x\n", [("E111", 1, 6)]),
        ("a: 1\nb：2\nc：3\nd: 4\n", [("E111", 2, 2), ("E111", 3, 2)]),
        ("incidents:\n  residents：gathering\n", [("E111", 2, 12)]),
        ("{a：1, b: 2}", [("E111", 1, 3)]),
        ('"title"：Hall\n', [("E111", 1, 8)]),
        ("标题：大厅\nb: 1\n", [("E111", 1, 3)]),
        ("a: {en: Hall， zh: 大厅}\n", [("E111", 1, 13)]),
        ("a:　Hall\nb: 1\n", [("E111", 1, 3)]),
        ("a: 1\n　b: 2\n", [("E111", 2, 1)]),
    ],
)
def test_full_width_signs_are_named_on_the_line_where_they_stand(
    written: str, expected: list[tuple[str, int, int]]
) -> None:
    findings = read_yaml(written, "f.yaml").findings
    assert [(each.code, each.line, each.column) for each in findings] == expected


def test_full_width_signs_belong_in_texts() -> None:
    document = read_yaml('a: 大厅：86人\nb: "en：x"\nc: |\n  注意：等待\n  en：x\n', "f.yaml")
    assert document.findings == ()


def test_a_full_width_colon_in_a_text_is_not_blamed_for_another_fault() -> None:
    findings = read_yaml('a: "en：x"\nb: |\n  en：x\nc: [1, 2\nd: 3\n', "f.yaml").findings
    assert [(each.code, each.line, each.column) for each in findings] == [("E114", 5, 2)]


@pytest.mark.parametrize(
    ("written", "code", "line", "column"),
    [
        ('a: 1\nt: "Hall\npace: 12x\ntext: "Eighty"\n', "E113", 2, 4),
        ('a: "Hall', "E113", 1, 4),
        ("a: 'Hall\nb: c\n", "E113", 1, 4),
        ('a: "Hall\nb: 1\nc: "\nd: 3\n', "E113", 1, 4),
        ('a: {en: "Hall, zh: 大厅}\nb: {en: "x"}\n', "E113", 1, 9),
    ],
)
def test_an_unclosed_quote_is_found_where_it_opens(written: str, code: str, line: int, column: int) -> None:
    findings = read_yaml(written, "f.yaml").findings
    assert [(each.code, each.line, each.column) for each in findings] == [(code, line, column)]


def test_a_quote_closed_with_a_typographic_one_is_found_at_that() -> None:
    codes = [(each.code, each.column) for each in read_yaml('a: "Hall”\nb: "c"\n', "f.yaml").findings]
    assert codes == [("E112", 9)]


def test_a_text_in_quotes_may_go_on_over_lines() -> None:
    assert read_yaml('a: "Eighty-six people\n  at: the door"\n', "f.yaml").findings == ()


@pytest.mark.parametrize(
    ("written", "code", "line", "column", "message"),
    [
        ("a: b: c\n", "E110", 1, 5, "a ':' that cannot stand here"),
        ("title:Hall\nb: 1\n", "E110", 1, 6, "a ':' without a space after it"),
        ("a key\nb: 1\n", "E110", 1, 1, "a line without ':'"),
        ("a: x\n  b: y\n", "E110", 2, 4, "a key under a line that already has a value"),
        ("a:\n  b: 1\n c: 2\n", "E115", 3, 2, "this does not fit the lines above"),
        ("- a\nb: c\n", "E115", 2, 1, "this does not fit the lines above"),
        ("a: @x\n", "E110", 1, 4, "a text cannot begin with this sign"),
        ("a: 'don't'\n", "E110", 1, 9, "something follows the closing quote"),
        ('a: "\\q"\n', "E110", 1, 5, "'\\' with a letter that means nothing"),
        ("a: |x\n  b\n", "E110", 1, 5, "text on the line of '|' or '>'"),
        ("a: [1,,2]\n", "E110", 1, 7, "the structure cannot be read here"),
    ],
)
def test_a_broken_structure_is_told_in_an_authors_words(
    written: str, code: str, line: int, column: int, message: str
) -> None:
    (finding,) = read_yaml(written, "f.yaml").findings
    assert (finding.code, finding.line, finding.column) == (code, line, column)
    assert str(finding.message) == message


def test_an_unclosed_bracket_names_where_it_opened() -> None:
    (finding,) = read_yaml("a: {b: 1\nc: 2\n", "f.yaml").findings
    assert (finding.code, finding.line, finding.column) == ("E114", 2, 2)
    assert finding.related is not None
    assert (finding.related.line, finding.related.column) == (1, 4)
