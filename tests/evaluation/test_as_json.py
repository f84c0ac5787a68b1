"""The object that a program reads: every key that is promised, and values by hand."""

import json

from simulator.evaluation.as_json import as_json
from tests.evaluation.builder import Story, score
from tests.sample import UNLAWFUL

PROMISED = {
    "": {"scenario", "digest", "seed", "length", "journal", "team", "trainees", "clauses", "world"},
    "team": {"overall", "rating"},
    "trainee": {
        "name", "seat", "stand_in", "overall", "speed", "quality", "conduct", "outcome", "coordination", "rating",
        "expectations", "conduct_findings",
    },
    "expectation": {
        "id", "clauses", "status", "due", "at", "timeliness", "quality", "credit", "of", "entries",
    },
    "finding": {"code", "severity", "at", "entry"},
    "clause": {"id", "expected", "met", "score"},
}  # fmt: skip


def story() -> Story:
    """A report a little late and an unlawful order."""
    told = Story().inject(1, "doors").order(15, "officer", "report", kind="first", people=86)
    return told.order(20, "officer", "line_up", place="square")


def test_every_promised_key_is_there() -> None:
    made = as_json(score(story()))
    officer = made["trainees"][1]
    parts = {
        "": made, "team": made["team"], "trainee": officer, "expectation": officer["expectations"][0],
        "finding": officer["conduct_findings"][0], "clause": made["clauses"][0],
    }  # fmt: skip
    assert {name: PROMISED[name] - part.keys() for name, part in parts.items()} == {name: set() for name in PROMISED}


def test_values_are_rounded_to_two_decimals_and_ratings_are_not() -> None:
    made = as_json(score(story()), journal="drill.jsonl")
    assert (made["scenario"], made["digest"], made["seed"], made["length"], made["journal"]) == (
        "little", "ab", 7, 14400, "drill.jsonl",
    )  # fmt: skip
    report = made["trainees"][1]["expectations"][0]
    assert (report["status"], report["due"], report["at"], report["timeliness"], report["credit"], report["of"]) == (
        "met", 60, 1020, 0.93, 1.93, 2.0,
    )  # fmt: skip
    assert report["entries"] == [1, 3, 4]
    finding = made["trainees"][1]["conduct_findings"][0]
    assert (finding["code"], finding["severity"], finding["at"], finding["entry"]) == (UNLAWFUL, "unlawful", 1320, 5)


def test_the_world_is_shown_by_incident_and_harm_by_kind() -> None:
    made = as_json(score(story(), residents__tension__mean=0.4, windows__left__end=3, harm__injured=1))
    assert made["world"] == {
        "harm": {"injured": 0},
        "incidents": {"residents": {"tension.mean": 0.4}, "windows": {"left.end": 3}},
    }


def test_stand_ins_have_null_figures() -> None:
    commander = as_json(score(story()))["trainees"][2]
    figures = ("overall", "speed", "quality", "conduct", "outcome", "coordination", "rating")
    assert (commander["stand_in"], [commander[name] for name in figures]) == (True, [None] * 7)
    assert (commander["expectations"], commander["conduct_findings"]) == ([], [])


def test_it_is_json() -> None:
    made = as_json(score(story()))
    assert json.loads(json.dumps(made)) == made
