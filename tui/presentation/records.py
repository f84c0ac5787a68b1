"""The records in lines: past drills, one trainee, a team, clauses, what is due for training, improvement items."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reports.records.rows import DueClause, Improvement, Person, PlayedDrill, PlayedSeat, TrainedClause
from reports.records.standing import ClauseStanding, PersonStanding
from simulator.language.said import Said, say
from simulator.language.translator import Translator
from tui.presentation.table import table_lines
from tui.presentation.text import wrapped

NONE = "–"
"""Stands for a figure that there is not."""

MODES: Mapping[str, Said] = {
    "practice": say("practice"), "assessed": say("assessed"), "headless": say("without a screen"),
}  # fmt: skip

STATUSES: Mapping[str, Said] = {"open": say("not yet fixed"), "fixed": say("fixed"), "again": say("again")}

GRADES: Mapping[str, Said] = {
    "deficiency": say("deficiency"), "rectify": say("to rectify"), "improve": say("to improve"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """How lines are set: a language and a width in cells."""

    speaker: Translator
    width: int

    def say(self, template: str, **values: object) -> str:
        return self.speaker.say(Said(template, dict(values)))

    def head(self, title: Said) -> list[str]:
        """The first line of everything that is shown: what it is, and that it comes of exercises."""
        return [self.say("{exercise}: {title}", exercise=say("EXERCISE"), title=title), ""]

    def text(self, words: Mapping[str, str]) -> str:
        """A text in this language, in any other where it lacks this."""
        return words.get(self.speaker.language) or next(iter(words.values()), "")

    def table(self, headings: Sequence[Said], rows: Sequence[Sequence[str]], right: str) -> list[str]:
        if not rows:
            return [self.say("nothing")]
        return table_lines([self.speaker.say(heading) for heading in headings], rows, self.width, right)

    def named(self, names: Mapping[str, Said], name: str) -> str:
        return self.speaker.say(names[name]) if name in names else name


def figure(number: float | None) -> str:
    """A figure with one decimal."""
    return NONE if number is None else f"{number:.1f}"


def marked(overall: float | None, rating: str | None) -> str:
    """A number and a letter: `71.2 S`."""
    return f"{figure(overall)} {rating or NONE}"


def drill_lines(shown: Shown, drills: Sequence[PlayedDrill], seats: Iterable[PlayedSeat]) -> list[str]:
    """The past drills, one a line, with who took part."""
    people: dict[int, list[str]] = {}
    for seat in seats:
        people.setdefault(seat.drill, []).append(seat.shown)
    rows = [
        (
            str(drill.number), drill.day or NONE, shown.text(drill.title), _mode(shown, drill),
            marked(drill.overall, drill.rating), figure(drill.outcome),
            shown.say(", ").join(people.get(drill.number, ())),
        )
        for drill in drills
    ]  # fmt: skip
    headings = (
        say("no."), say("day"), say("scenario"), say("mode"), say("team overall"), say("outcome"), say("who"),
    )  # fmt: skip
    title = say("past drills: {number}", number=len(drills))
    return [*shown.head(title), *shown.table(headings, rows, "><<<>><")]


def _mode(shown: Shown, drill: PlayedDrill) -> str:
    mode = shown.named(MODES, drill.mode)
    return shown.say("{mode}, played on from a decision", mode=mode) if drill.rewound else mode


def trainee_lines(
    shown: Shown, person: Person, seats: Sequence[PlayedSeat], clauses: Sequence[ClauseStanding],
    items: Sequence[Improvement], texts: Mapping[str, Mapping[str, str]],
) -> list[str]:  # fmt: skip
    """One person: each drill with its figures, the clauses that went worst, and what is not yet put right."""
    where = say(" ({department})", department=person.department) if person.department else ""
    lines = shown.head(say("{person}{department}", person=person.shown, department=where))
    lines += _figures(shown, seats)
    weak = sorted((each for each in clauses if each.due), key=lambda each: (each.credit or 0, each.clause))[:5]
    lines += ["", shown.say("The clauses that went worst")]
    lines += clause_table(shown, weak, texts)
    left = [item for item in items if item.status != "fixed"]
    lines += ["", shown.say("Still to be put right: {left} of {all}", left=len(left), all=len(items))]
    return lines + (item_table(shown, left) if left else [])


def _figures(shown: Shown, seats: Sequence[PlayedSeat]) -> list[str]:
    rows = [
        (
            str(seat.drill), seat.day or NONE, seat.scenario, seat.seat, shown.named(MODES, seat.mode),
            marked(seat.overall, seat.rating),
            *(figure(each) for each in (seat.speed, seat.quality, seat.conduct, seat.outcome, seat.coordination)),
        )
        for seat in seats
    ]  # fmt: skip
    headings = (
        say("no."), say("day"), say("scenario"), say("seat"), say("mode"), say("overall"), say("speed"),
        say("quality"), say("conduct"), say("outcome"), say("coordination"),
    )  # fmt: skip
    return shown.table(headings, rows, "><<<<>>>>>>")


def team_lines(shown: Shown, department: str, team: Sequence[PersonStanding]) -> list[str]:
    """The people of a department, or all."""
    title = say("the team of {department}", department=department) if department else say("everybody")
    rows = [
        (
            each.shown, each.department or NONE, str(each.drills), each.last or NONE,
            marked(each.overall, each.rating), str(each.breaches),
        )
        for each in team
    ]  # fmt: skip
    headings = (
        say("who"), say("department"), say("drills"), say("last time"), say("mean overall, last rating"),
        say("unlawful or harmful acts"),
    )  # fmt: skip
    return [*shown.head(title), *shown.table(headings, rows, "<<><>>")]


def clause_lines(
    shown: Shown, clauses: Sequence[ClauseStanding], texts: Mapping[str, Mapping[str, str]]
) -> list[str]:  # fmt: skip
    """How the tasks under each clause went."""
    tried = sum(1 for each in clauses if each.due)
    title = say("clauses of the plan: {tried} of {all} came up", tried=tried, all=len(clauses))
    return [*shown.head(title), *clause_table(shown, clauses, texts)]


def clause_table(
    shown: Shown, clauses: Sequence[ClauseStanding], texts: Mapping[str, Mapping[str, str]]
) -> list[str]:  # fmt: skip
    rows = [
        (
            each.clause, shown.text(texts.get(each.clause, {})), str(each.due), str(each.met), str(each.late),
            str(each.wrong), str(each.missed), figure(each.credit), each.last or NONE,
        )
        for each in clauses
    ]  # fmt: skip
    headings = (
        say("clause"), say("what it asks"), say("due"), say("met"), say("late"), say("wrong"), say("missed"),
        say("credit of 100"), say("last time"),
    )  # fmt: skip
    return shown.table(headings, rows, "<<>>>>>><")


def due_lines(shown: Shown, due: Sequence[DueClause], clauses: Sequence[TrainedClause]) -> list[str]:
    """Who is to train which clause: for each person what never came up, then what was long ago."""
    everybody = sorted(due, key=lambda each: each.person)
    groups = [(person, list(found)) for person, found in groupby(everybody, key=lambda each: each.person)]
    lines = shown.head(say("people whose training is due: {number}", number=len(groups)))
    for _, found in groups:
        lines += _due_of(shown, sorted(found, key=lambda each: (-(each.over or 0), each.clause)))
    cited = sorted({each.clause for each in due})
    texts = {clause.id: clause.text for clause in clauses}
    lines += [shown.say("The clauses")] if cited else [shown.say("nothing")]
    return lines + [line for name in cited for line in wrapped(shown.text(texts[name]), shown.width, f"{name:<4}")]


def _due_of(shown: Shown, found: Sequence[DueClause]) -> list[str]:
    who = found[0]
    where = say(" ({department})", department=who.department) if who.department else ""
    lines = [shown.say("{person}{department}", person=who.shown, department=where)]
    never = [each.clause for each in found if each.over is None]
    over = [
        shown.say("{clause} (last {day}, days over: {over})", clause=each.clause, day=each.last, over=each.over)
        for each in found if each.over is not None
    ]  # fmt: skip
    for label, named in ((shown.say("overdue: "), over), (shown.say("never came up: "), never)):
        if named:
            lines += wrapped(shown.say(", ").join(named), shown.width, f"  {label}")
    return [*lines, ""]


def item_lines(shown: Shown, items: Sequence[Improvement]) -> list[str]:
    """The improvement items of past drills, and what became of each."""
    left = sum(1 for item in items if item.status != "fixed")
    title = say("improvement items: {number}, {left} not yet put right", number=len(items), left=left)
    return [*shown.head(title), *item_table(shown, items)]


def item_table(shown: Shown, items: Sequence[Improvement]) -> list[str]:
    """Each item in a line, and under it what went wrong."""
    rows = [
        (
            str(item.drill), item.shown, item.id, " ".join(item.clauses), shown.named(GRADES, item.grade),
            item.due or NONE, _status(shown, item),
        )
        for item in items
    ]  # fmt: skip
    headings = (say("drill"), say("who"), say("item"), say("clauses"), say("grade"), say("due by"), say("status"))
    heading, *lines = shown.table(headings, rows, "><<<<<<")
    texts = [wrapped(shown.text(item.text), shown.width, " " * 7) for item in items]
    told = [line for row, text in zip(lines[1:], texts, strict=True) for line in (row, *text)]
    return [heading, *lines[:1], *told]


def _status(shown: Shown, item: Improvement) -> str:
    status = shown.named(STATUSES, item.status)
    if item.settled_by is None:
        return status
    return shown.say("{status} (drill {drill})", status=status, drill=item.settled_by)


def roster_lines(shown: Shown, people: Sequence[Person]) -> list[str]:
    """Everybody by name: the one list that is not anonymous."""
    rows = [
        (str(each.number), each.id, each.name, each.pseudonym or NONE, each.department or NONE,
         shown.say(", ").join(each.aliases) or NONE, shown.say("yes") if each.source == "roster" else shown.say("no"))
        for each in people
    ]  # fmt: skip
    headings = (
        say("no."), say("id"), say("name"), say("pseudonym"), say("department"), say("also called"),
        say("in the roster"),
    )  # fmt: skip
    return [
        *shown.head(say("people in the records: {number}", number=len(people))),
        *shown.table(headings, rows, "><<<<<<"),
    ]
