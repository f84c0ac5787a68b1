"""Strict YAML is read into plain values with places, and nothing else is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.document import Document
from simulator.authoring.source import Place
from simulator.authoring.yaml_reader import read_bytes, read_file, read_yaml
from simulator.errors import FileError

SCENARIO = """\
id: mass
title: {en: Arrears, zh: 拖欠过渡费 😀, note: "two: parts"}
seats: [commander, petition_lead]
rate: 0.5
people: -86
ready: true
nobody: null
nothing:
length: 1h30m
text: >
  Eighty-six people
  at the door.
"""


def codes(document: Document) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.line, finding.column) for finding in document.findings]


def test_values_are_only_text_decimals_truths_and_null() -> None:
    document = read_yaml(SCENARIO, "mass.yaml")
    assert document.findings == ()
    assert document.value == {
        "id": "mass",
        "title": {"en": "Arrears", "zh": "拖欠过渡费 😀", "note": "two: parts"},
        "seats": ["commander", "petition_lead"],
        "rate": 0.5,
        "people": -86,
        "ready": True,
        "nobody": None,
        "nothing": None,
        "length": "1h30m",
        "text": "Eighty-six people at the door.\n",
    }


def test_every_value_and_key_knows_its_place_in_code_points() -> None:
    document = read_yaml(SCENARIO, "mass.yaml")
    assert document.place(("id",)) == Place(1, 5, 9)
    assert document.key_place(("id",)) == Place(1, 1, 3)
    assert document.place(("title", "zh")) == Place(2, 26, 33)
    assert document.key_place(("title", "note")) == Place(2, 35, 39)
    assert document.place(("seats", 1)) == Place(3, 20, 33)


def test_a_path_that_leads_nowhere_stands_at_what_is_nearest() -> None:
    document = read_yaml(SCENARIO, "mass.yaml")
    assert document.key_place(("title", "fr")) == Place(2, 1, 6)
    assert document.value_at(("title", "fr")) is None
    assert document.value_at(("seats", 7)) is None


def test_a_stretch_of_a_text_has_its_own_place_also_inside_quotes() -> None:
    document = read_yaml(SCENARIO, "mass.yaml")
    assert document.place_within(("title", "note"), 5, 10) == Place(2, 47, 52)
    assert document.place_within(("title", "en"), 0, 3) == Place(2, 13, 16)
    assert document.place_within(("text",), 0, 3) == document.place(("text",))


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    document = read_bytes(b"\xef\xbb\xbfid: mass\r\nwho: [on]\r\n", "w.yaml")
    assert document.value["id"] == "mass"
    assert codes(document) == [("E130", 2, 7)]


@pytest.mark.parametrize(
    ("written", "code", "column"),
    [
        ("a: on", "E130", 4),
        ("a: No", "E130", 4),
        ("a: y", "E130", 4),
        ("a: True", "E130", 4),
        ("a: ~", "E130", 4),
        ("on: 1", "E130", 1),
        ("a: 0x1F", "E131", 4),
        ("a: 0o17", "E131", 4),
        ("a: 017", "E131", 4),
        ("a: 1_000", "E131", 4),
        ("a: +5", "E131", 4),
        ("a: .5", "E131", 4),
        ("a: 1234567890123456", "E131", 4),
        ("a: 1:30", "E132", 4),
        ("a: 07:40", "E132", 4),
        ("a: 2026-03-01", "E132", 4),
        ("a: .inf", "E133", 4),
        ("a: .NaN", "E133", 4),
        ("a: 1e999", "E133", 4),
        ("a: &here 1", "E121", 4),
        ("a: *here", "E121", 4),
        ("<<: 1", "E121", 1),
        ("a: !!int 1", "E122", 4),
        ("a: !own x", "E122", 4),
        ("%YAML 1.1\n---\na: 1", "E123", 1),
        ("1: a", "E124", 1),
        ("[a]: b", "E124", 1),
        ("a: “Hall”", "E112", 4),
        ("a:\tb", "E105", 3),
        ("a: \x07", "E102", 4),
        ("a: \u2028", "E102", 4),
        ("a: \u202eb", "E103", 4),
        ("a: \ud800", "E104", 4),
    ],
)
def test_what_people_and_yaml_read_differently_is_refused(written: str, code: str, column: int) -> None:
    assert codes(read_yaml(written, "f.yaml")) == [(code, 1, column)]


def test_quotes_make_any_word_a_text() -> None:
    document = read_yaml('a: "on"\nb: "1:30"\nc: \'007\'\n"on": "~"\n', "f.yaml")
    assert document.findings == ()
    assert document.value == {"a": "on", "b": "1:30", "c": "007", "on": "~"}


def test_every_fault_is_found_at_once_in_the_order_of_lines() -> None:
    document = read_yaml("a: on\nb: 1:30\na: 2\nc: &x 0x1F\n", "f.yaml")
    assert codes(document) == [("E130", 1, 4), ("E132", 2, 4), ("E120", 3, 1), ("E121", 4, 4), ("E131", 4, 4)]
    assert not document.holds


def test_a_key_written_twice_names_the_first() -> None:
    (finding,) = read_yaml("seats: 1\nplaces: 2\nseats: 3\n", "f.yaml").findings
    assert (finding.code, finding.line) == ("E120", 3)
    assert finding.related is not None
    assert (finding.related.line, finding.related.column, finding.related.length) == (1, 1, 5)


def test_a_second_document_is_refused_where_it_begins() -> None:
    assert codes(read_yaml("a: 1\n---\nb: 2\n", "f.yaml")) == [("E123", 2, 1)]


@pytest.mark.parametrize("written", ["", "\n\n", "# nothing yet\n", "---\n"])
def test_a_file_with_nothing_in_it_says_so(written: str) -> None:
    assert codes(read_yaml(written, "f.yaml")) == [("E106", 1, 1)]


def test_a_byte_that_is_not_utf_8_is_found_on_its_line() -> None:
    document = read_bytes("id: mass\ntitle: 大厅\n".encode("gbk"), "f.yaml")
    assert codes(document) == [("E101", 2, 8)]


@pytest.mark.parametrize("written", ["[" * 41, "{a: " * 41, "- " * 41 + "x"])
def test_forty_maps_and_lists_inside_one_another_are_the_most(written: str) -> None:
    assert [code for code, _, _ in codes(read_yaml(written, "f.yaml"))] == ["E140"]


def test_depth_and_entries_up_to_their_limits_are_read() -> None:
    assert read_yaml("[" * 40 + "]" * 40, "f.yaml").findings == ()
    assert read_yaml("[" + "1," * 199_999 + "]", "f.yaml").findings == ()
    assert [code for code, _, _ in codes(read_yaml("[" + "1," * 200_000 + "]", "f.yaml"))] == ["E141"]


def test_a_file_above_two_mebibytes_is_not_read() -> None:
    assert codes(read_yaml("大" * 700_000, "f.yaml")) == [("E100", 1, 1)]
    assert codes(read_bytes(b"#" * (2 * 1024 * 1024 + 1), "f.yaml")) == [("E100", 1, 1)]


def test_two_hundred_findings_are_enough() -> None:
    assert len(read_yaml("".join(f"k{n}: on\n" for n in range(300)), "f.yaml").findings) == 200


def test_what_is_missing_or_no_file_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"gone\.yaml does not exist"):
        read_file(tmp_path / "gone.yaml", "gone.yaml")
    with pytest.raises(FileError, match="folder is not a file"):
        read_file(tmp_path, "folder")


def test_a_file_is_shown_under_the_name_it_was_given(tmp_path: Path) -> None:
    written = tmp_path / "scenario.yaml"
    written.write_text("a: on\n", encoding="utf-8")
    assert [finding.file for finding in read_file(written, "mine.yaml").findings] == ["mine.yaml"]


@given(st.text(alphabet=" \n\t:-{}[],\"'#&*!|>?%@`aon10.：“”大\u3000", max_size=60))
def test_any_text_is_answered_with_a_document_whose_findings_lie_in_it(written: str) -> None:
    document = read_yaml(written, "f.yaml")
    lines = len(document.source.lines)
    assert all(1 <= finding.line <= lines and finding.column >= 1 for finding in document.findings)
    assert document.value is not None or document.findings or written.strip("-. \n#") in ("null", "")


@given(st.binary(max_size=60))
def test_any_bytes_are_answered_with_a_document(data: bytes) -> None:
    assert read_bytes(data, "f.yaml").source.file == "f.yaml"
