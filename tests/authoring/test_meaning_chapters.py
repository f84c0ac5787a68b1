"""Chapters and names in braces: every contradiction is told with its place."""

from pathlib import Path

import pytest

from tests.authoring.sample import findings_of, place_of

LENGTH = "length: 4h\n"
DOORS = 'text: {en: "Eighty-six people at the door.", zh: 门口有八十六人。}'


def days(first: str, second: str, length: str) -> tuple[str, str]:
    """The sample spanning two days."""
    chapters = f"chapters: {{one: {{starts: 0m, length: {first}}}, two: {{starts: {second}, length: 4h}}}}"
    return LENGTH, f"length: {length}\n{chapters}\n"


def test_a_scenario_over_two_days_is_right(tmp_path: Path) -> None:
    found = findings_of(tmp_path, days("4h", "24h", "28h"))
    assert [finding.code for finding in found] == []


@pytest.mark.parametrize(
    ("change", "code", "text", "part"),
    [
        (days("5h", "4h", "8h"), "E425", "chapters:", "4h, length"),
        (days("4h", "24h", "30h"), "E426", "length: 30h", "30h"),
    ],
)
def test_chapters_that_contradict_one_another_are_named(
    tmp_path: Path, change: tuple[str, str], code: str, text: str, part: str
) -> None:
    found = next(finding for finding in findings_of(tmp_path, change) if finding.code == code)
    assert (found.line, found.column) == place_of(text, part, change)


def test_what_comes_between_two_chapters_is_named(tmp_path: Path) -> None:
    later = ("    at: 0m\n    to: [duty_officer", "    at: 6h\n    to: [duty_officer")
    found = findings_of(tmp_path, days("4h", "24h", "28h"), later)
    assert "W409" in [finding.code for finding in found]


def test_a_name_in_braces_must_stand_for_something(tmp_path: Path) -> None:
    change = (DOORS, 'text: {en: "{residents.peple} people, {hall.density} dense.", zh: 门口有八十六人。}')
    [found] = [finding for finding in findings_of(tmp_path, change) if finding.code == "E427"]
    assert str(found.help).startswith("did you mean 'residents.people'?")
