"""The scorecard as the object that `run --json` and `score --json` print."""

from typing import Any

from simulator.evaluation.conduct import Finding
from simulator.evaluation.expectations import Judged
from simulator.evaluation.rating import Cap
from simulator.evaluation.scorecard import Scorecard, Trainee


def as_json(scorecard: Scorecard, journal: str | None = None) -> dict[str, Any]:
    """All keys of the public interface, and the receipts; figures to two decimals. *journal* is the file's path."""
    return {
        "scenario": scorecard.scenario,
        "digest": scorecard.digest,
        "seed": scorecard.seed,
        "length": scorecard.length,
        "journal": journal,
        "incomplete": scorecard.incomplete,
        "team": {
            "overall": figure(scorecard.team.overall),
            "rating": scorecard.team.rating,
            "outcome": figure(scorecard.team.outcome),
            "caps": [_cap(cap) for cap in scorecard.team.caps],
        },
        "trainees": [_trainee(trainee) for trainee in scorecard.trainees],
        "clauses": [
            {"id": clause.id, "expected": clause.expected, "met": clause.met, "score": figure(clause.score)}
            for clause in scorecard.clauses
        ],
        "world": {"harm": dict(scorecard.harm), "incidents": _incidents(scorecard)},
    }


def figure(number: float | None) -> float | None:
    """A figure as it is printed."""
    return None if number is None else round(number, 2)


def _incidents(scorecard: Scorecard) -> dict[str, dict[str, float]]:
    """The measures by incident; harm stands by itself."""
    found: dict[str, dict[str, float]] = {}
    for path, value in scorecard.measures.items():
        head, _, part = path.partition(".")
        if head != "harm":
            found.setdefault(head, {})[part] = value
    return found


def _trainee(trainee: Trainee) -> dict[str, Any]:
    return {
        "name": trainee.name,
        "seat": trainee.seat,
        "player": trainee.player,
        "stand_in": trainee.stand_in,
        "overall": figure(trainee.overall),
        "speed": figure(trainee.figures.speed),
        "quality": figure(trainee.figures.quality),
        "conduct": figure(trainee.figures.conduct),
        "outcome": figure(trainee.figures.outcome),
        "coordination": figure(trainee.figures.coordination),
        "rating": trainee.rating,
        "expectations": [_judged(each) for each in trainee.judged],
        "conduct_findings": [_finding(found) for found in trainee.findings],
        "caps": [_cap(cap) for cap in trainee.caps],
        "unneeded": list(trainee.unneeded),
        "hints": list(trainee.hints),
        "lost": figure(trainee.lost),
    }


def _judged(each: Judged) -> dict[str, Any]:
    expectation = each.instance.expectation
    return {
        "id": each.id,
        "instance": each.instance.number,
        "clauses": list(expectation.clauses),
        "status": each.status,
        "rating": each.rating,
        "due": each.due,
        "at": each.met,
        "target": expectation.target,
        "limit": expectation.limit,
        "noticed": each.noticed,
        "decided": each.decided,
        "effective": each.effective,
        "timeliness": figure(each.timeliness),
        "quality": figure(each.quality),
        "gate": figure(each.gate.value),
        "credit": figure(each.credit),
        "of": each.of,
        "entries": list(each.entries),
        "corrections": [
            {"entry": step.entry, "at": step.at, "quality": step.graded.quality, "adds": figure(step.adds)}
            for step in each.steps[1:]
        ],
    }


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "code": found.code,
        "severity": found.severity,
        "at": found.at,
        "entry": found.entry,
        "source": found.source,
        "expectation": found.expectation or None,
        "repaired_at": found.repaired_at,
    }


def _cap(cap: Cap) -> dict[str, Any]:
    return {"rating": cap.rating, "at_most": cap.at_most, "reason": str(cap.reason), "entry": cap.entry}
