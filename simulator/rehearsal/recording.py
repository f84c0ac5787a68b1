"""Keeping a play as a playthrough: its acts as a script beside the scenario, and an entry in the scenario's file with
what came of it. The author's comments and lines stay as they are.

The drill from which the acts come may be one of the screen, of lines, or of a bot: only its journal is looked at.
"""

import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from simulator.authoring.load import load_text
from simulator.authoring.source import Source
from simulator.clock import duration
from simulator.errors import CallError, ContentError, WriteError
from simulator.evaluation.scorecard import Scorecard
from simulator.journal.acts import Act, Answer, Cancel, HandOver, Hint, Note, Open, Order, Reorder, Reply, Request
from simulator.journal.disk import reason
from simulator.journal.entry import CANCEL, DELIVERED, OPEN, ORDER, REORDER, Entry
from simulator.journal.journal import Journal
from simulator.journal.sittings import trainees
from simulator.language.said import say
from simulator.players.replay import act_of
from simulator.players.script import OpenInject, Queued, Script, Timed
from simulator.rehearsal.playlist import with_entry
from simulator.rehearsal.playthroughs import figures_of
from simulator.rehearsal.run import Finished, run_drill
from simulator.scenario.scenario import Scenario

FOLDER = "plays"
"""The folder of recorded scripts, beside the scenario's file."""

MARGIN = 5
"""Points of overall by which a later play of the same acts may differ before `check` says so; a design value."""


@dataclass(frozen=True, slots=True)
class Play:
    """What persons (or bots) did in some seats of a drill."""

    seed: int
    seats: tuple[str, ...]
    acts: tuple[Timed, ...]
    """Those that were taken, in the order of the journal."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A play that was recorded."""

    script: Path
    expect: tuple[str, ...]
    refused: tuple[Entry, ...]
    """The acts that could not be given when they were played once more."""


def play_of(journal: Journal, seats: Iterable[str] | None = None) -> Play:
    """The play of these seats; without any, of all that no stand-in sat in."""
    header = journal.header
    sat = tuple(seats) if seats is not None else trainees(journal)
    return Play(header["seed"], sat, tuple(acts_of(journal, sat)))


def acts_of(journal: Iterable[Entry], seats: Sequence[str]) -> list[Timed]:
    """The acts of some seats that were taken, by what they are about and not by numbers, wherever that is clear."""
    entries = list(journal)
    meant = _Meant(entries)
    return [
        Timed(entry.time, entry.seat or "", meant.act(entry))
        for entry in entries
        if entry.is_act and entry.seat in seats and entry.payload.get("accepted", True)
    ]


class _Meant:
    """What the numbers in a journal's acts stand for."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._messages: dict[tuple[str, int], str] = {}
        self._orders: dict[int, Entry] = {}
        for entry in entries:
            if entry.kind == DELIVERED:
                for seat, number in entry.payload["numbers"].items():
                    self._messages[seat, number] = entry.payload["inject"]
            elif entry.kind == ORDER and entry.payload.get("accepted"):
                self._orders[entry.payload["order"]] = entry

    def act(self, entry: Entry) -> Act | OpenInject | Queued:
        match entry.kind:
            case kind if kind == OPEN:
                inject = self._first(entry.seat or "", entry.payload["message"])
                return OpenInject(inject) if inject else act_of(entry)
            case kind if kind in (CANCEL, REORDER):
                verb = self._only(entry.seat, entry.payload["order"])
                return Queued(verb, entry.payload.get("to")) if verb else act_of(entry)
            case _:
                return act_of(entry)

    def _first(self, seat: str, number: int) -> str:
        """The inject that brought a message; empty for none, and where it is not the first of that inject."""
        inject = self._messages.get((seat, number), "")
        numbers = [n for (who, n), name in self._messages.items() if (who, name) == (seat, inject)]
        return inject if inject and min(numbers) == number else ""

    def _only(self, seat: str | None, number: int) -> str:
        """The verb of an order, where the seat gave no other of that verb."""
        order = self._orders.get(number)
        if order is None:
            return ""
        verb: str = order.payload["verb"]
        alike = [each for each in self._orders.values() if (each.seat, each.payload["verb"]) == (seat, verb)]
        return verb if len(alike) == 1 else ""


# -- as a script --------------------------------------------------------------------------------------------


def script_text(scenario: Scenario, play: Play) -> str:
    """The acts as a script that `drillroom run --script` plays; one a line."""
    lines = [f"  - {_line(_written(scenario, timed))}\n" for timed in with_the_idle(play)]
    return f"format: 1\nacts:\n{''.join(lines)}"


def with_the_idle(play: Play) -> tuple[Timed, ...]:
    """The acts by their seconds. A seat that did nothing gets a note, or a stand-in would play it."""
    idle = [Timed(0, seat, Note("-")) for seat in play.seats if not any(act.seat == seat for act in play.acts)]
    return tuple(sorted([*idle, *play.acts], key=lambda act: act.second))


def _line(written: Mapping[str, Any]) -> str:
    line: str = yaml.safe_dump(
        written, default_flow_style=True, allow_unicode=True, width=float("inf"), sort_keys=False
    )
    return line.rstrip("\n")


def _written(scenario: Scenario, timed: Timed) -> dict[str, Any]:
    """An act as a script has it."""
    head: dict[str, Any] = {"at": duration(timed.second), "seat": timed.seat}
    match timed.act:
        case Order(verb=verb, arguments=arguments):
            return head | {"order": verb} | _with(scenario, timed.second, verb, arguments)
        case Request(to=to, verb=verb, arguments=arguments, words=words):
            return head | {"request": verb, "to": to} | _with(scenario, timed.second, verb, arguments) | _words(words)
        case Reply(request=number, granted=granted, words=words):
            return head | {"approve" if granted else "refuse": number} | _words(words)
        case HandOver(to=to, words=words):
            return head | {"handover": to} | _words(words)
        case Answer(decision=decision, option=option):
            return head | {"answer": decision, "option": option}
        case OpenInject(inject=inject):
            return head | {"open": inject}
        case Open(message=number):
            return head | {"open": number}
        case Queued(verb=verb, to=place):
            return head | ({"cancel": verb} if place is None else {"reorder": verb, "to": place})
        case Cancel(order=number):
            return head | {"cancel": number}
        case Reorder(order=number, to=place):
            return head | {"reorder": number, "to": place}
        case Note(text=text):
            return head | {"note": text}
        case Hint(about=about):
            return head | {"hint": about}


def _with(scenario: Scenario, second: int, verb: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of an order, its deadlines as lengths of time."""
    known = scenario.catalogue.orders[verb].arguments if verb in scenario.catalogue.orders else {}
    deadlines = {name for name, argument in known.items() if argument.kind == "deadline"}
    values = {
        name: duration(max(int(value) - second, 0)) if name in deadlines else value for name, value in arguments.items()
    }
    return {"with": values} if values else {}


def _words(words: str) -> dict[str, Any]:
    return {"words": words} if words else {}


# -- what came of it ----------------------------------------------------------------------------------------


def played_again(scenario: Scenario, play: Play) -> Finished:
    """The play once more, to the drill's end: its acts at their seconds, stand-ins in the other seats."""
    script = Script(with_the_idle(play), (), Source("", ""))
    return run_drill(scenario, play.seed, seat=judged_seat(play), script=script)


def judged_seat(play: Play) -> str | None:
    """Whose figures a playthrough names: the seat's, where it is one alone, else the team's."""
    return play.seats[0] if len(play.seats) == 1 else None


def expected(scorecard: Scorecard, seat: str | None) -> tuple[str, ...]:
    """What shall come out again: the letter, and overall within five points either way."""
    figures = figures_of(scorecard, seat)
    rating, overall = figures["rating"], figures["overall"]
    found = [] if rating is None else [f"rating == {rating}"]
    if isinstance(overall, int | float) and not isinstance(overall, bool):
        low, high = max(0, int(overall) - MARGIN), min(100, int(overall) + 1 + MARGIN)
        found += [f"overall >= {low}", f"overall <= {high}"]
    return tuple(found)


# -- into the files -----------------------------------------------------------------------------------------


def keep(path: Path, scenario: Scenario, play: Play, name: str) -> Kept:
    """Record a play under a name: a script in `plays/`, and an entry under `playthroughs` of the scenario's file.

    Raises `CallError` for a name that is taken or cannot be one, `ContentError` where the play has no result or the
    file cannot take the entry, `WriteError` where a file cannot be written. Then neither file is changed.
    """
    script = path.parent / FOLDER / f"{name}.yaml"
    _must_be_free(scenario, script, name)
    finished = played_again(scenario, play)
    expect = expected(finished.scorecard, judged_seat(play))
    if not expect:
        raise ContentError(say("the play has no result to be kept"), say("act in the seat before recording it"))
    entry: dict[str, Any] = {"script": f"{FOLDER}/{script.name}"}
    entry |= {"seat": play.seats[0]} if judged_seat(play) else {}
    text = with_entry(_read(path), name, entry | {"seed": play.seed}, expect)
    _must_hold(text, path, name)
    _write(script, script_text(scenario, play))
    try:
        _write(path, text)
    except WriteError:
        script.unlink(missing_ok=True)
        raise
    refused = (each for each in finished.journal if each.is_act and each.seat in play.seats)
    return Kept(script, expect, tuple(each for each in refused if not each.payload.get("accepted", True)))


def _must_be_free(scenario: Scenario, script: Path, name: str) -> None:
    if not name or not name.isascii() or not name.isidentifier() or name != name.lower() or name.startswith("_"):
        message = say("'{name}' cannot be the name of a playthrough", name=name)
        raise CallError(message, say("write a word of small letters, digits and underscores: calm_morning"))
    if name in scenario.playthroughs:
        raise CallError(say("there is a playthrough '{name}' already", name=name), say("choose another name"))
    if script.exists():
        raise CallError(say("{path} exists already", path=str(script)), say("choose another name"))


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = say("{path} cannot be read", path=str(path))
        raise ContentError(message, say("check the file")) from error


def _must_hold(text: str, path: Path, name: str) -> None:
    """Nothing is written that would not load with the new entry in it."""
    loaded = load_text(text, path)
    if loaded.scenario is None or name not in loaded.scenario.playthroughs:
        message = say("{path}: the entry under 'playthroughs' cannot be added by itself", path=str(path))
        raise ContentError(message, say("write 'playthroughs:' in lines of its own, or mend the file first"))


def _write(path: Path, text: str) -> None:
    """Put the whole text in the place of a file at once; its folder is made where it is missing."""
    try:
        path.parent.mkdir(exist_ok=True)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
        descriptor, part = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        try:
            with open(descriptor, "wb") as file:
                file.write(text.encode())
            os.chmod(part, mode)
            os.replace(part, path)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise
    except OSError as error:
        message = say("{path} cannot be written: {reason}", path=str(path), reason=reason(error))
        raise WriteError(message, say("check the folder's permissions")) from error
