"""The facilitator's pack: what is hidden from trainees, for the people who run and judge the drill."""

from collections.abc import Sequence

from reports.messages import PURPOSES
from reports.pack.briefing import drill_facts, ways_from
from reports.pack.conditions import in_words
from reports.pack.msel import Seen, first_seen, messages
from reports.pack.msel import questions as questions_put
from reports.pack.naming import Numbered, numbered
from reports.pack.talk import contingencies
from reports.pack.talk import questions as hot_wash
from reports.pack.tasks import tasks, traps
from reports.pack.triggers import effects_words
from reports.pack.words import on_one_line, percent
from reports.paper.model import Block, Bullets, Cell, Column, Facts, Paper, Paragraph, Section, Table
from reports.wording import Wording
from simulator.journal.entry import Entry
from simulator.rehearsal.run import run_drill
from simulator.scenario.incidents import Incident
from simulator.scenario.moods import Mood
from simulator.scenario.scenario import Scenario

SEED = 1
"""The seed of the two drills from which the times of the messages are taken."""


def facilitator(wording: Wording) -> Paper:
    """At a glance, messages, questions, expectations with model answers, breaches, how the world moves, hot wash,
    what to do when it goes otherwise. Plays the scenario twice, by the book and in silence.
    """
    scenario, key = wording.scenario, numbered(wording)
    book, silent = (first_seen(played(scenario, bot)) for bot in ("by-the-book", "silent"))
    return Paper(
        exercise=wording.exercise(),
        kind=wording.say("Facilitator's pack"),
        title=on_one_line(wording, scenario.title),
        language=wording.translator.language,
        facts=(
            (wording.say("For"), wording.say("controllers and evaluators only: it tells what trainees must not know")),
            *drill_facts(wording),
        ),
        sections=(
            _overview(key, book, silent),
            messages(key, book, silent),
            questions_put(key),
            tasks(key),
            traps(key),
            _world(key),
            hot_wash(key),
            contingencies(key),
        ),
        contents=wording.say("Contents"),
        heads=(scenario.digest(),),
        heads_label=wording.say("The scenario (SHA-256)"),
    )


def played(scenario: Scenario, bot: str) -> Sequence[Entry]:
    """A whole drill with a bot in every seat."""
    return tuple(run_drill(scenario, SEED, bot, with_baselines=False).journal)


def _overview(key: Numbered, book: Seen, silent: Seen) -> Section:
    """What it is about, who is needed, what is used, and the author's own notes."""
    wording, scenario = key.wording, key.wording.scenario
    clauses = dict.fromkeys(clause for each in scenario.expectations.values() for clause in each.clauses)
    facts = (
        (wording.say("Seats"), wording.listed(wording.seat(seat) for seat in scenario.seats)),
        (
            wording.say("Messages"),
            wording.say(
                "{all}; by the book {book} come, in silence {silent}",
                all=len([each for each in scenario.injects.values() if each.purpose is None]),
                book=len(book),
                silent=len(silent),
            ),
        ),
        *_kept_ready(key),
        (wording.say("Questions"), str(len(scenario.decisions))),
        (wording.say("Tasks"), str(len(scenario.expectations))),
        (wording.say("Clauses"), wording.listed(clauses)),
        (wording.say("Difficulty"), wording.say("{number} of 5", number=scenario.difficulty)),
    )
    blocks: list[Block] = [Paragraph(on_one_line(wording, scenario.summary)), Facts(facts)]
    if scenario.notes is not None:
        blocks += [Paragraph(wording.say("Notes of the author:")), Paragraph(on_one_line(wording, scenario.notes))]
    sections = (
        Section(wording.say("What trainees are told"), (Paragraph(wording.said(scenario.briefing).strip()),)),
        _cast(key),
        _units(key),
        Section(wording.say("On the day"), (Bullets(_to_do(key)),)),
    )
    return Section(
        wording.say("At a glance"),
        tuple(block for block in blocks if block != Paragraph("")),
        tuple(each for each in sections if each.blocks),
    )


def _kept_ready(key: Numbered) -> tuple[tuple[str, str], ...]:
    """The contingency injects by their numbers, each with its purpose, where there are some."""
    wording = key.wording
    ready = [
        wording.say("no. {number}, {purpose}", number=key.messages[name], purpose=PURPOSES[each.purpose])
        for name, each in wording.scenario.injects.items()
        if each.purpose
    ]
    return ((wording.say("Kept ready for the controller"), wording.listed(ready)),) if ready else ()


def _cast(key: Numbered) -> Section:
    wording = key.wording
    pairs = tuple(
        (wording.person(name), on_one_line(wording, each.part)) for name, each in wording.scenario.cast.items()
    )
    return Section(wording.say("People of the story (all fictional)"), (Facts(pairs),) if pairs else ())


def _units(key: Numbered) -> Section:
    wording = key.wording
    columns = (
        Column(wording.say("Unit"), 26),
        Column(wording.say("Under"), 14),
        Column(wording.say("Based at"), 14),
        Column(wording.say("On the way"), 30),
    )
    rows = tuple(
        (
            Cell(wording.said(unit.name)),
            Cell(wording.seat(unit.under)),
            Cell(wording.thing(unit.base)),
            Cell(wording.listed(ways_from(wording, unit.base))),
        )
        for unit in wording.scenario.units.values()
    )
    table = Table("all-units", wording.say("All units"), columns, rows)
    return Section(wording.say("Units"), (table,) if rows else ())


def _to_do(key: Numbered) -> tuple[str, ...]:
    wording = key.wording
    return (
        wording.say("Hand each seat its own briefing, and nothing else from this pack."),
        wording.say("Say that it is an exercise, that it can be stopped at any time, and by which words."),
        wording.say("Let the trainees try one order and one answer before the clock runs; the tutorial does."),
        wording.say("One evaluator for two seats at most: note times and words, not opinions."),
        wording.say("Plan {span} for the hot wash, at once afterwards, while it is fresh.", span=wording.span(2700)),
    )


# -- how the world moves ------------------------------------------------------------------------------------


def _world(key: Numbered) -> Section:
    """Each incident: where and when, what drives it up and down, what happens on the way."""
    wording = key.wording
    sections = tuple(_incident(key, name, each) for name, each in wording.scenario.incidents.items())
    note = wording.say(
        "Why tension rises and falls: its level is the base with what presses on it and what relieves it, "
        "and half of the way to that level is gone in every half-life."
    )
    return Section(wording.say("How the world moves"), (Paragraph(note, "quiet"),), sections)


def _incident(key: Numbered, name: str, incident: Incident) -> Section:
    wording = key.wording
    facts = [(wording.say("Kind"), _kind(wording, incident.kind))]
    place = getattr(incident, "place", None)
    if place:
        facts.append((wording.say("Place"), wording.thing(place)))
    people = getattr(incident, "people", None)
    if people:
        facts.append((wording.say("People"), str(people)))
    if incident.at is not None and not incident.at.after and incident.at.clock is None:
        facts.append((wording.say("Begins at"), wording.clock(incident.at.window.low)))
    if incident.when is not None:
        facts.append((wording.say("Begins when"), in_words(key, incident.when.tree)))
    claim = on_one_line(wording, getattr(incident, "claim", None))
    if claim:
        facts.append((wording.say("Claim"), claim))
    mood = getattr(incident, "tension", None) or getattr(incident, "distress", None)
    if mood is not None:
        facts.append(_mood(key, mood))
    return Section(wording.thing(name), (Facts(tuple(facts)), *_drivers(key, incident), *_stages(key, name, incident)))


def _kind(wording: Wording, kind: str) -> str:
    names = {
        "gathering": wording.say("gathering"),
        "reception": wording.say("reception"),
        "person": wording.say("person at risk"),
        "rumour": wording.say("rumour"),
        "flow": wording.say("flow of people"),
    }
    return names[kind]


def _mood(key: Numbered, mood: Mood) -> tuple[str, str]:
    wording = key.wording
    values = {"start": percent(mood.start), "base": percent(mood.base), "half": wording.span(mood.half_life)}
    return wording.say("Mood"), wording.say("starts at {start}, base {base}, half-life {half}", **values)


def _drivers(key: Numbered, incident: Incident) -> tuple[Bullets, ...]:
    wording, lines = key.wording, []
    for pressure in getattr(incident, "pressures", {}).values():
        if pressure.when is not None:
            holds = in_words(key, pressure.when.tree)
            lines.append(wording.say("+{points}: {condition}", points=percent(pressure.raises), condition=holds))
    for relief in getattr(incident, "reliefs", {}).values():
        holds = in_words(key, relief.when.tree)
        lines.append(wording.say("−{points}: {condition}", points=percent(relief.lowers), condition=holds))
    return (Bullets(tuple(lines)),) if lines else ()


def _stages(key: Numbered, name: str, incident: Incident) -> tuple[Table, ...]:
    wording, stages = key.wording, getattr(incident, "stages", {})
    columns = (
        Column(wording.say("Stage"), 20),
        Column(wording.say("From"), 8, right=True),
        Column(wording.say("What it does"), 40),
    )
    rows = []
    for stage, written in stages.items():
        does = [*effects_words(key, written), *(key.message(inject) for inject in written.inject)]
        rows.append(
            (
                Cell(wording.part(name, stage)),
                Cell(percent(written.above), written.above * 100),
                Cell(wording.listed(does)),
            )
        )
    caption = wording.say("Stages of '{thing}'", thing=wording.thing(name))
    return (Table(f"stages-{name.replace('_', '-')}", caption, columns, tuple(rows)),) if rows else ()
