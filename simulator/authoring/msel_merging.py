"""Works the rows of a MSEL into a scenario's file: new injects, changed ones, and what is expected of whom.

Cells that are empty change nothing; nothing is ever taken out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from simulator.authoring.load import Loaded
from simulator.authoring.msel_expected import Expected, expected_of
from simulator.authoring.msel_rows import Refused, Row
from simulator.authoring.splicing import Change, spliced
from simulator.errors import ContentError
from simulator.language.said import say
from simulator.scenario.messages import Inject
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Moment


@dataclass(slots=True)
class Merged:
    """What an import makes of a scenario's file."""

    text: str = ""
    added: list[str] = field(default_factory=list)
    """Ids of new injects."""
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    """Ids of new expectations, whose target and limit are only proposed."""
    refused: list[Refused] = field(default_factory=list)
    """Rows that could not be taken."""
    left: list[Refused] = field(default_factory=list)
    """Expected actions that name no order: they stand as comments in the file."""


def merged(loaded: Loaded, rows: Sequence[Row]) -> Merged:
    """The scenario's file with the rows worked in.

    Raises `ContentError` where the file has faults that keep it from being read or written into.
    """
    if loaded.matter is None:
        message = say("{file} has faults that must be mended first", file=loaded.document.source.file)
        raise ContentError(message, say("'drillroom check' says where"))
    scenario, found = loaded.matter.scenario, Merged()
    changes: list[Change] = []
    taken: set[str] = set()
    for row in rows:
        try:
            changes += _row(scenario, loaded, row, taken, found)
        except ContentError as fault:
            found.refused.append(Refused(row.number, fault.message))
    text = loaded.document.source.text
    found.text = spliced(text, changes) if changes else text
    return found


def _row(scenario: Scenario, loaded: Loaded, row: Row, taken: set[str], found: Merged) -> list[Change]:
    name = _id(scenario, row, taken)
    given = _given(scenario, row)
    if name in scenario.injects:
        written = loaded.document.value_at(("injects", name))
        changes = _differences(name, written, given)
        (found.changed if changes else found.same).append(name)
        return changes
    _must_hold(name, given, row)
    expected = expected_of(scenario, row, name, _seat(scenario, row.to[0]))
    found.added.append(name)
    found.expected += [each.id for each in expected if each.value]
    found.left += [Refused(row.number, each.why) for each in expected if each.why]
    return [Change(("injects", name), given, _comments(expected)), *_expectations(expected)]


def _id(scenario: Scenario, row: Row, taken: set[str]) -> str:
    """The row's id as a scenario can have it: its own where it is one, else one that its number makes."""
    name = re.sub(r"[^a-z0-9]+", "_", row.id.casefold()).strip("_")
    if not re.match("[a-z]", name):
        name = f"inject_{name}" if name else f"row_{row.number}"
    name = name[:60]
    if name in taken:
        raise ContentError(say("the id '{name}' stands in two rows", name=name))
    if name not in scenario.injects and name in _ids(scenario):
        raise ContentError(say("the id '{name}' is that of something else in the scenario", name=name))
    taken.add(name)
    return name


def _ids(scenario: Scenario) -> set[str]:
    named = (scenario.places, scenario.units, scenario.incidents, scenario.decisions, scenario.state, scenario.cast)
    return {name for section in named for name in section} | set(scenario.seats)


def _given(scenario: Scenario, row: Row) -> dict[str, Any]:
    """The settings of an inject that a row gives, in the order in which a scenario has them."""
    made: dict[str, Any] = {}
    if row.time:
        made["at"] = row.time
    if row.when:
        made["when"] = row.when
    if row.to:
        seats = [_seat(scenario, word) for word in row.to]
        made["to"] = seats if len(seats) > 1 else seats[0]
    if row.sender:
        made["from"] = dict(row.sender)
    if row.channel:
        made["by"] = row.channel
    if row.text:
        made["text"] = dict(row.text)
    return made


def _seat(scenario: Scenario, word: str) -> str:
    """A seat by its id or by its name, or its role's, in any language."""
    roles = scenario.emergency_plan.roles
    for seat, each in scenario.seats.items():
        names = [each.name, roles[scenario.role_of(seat)].name if scenario.role_of(seat) in roles else None]
        known = {seat, seat.replace("_", " ")} | {text for name in names if name for text in name.root.values()}
        if word.casefold() in {text.casefold() for text in known}:
            return seat
    raise ContentError(say("there is no seat '{word}'; there are: {known}", word=word, known=list(scenario.seats)))


def _differences(name: str, written: Any, given: dict[str, Any]) -> list[Change]:
    """The settings that a row gives otherwise than the file has them; of texts each language for itself."""
    changes: list[Change] = []
    for setting, value in given.items():
        before = written.get(setting)
        if isinstance(value, dict) and isinstance(before, dict):
            changes += [
                Change(("injects", name, setting, language), text)
                for language, text in value.items()
                if str(before.get(language, "")).strip() != text
            ]
        elif isinstance(value, dict) and isinstance(before, str):
            if set(value.values()) != {before.strip()}:
                changes.append(Change(("injects", name, setting), value))
        elif _as_list(setting, value) != _as_list(setting, before):
            changes.append(Change(("injects", name, setting), value))
    return changes


def _as_list(setting: str, value: Any) -> list[str]:
    """A setting's value so that what means the same is the same: `60m` and `1h`, one seat and a list of it."""
    if setting == "by" and value is None:
        return [Inject.model_fields["by"].default]
    if setting == "at" and value is not None:
        return [str(Moment.read(value))]
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _must_hold(name: str, given: dict[str, Any], row: Row) -> None:
    """Raises `ContentError` for a row that makes no inject."""
    missing = [setting for setting in ("to", "text") if setting not in given]
    if "at" not in given and "when" not in given:
        missing.insert(0, "at")
    if missing:
        raise ContentError(say("the row lacks: {missing}", missing=missing))
    try:
        Inject.model_validate(given)
    except ValidationError as errors:
        first = errors.errors(include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"][:1])
        raise ContentError(say("{place}: {reason}", place=place, reason=first["msg"])) from None


def _comments(expected: Sequence[Expected]) -> tuple[str, ...]:
    return tuple(line for each in expected if each.why for line in each.comment)


def _expectations(expected: Sequence[Expected]) -> list[Change]:
    return [Change(("expectations", each.id), each.value, each.comment) for each in expected if each.value]
