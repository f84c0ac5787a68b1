"""What trainees did in a drill, as statements for learning systems: attempts, answers, orders, results.

The statements of a journal are always the same, ids too, so that sending them again changes nothing. Nobody is named:
a person is an account, by the id under which the records know them. Nothing here is sent.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from reports.records.people import bot_id, id_of
from reports.xapi.activities import Activities, Activity
from reports.xapi.vocabulary import (
    ANSWERED,
    BEGAN,
    COMPLETED,
    ENDED,
    FAILED,
    HOME,
    LANGUAGE_TAGS,
    RESPONDED,
    SILENT,
    VERSION,
    Verb,
    duration,
    exercise,
    extensions,
    score,
    verb,
    without_empty,
)
from simulator.clock import journal_time
from simulator.evaluation.expectations import Judged
from simulator.evaluation.scorecard import Scorecard, Trainee
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from simulator.journal.sittings import Sat
from simulator.scenario.scenario import Scenario

PersonOf = Callable[[str], str]
"""The name of an account for a trainee's name."""

PERSON = "person"
SUCCEEDED = ("P", "S")
"""The ratings with which a drill is passed: performed, without or with some challenges (HSEEP)."""

Statement = dict[str, Any]


def statements(
    scenario: Scenario, entries: Iterable[Entry], scorecard: Scorecard, head: str, person_of: PersonOf | None = None
) -> list[Statement]:
    """The statements of a drill, person by person, each in the order of the journal.

    *head*: the hash of the journal's last line. *person_of*: the account of a trainee by name; without it the id that
    the records give to who stands in no roster. Stand-ins have none.
    """
    drill = _Drill(scenario, tuple(entries), head)
    found: list[Statement] = []
    for trainee in scorecard.trainees:
        if not trainee.stand_in:
            found += _Teller(drill, trainee, _account(trainee, person_of or id_of)).told(scorecard)
    return found


def run_of(head: str) -> UUID:
    """The registration of a drill's attempt."""
    return uuid5(NAMESPACE_URL, f"{HOME}drills/{head}")


def _account(trainee: Trainee, person_of: PersonOf) -> str:
    return person_of(trainee.name) if trainee.player == PERSON else bot_id(trainee.player)


class _Drill:
    """One drill: what all statements about it share."""

    def __init__(self, scenario: Scenario, entries: tuple[Entry, ...], head: str) -> None:
        self.scenario = scenario
        self.entries = entries
        self.head = head
        self.header: Mapping[str, Any] = entries[0].payload
        self.run = run_of(head)
        self.sat = Sat(entries)
        self.activities = Activities(scenario, self.header.get("personas") or {})
        self.done = {each.payload["act"]: each.time for each in entries if each.kind == kinds.CARRIED_OUT}
        """By the entry at which an order was given, the second at which it had been carried out."""
        self._walls: list[str | None] = []
        wall: str | None = None
        for entry in entries:
            wall = entry.wall or wall
            self._walls.append(wall)

    def wall(self, entry: int) -> str | None:
        """When an entry was written, by the clock on the wall: that of the last act up to it."""
        return self._walls[entry] if entry < len(self._walls) else None

    def act(self, entry: int) -> Entry | None:
        """The order or answer that is this entry."""
        found = self.entries[entry]
        return found if found.kind in (kinds.ORDER, kinds.ANSWER) else None


class _Teller:
    """The statements about one trainee."""

    def __init__(self, drill: _Drill, trainee: Trainee, account: str) -> None:
        self.drill = drill
        self.trainee = trainee
        self.actor = {"objectType": "Agent", "account": {"homePage": HOME, "name": account}}
        self.sat = drill.sat.alone(trainee.seat, trainee.name)
        self.stays = [each for each in self.sat.stays(trainee.seat) if each.sitting.is_scored]
        several = len(drill.sat.people(trainee.seat)) > 1
        self.key = f"{trainee.seat} {trainee.name}" if several else trainee.seat
        """What tells the statements from those about others."""

    def told(self, scorecard: Scorecard) -> Iterator[Statement]:
        """From the beginning to the end of the attempt."""
        first, last = self.begins, self.ends
        activity = self.drill.activities.drill()
        yield self.statement("began", first, BEGAN, activity)
        yield from sorted([*self.answers(), *self.orders(), *self.results()], key=_place)
        if self.trainee.overall is not None and not scorecard.incomplete:
            yield self.statement("result", last, COMPLETED, activity, result=self.whole(scorecard))
        whole = last == len(self.drill.entries) - 1 and not scorecard.incomplete
        closing = {"completion": whole, "duration": duration(self.there(scorecard.length))}
        yield self.statement("ended", last, ENDED, activity, result=closing)

    @property
    def begins(self) -> int:
        """The entry at which the trainee sat down first."""
        return self.stays[0].sitting.entry if self.stays else 0

    @property
    def ends(self) -> int:
        """The last entry, or that at which the trainee had left for good."""
        last = self.stays[-1].until_entry if self.stays else None
        return len(self.drill.entries) - 1 if last is None else last

    def there(self, length: int) -> int:
        """How many exercise seconds the trainee sat there."""
        ends = ((length if each.until is None else each.until) - each.sitting.time for each in self.stays)
        return sum(ends) if self.stays else length

    def answers(self) -> Iterator[Statement]:
        """Each decision that was put to the trainee and answered, or left to silence."""
        for entry in self.drill.entries:
            if entry.seat != self.trainee.seat or not self.sat.sat_there(entry.seat, entry.number):
                continue
            if entry.kind == kinds.ANSWER and entry.payload.get("accepted"):
                yield self.answer(entry, ANSWERED)
            elif entry.kind == kinds.SILENT:
                yield self.answer(entry, SILENT)

    def answer(self, entry: Entry, meant: Verb) -> Statement:
        """One answer; its score is the option's quality. Silence says nothing and earns nothing."""
        name, chosen = entry.payload["decision"], entry.payload["option"]
        decision = self.drill.scenario.decisions.get(name)
        option = decision.options.get(chosen) if decision and meant is ANSWERED else None
        earned = score(option.quality if option else 0.0, 1.0)
        result = {"response": chosen if meant is ANSWERED else None, "score": earned, "completion": meant is ANSWERED}
        activity = self.drill.activities.decision(name)
        return self.statement(f"answer {name}", entry.number, meant, activity, result=result, at=entry.time)

    def orders(self) -> Iterator[Statement]:
        """Each order that an expectation judged, carried out or not."""
        judged: dict[int, list[Judged]] = {}
        for each in self.trainee.judged:
            for number in {step.entry for step in each.steps} | set(each.entries):
                judged.setdefault(number, []).append(each)
        for number, tasks in sorted(judged.items()):
            act = self.drill.act(number)
            if act is not None and act.kind == kinds.ORDER and act.seat == self.trainee.seat:
                yield self.order(act, tasks)

    def order(self, act: Entry, tasks: list[Judged]) -> Statement:
        """One order, with what it was given for."""
        done = self.drill.done.get(act.number)
        result = {"completion": done is not None, "duration": None if done is None else duration(done - act.time)}
        further = extensions(arguments=dict(act.payload.get("with") or {}) or None)
        activity = self.drill.activities.order(act.payload["verb"])
        return self.statement(
            "order", act.number, RESPONDED, activity, result={**result, "extensions": further}, at=act.time, tasks=tasks
        )  # fmt: skip

    def results(self) -> Iterator[Statement]:
        """Each expectation that fell due."""
        for each in self.trainee.judged:
            if each.observed:
                yield self.result(each)

    def result(self, each: Judged) -> Statement:
        """How one expectation was met, or that it was not."""
        met, due = each.met is not None, each.due
        took = duration(each.met - due) if each.met is not None and due is not None else None
        further = extensions(
            status=each.status, rating=each.rating, due=due, target=each.instance.expectation.target,
            limit=each.instance.expectation.limit, timeliness=round(each.timeliness, 4), quality=round(each.quality, 4),
            conduct=[found.code for found in each.findings] or None,
        )  # fmt: skip
        result = {
            "score": score(each.credit, each.of), "success": each.status == "met", "completion": met,
            "duration": took, "extensions": further,
        }  # fmt: skip
        entry = each.met_entry if each.met_entry is not None else len(self.drill.entries) - 1
        activity, name = self.drill.activities.task(each.id), f"result {each.id} {each.instance.number}"
        return self.statement(
            name, entry, COMPLETED if met else FAILED, activity, result=result, at=each.met, tasks=[each]
        )  # fmt: skip

    def whole(self, scorecard: Scorecard) -> dict[str, Any]:
        """What the trainee earned over all."""
        who, figures = self.trainee, self.trainee.figures
        further = extensions(
            rating=who.rating, speed=figures.speed, quality=figures.quality, conduct=figures.conduct,
            outcome=figures.outcome, coordination=figures.coordination,
        )  # fmt: skip
        return {
            "score": score(who.overall or 0.0, 100.0),
            "success": who.rating in SUCCEEDED if who.rating else None,
            "completion": True,
            "duration": duration(self.there(scorecard.length)),
            "extensions": further,
        }

    def statement(
        self, name: str, entry: int, meant: Verb, activity: Activity, *,
        result: Mapping[str, Any] | None = None, at: int | None = None, tasks: Iterable[Judged] = (),
    ) -> Statement:  # fmt: skip
        """One statement; *name* and *entry* tell it from the trainee's others."""
        return without_empty({
            "id": str(uuid5(self.drill.run, f"{self.key} {entry} {name}")),
            "version": VERSION,
            "actor": self.actor,
            "verb": verb(meant),
            "object": activity,
            "result": result,
            "context": self.context(activity, tuple(tasks), entry, at),
            "timestamp": self.drill.wall(entry),
        })  # fmt: skip

    def context(self, activity: Activity, tasks: tuple[Judged, ...], entry: int, at: int | None) -> dict[str, Any]:
        """In which drill, for which clauses of the plan, and that it was an exercise."""
        drill, header = self.drill, self.drill.header
        whole = drill.activities.drill()
        own = [drill.activities.task(name) for name in dict.fromkeys(each.id for each in tasks)]
        parents = [each for each in own if each["id"] != activity["id"]] or [whole]
        clauses = dict.fromkeys(name for each in tasks for name in each.instance.expectation.clauses)
        language = header.get("language")
        further = extensions(
            exercise=True, journal=drill.head, entry=entry, seat=self.trainee.seat, mode=header.get("mode"),
            seed=header.get("seed"), exercise_time=None if at is None else journal_time(at),
        )  # fmt: skip
        return {
            "registration": str(drill.run),
            "contextActivities": {
                "parent": [] if activity["id"] == whole["id"] else [_brief(each) for each in parents],
                "grouping": [drill.activities.clause(name) for name in clauses],
                "category": [exercise()],
            },
            "platform": "Drillroom",
            "revision": header.get("digest"),
            "language": LANGUAGE_TAGS.get(language, language) if language else None,
            "extensions": further,
        }


def _brief(activity: Activity) -> Activity:
    """An activity by its name, without what it is about."""
    definition = {key: value for key, value in activity["definition"].items() if key in ("type", "name")}
    return {**activity, "definition": definition}


def _place(statement: Statement) -> int:
    """The entry that a statement rests on."""
    found: int = statement["context"]["extensions"][f"{HOME}xapi/entry"]
    return found
