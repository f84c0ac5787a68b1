"""What a report's object says of a shared drill: sittings, what the controllers did, requests, evaluators' ratings."""

from collections.abc import Sequence
from typing import Any

from reports.card.controls import is_control
from reports.card.seating import stays_of
from simulator.evaluation.agreement import agreement
from simulator.evaluation.as_json import figure
from simulator.evaluation.reading import read
from simulator.evaluation.scorecard import Scorecard
from simulator.journal.entry import SIT, Entry
from simulator.scenario.scenario import Scenario


def shared_object(scenario: Scenario, journal: Sequence[Entry], scored: Scorecard) -> dict[str, Any]:
    """What stands under `shared`; empty for a drill in which nobody came or went."""
    stays = stays_of(journal)
    if not stays:
        return {}
    found = {
        "sittings": [
            {"seat": seat, "player": each.sitting.player, "name": each.sitting.name, "from": each.sitting.time,
             "to": each.until, "ended": each.ended or None}
            for seat in scenario.seats for each in stays.get(seat, ())
        ],
        "controls": [_control(entry) for entry in journal if is_control(entry)],
        "requests": _requests(scenario, journal),
        "evaluators": _evaluators(journal, scored),
    }  # fmt: skip
    return {"shared": found}


def _control(entry: Entry) -> dict[str, Any]:
    said = entry.payload
    seats = [said["seat"]] if entry.kind == SIT else list(said.get("to", ()))
    return {
        "entry": entry.number,
        "at": entry.time,
        "by": said["by"],
        "kind": entry.kind.removeprefix("control."),
        "what": said.get("what") or said.get("player"),
        "inject": said.get("inject"),
        "seats": seats,
        "purpose": said.get("purpose") or None,
        "why": said.get("why") or None,
        "words": said.get("words") or None,
    }


def _requests(scenario: Scenario, journal: Sequence[Entry]) -> list[dict[str, Any]]:
    return [
        {"entry": each.given, "by": each.by, "to": each.to, "verb": each.verb, "with": dict(each.arguments),
         "reached": each.reached, "answered": each.answered,
         "granted": None if each.answered is None else each.granted, "words": each.words}
        for each in read(scenario, journal).requests.all.values()
    ]  # fmt: skip


def _evaluators(journal: Sequence[Entry], scored: Scorecard) -> dict[str, Any]:
    found = agreement(scored, journal)
    ratings = [
        {"entry": each.entry, "by": each.evaluator, "seat": each.seat, "expectation": each.expectation,
         "instance": each.instance or None, "at": each.time, "rating": each.human, "machine": each.machine,
         "words": each.words}
        for each in found.rated
    ]  # fmt: skip
    shares = {"exact": figure(found.exact), "near": figure(found.near), "kappa": figure(found.kappa)}
    return {"ratings": ratings, "compared": found.compared, **shares}
