"""What the audit makes of the answers of lists of known weaknesses."""

from typing import Any

from tests.full.audit import UNREACHED, verdict

SOUND = {"name": "click", "version": "8.5.1", "vulns": []}
WEAK: dict[str, Any] = {
    "name": "jinja2", "version": "2.10", "vulns": [{"id": "X-2019-1", "fix_versions": ["2.10.1"]}],
}  # fmt: skip
UNKNOWN = {"name": "jinja2", "skip_reason": "not found"}


def test_a_known_weakness_fails_and_is_named() -> None:
    status, lines = verdict([[SOUND, WEAK]])
    assert (status, lines) == (
        1, ["jinja2 2.10: X-2019-1, mended in 2.10.1", "2 of 2 packages looked up, 1 weaknesses known"],
    )  # fmt: skip


def test_without_any_it_passes() -> None:
    assert verdict([[SOUND]]) == (0, ["1 of 1 packages looked up, 0 weaknesses known"])


def test_a_list_that_knows_nothing_or_cannot_be_reached_is_no_answer() -> None:
    assert verdict([])[0] == UNREACHED
    assert verdict([[UNKNOWN, UNKNOWN]])[0] == UNREACHED
