"""A report as an object for programs: the scorecard's object and, under `aar`, the after-action report's.

`reports/schema/report.schema.json` describes it. Texts stand in both languages, times are exercise seconds.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from reports.aar.appendix import is_note, note_words
from reports.aar.as_shared import shared_object
from reports.aar.content import Content
from reports.aar.improvement import due
from reports.aar.items import Item
from reports.aar.objectives import Objective, objectives
from reports.aar.split import split
from reports.aar.whatif_object import languages, whatif_object
from reports.card.story import events
from simulator.evaluation.as_json import as_json, figure
from simulator.evaluation.expectations import Judged
from simulator.evaluation.scorecard import Scorecard
from simulator.journal.entry import BASELINES, REMARK, Entry
from simulator.language.said import Said
from simulator.language.text import Text
from simulator.language.translator import LANGUAGES, translator_for
from simulator.scenario.scenario import Scenario

FORMAT = 1
"""The version of the object."""
EXERCISE = "EXERCISE / 演练"
"""The mark, in both languages."""


def report_object(
    scenario: Scenario, journal: Sequence[Entry], scored: Scorecard, head: str, path: str | None
) -> dict[str, Any]:
    """The scorecard of a drill with what says which drill it was. *head* is the hash of the journal's last line."""
    header = journal[0].payload
    return {
        "format": FORMAT,
        "exercise": EXERCISE,
        "head": head,
        "title": both(scenario.title),
        "type": scenario.type,
        "plan": {"id": scenario.emergency_plan.id, "version": scenario.emergency_plan.version},
        "played": journal[0].wall,
        "mode": str(header.get("mode", "")),
        **as_json(scored, path),
        **shared_object(scenario, journal, scored),
    }


def aar_object(content: Content) -> dict[str, Any]:
    """What stands under `aar`."""
    return {
        "objectives": [_objective(each, content.items) for each in objectives(content.scored)],
        "items": [_item(content, each) for each in content.items],
        "time_spent": [_spent(trainee.seat, each) for trainee in content.trainees for each in trainee.judged
                       if each.observed],
        "what_if": None if content.whatif is None else whatif_object(content.wording, content.whatif),
        "worlds": _worlds(content.journal),
        "timeline": _timeline(content),
        "notes": [_note(entry) for entry in content.journal if is_note(entry)],
    }  # fmt: skip


def _note(entry: Entry) -> dict[str, Any]:
    """A trainee's note; or an evaluator's, with its name and the second that it is about."""
    said = entry.payload
    if entry.kind == REMARK:
        who = {"at": said["time"], "seat": said["seat"], "by": said["by"]}
    else:
        who = {"at": entry.time, "seat": entry.seat, "by": None}
    return {"entry": entry.number, **who, "text": note_words(entry)}


def both(said: Said | Text) -> dict[str, str]:
    """A message or an author's text in every language of the interface."""
    return {language: translator_for(language).say(said).strip() for language in LANGUAGES}


def _objective(each: Objective, items: Sequence[Item]) -> dict[str, Any]:
    own = {task.judged.id for task in each.own}
    return {
        "clause": each.clause,
        "rating": each.rating,
        "score": figure(each.score),
        "due": len(each.tasks),
        "met": each.met,
        "strengths": sorted({task.judged.id for task in each.own if task.judged.rating == "P"}),
        "items": [item.id for item in items if item.expectation in own],
    }


def _item(content: Content, item: Item) -> dict[str, Any]:
    by = due(content, item) if content.day else None
    return {
        "id": item.id,
        "clauses": list(item.clauses),
        "expectation": item.expectation or None,
        "conduct": item.code or None,
        "seat": item.seat,
        "owner": item.owner,
        "grade": item.grade,
        "text": both(item.text),
        "corrective": both(item.corrective),
        "days": item.days,
        "due": by,
        "status": "open",
        "times": item.times,
        "at": item.at,
        "entry": item.entry,
    }


def _spent(seat: str, judged: Judged) -> dict[str, Any]:
    parts = split(judged)
    done = judged.met is not None
    return {
        "seat": seat,
        "expectation": judged.id,
        "instance": judged.instance.number,
        "noticed": parts.noticed if done else None,
        "decided": parts.decided if done else None,
        "carried_out": parts.carried_out if done else None,
        "target": judged.instance.expectation.target,
        "limit": judged.instance.expectation.limit,
    }


def _worlds(journal: Sequence[Entry]) -> Mapping[str, Any] | None:
    """The measures at the end with all trainees silent, and by the book; nothing where the journal has none."""
    entry = next((entry for entry in journal if entry.kind == BASELINES), None)
    team = entry.payload.get("team") if entry else None
    return None if team is None else {"silent": dict(team["silent"]), "book": dict(team["book"])}


def _timeline(content: Content) -> list[dict[str, Any]]:
    """The key events in both languages."""
    told = {language: events(own, content.journal) for language, own in languages(content.wording).items()}
    return [
        {
            "entry": event.entry,
            "at": content.journal[event.entry].time,
            "seat": content.journal[event.entry].seat,
            "kind": content.journal[event.entry].kind,
            "text": {language: told[language][place].what for language in LANGUAGES},
        }
        for place, event in enumerate(told[LANGUAGES[0]])
    ]
