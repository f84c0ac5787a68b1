"""The first part of an after-action report: what was exercised, by whom, and what came of it, in short."""

from collections import Counter
from datetime import datetime

from reports.aar.content import Content
from reports.aar.items import GRADE_NAMES, GRADES
from reports.aar.objectives import Objective
from reports.aar.shared import sittings
from reports.card.drill import measures, mode, run_by
from reports.card.model import NONE
from reports.card.numbers import figure, mark
from reports.card.trainee import who
from reports.paper.model import Bullets, Cell, Column, Facts, Paragraph, Section, Table, Tone
from reports.whatif_words import headline
from simulator.evaluation.rating import HIGHEST, Cap, Rating
from simulator.evaluation.scorecard import Trainee
from simulator.language.said import Said

TONES: dict[Rating, Tone] = {"P": "good", "S": "fair", "M": "poor", "U": "bad"}


def overview(content: Content, found: tuple[Objective, ...]) -> Section:
    """What was exercised, in short, who took part, and what came of it."""
    wording = content.wording
    scenario = wording.scenario
    summary = wording.said(scenario.summary).strip() if scenario.summary else ""
    return Section(
        wording.say("Exercise overview"),
        (*notices(content), Facts(facts(content)), *((Paragraph(summary),) if summary else ())),
        (
            Section(wording.say("In short"), (Bullets(in_short(content, found)),)),
            Section(wording.say("Who took part"), (seats(content), *sittings(content))),
            Section(wording.say("What came of it"), (world(content),)),
        ),
    )


def facts(content: Content) -> tuple[tuple[str, str], ...]:
    """Name, type, date, hours, plan, mode, seed."""
    wording, scored, scenario = content.wording, content.scored, content.wording.scenario
    plan, kind = scenario.emergency_plan, scenario.emergency_plan.types.get(scenario.type)
    hours = {"begins": wording.clock(0), "ends": wording.clock(scored.length), "length": wording.span(scored.length)}
    played = len(content.trainees), len(scored.trainees) - len(content.trainees)
    return (
        (wording.say("Exercise"), wording.said(scenario.title).strip()),
        (wording.say("Kind of emergency"), wording.said(kind.name) if kind else scenario.type),
        (wording.say("Date"), date(content)),
        (wording.say("Exercise time"), wording.say("{begins} to {ends} ({length})", **hours)),
        (wording.say("Plan"), wording.say("{plan}, version {version}", plan=plan.title, version=plan.version)),
        (wording.say("Mode"), mode(wording, str(content.journal[0].payload.get("mode", "")))),
        (wording.say("Trainees"), str(played[0])),
        (wording.say("Stand-ins"), str(played[1])),
        (wording.say("Seed"), str(scored.seed)),
        *((each.name, each.value) for each in run_by(wording, content.journal, scored)),
    )  # fmt: skip


def date(content: Content) -> str:
    """The day and minute at which it was played, as the journal has it."""
    wall = content.journal[0].wall
    if not wall:
        return content.wording.say("not recorded: played without a screen")
    try:
        return f"{datetime.fromisoformat(wall):%Y-%m-%d %H:%M} UTC"
    except ValueError:
        return wall


def notices(content: Content) -> tuple[Paragraph, ...]:
    """What must be known first."""
    wording = content.wording
    if content.worlds is None:
        words = wording.say("The journal breaks off before the drill's end: what follows holds up to there.")
        return (Paragraph(words, "poor"),)
    if content.scored.incomplete:
        return (
            Paragraph(wording.say("The drill was ended early: it is incomplete and has no rating."), "poor"),
        )  # fmt: skip
    return ()


def in_short(content: Content, found: tuple[Objective, ...]) -> tuple[str, ...]:
    """The result in a few lines, for those who read no further."""
    wording, team = content.wording, content.scored.team
    result = mark(wording, team.overall, team.rating)
    lines = [
        wording.say("Team: {number} of 100, rating {letter}: {meaning}.", number=result.number,
                    letter=result.letter, meaning=result.meaning),
        *_limits(content),
        _tasks(content),
        _graded(content),
    ]  # fmt: skip
    lines += _best_and_worst(content, found)
    if content.whatif is not None and content.whatif.findings:
        lines.append(wording.say("What mattered most: {headline}",
                                 headline=headline(wording, content.whatif.findings[0])))  # fmt: skip
    return tuple(lines)


def _limits(content: Content) -> list[str]:
    """Why the team stands no higher: one line for each letter, each reason once with how often it holds."""
    wording, found = content.wording, content.scored.team.caps
    lines = []
    for letter in dict.fromkeys(cap.rating for cap in found):
        reasons = Counter(_reason(content, cap) for cap in found if cap.rating == letter)
        told = [
            reason if number == 1 else wording.say("{what} ({times} times)", what=reason, times=number)
            for reason, number in reasons.items()
        ]
        values = {"rating": letter, "points": f"{HIGHEST[letter]:g}", "reason": "; ".join(told)}
        lines.append(wording.say("At most {rating}, {points} points: {reason}", **values))
    return lines


def _reason(content: Content, cap: Cap) -> str:
    """The reason of a cap, its conduct code with the code's name."""
    code = str(cap.reason.values.get("code", ""))
    known = content.wording.scenario.conduct.codes.get(code)
    if known is None:
        return content.wording.said(cap.reason)
    name = f"{code} {content.wording.said(known.name).strip()}"
    return content.wording.said(Said(cap.reason.template, {**cap.reason.values, "code": name}))


def _tasks(content: Content) -> str:
    """How many tasks fell due, and what became of them."""
    count = Counter(each.status for trainee in content.trainees for each in trainee.judged if each.observed)
    values = {"due": sum(count.values()), **{name: count[name] for name in ("met", "late", "wrong", "missed")}}
    return content.wording.say(
        "{due} tasks fell due: {met} done within the limit, {late} past it, {wrong} wrongly, {missed} not at all.",
        **values,
    )


def _graded(content: Content) -> str:
    wording = content.wording
    count = Counter(item.grade for item in content.items)
    if not count:
        return wording.say("There is nothing to put right.")
    parts = [
        wording.say("{number} × {grade}", number=count[grade], grade=GRADE_NAMES[grade])
        for grade in GRADES
        if count[grade]
    ]
    return wording.say("To put right: {parts}.", parts=wording.listed(parts))


def _best_and_worst(content: Content, found: tuple[Objective, ...]) -> list[str]:
    """The objectives with the highest and the lowest score."""
    if len(found) < 2:
        return []
    wording, ordered = content.wording, sorted(found, key=lambda each: (-each.score, len(each.tasks)))
    best, worst = ordered[0], ordered[-1]
    if best.score == worst.score:
        return []
    return [
        wording.say("Best objective: {objective} ({score})", objective=title(content, best), score=figure(best.score)),
        wording.say("Weakest objective: {objective} ({score})", objective=title(content, worst),
                    score=figure(worst.score)),
    ]  # fmt: skip


def title(content: Content, objective: Objective) -> str:
    """A clause by its number and wording."""
    wording = content.wording
    known = wording.scenario.emergency_plan.clauses.get(objective.clause)
    if known is None:
        return objective.clause
    return wording.say(
        "{clause} – {text}", clause=objective.clause, text=wording.said(known.text).strip().rstrip("。.")
    )


def seats(content: Content) -> Table:
    """Who sat where, with what they reached."""
    wording = content.wording
    return Table(
        "seats",
        wording.say("Seats and results"),
        (
            Column(wording.say("Seat"), 16),
            Column(wording.say("Who"), 18),
            Column(wording.say("Overall"), 9, right=True),
            Column(wording.say("Rating"), 8),
            *(
                Column(wording.say(name), 10, right=True)
                for name in ("speed", "quality", "conduct", "outcome", "coordination")
            ),
        ),
        tuple(_seat(content, each) for each in content.scored.trainees),
    )


def _seat(content: Content, each: Trainee) -> tuple[Cell, ...]:
    wording, found = content.wording, each.figures
    name = (Cell(wording.seat(each.seat)), Cell(who(wording, each.player, each.name)))
    if each.stand_in:
        return (*name, *(Cell(NONE, tone="quiet") for _ in range(7)))
    figures = (found.speed, found.quality, found.conduct, found.outcome, found.coordination)
    letter = Cell(each.rating or NONE, tone=TONES[each.rating] if each.rating else "")
    return (*name, number(each.overall), letter, *(number(figure) for figure in figures))


def number(value: float | None) -> Cell:
    """A figure of 0..100."""
    return Cell(figure(value), None if value is None else round(value, 2))


def world(content: Content) -> Table:
    """The measures of harm beside the same drill with the trainees silent, and by the book."""
    wording = content.wording
    return Table(
        "world",
        wording.say("The world at the end, beside the same drill with the trainees silent and by the book"),
        (
            Column(wording.say("Measure"), 30),
            Column(wording.say("This drill"), 12, right=True),
            Column(wording.say("Trainees silent"), 12, right=True),
            Column(wording.say("Trainees by the book"), 12, right=True),
        ),
        tuple(
            (Cell(each.name), Cell(each.here), Cell(each.silent), Cell(each.book))
            for each in measures(wording, content.journal, content.scored)
        ),
        wording.say("The scenario measures no harm."),
    )
