"""The after-action report of one drill as a paper, in HSEEP's order; formats make files of it."""

from collections.abc import Sequence

from reports.aar.analysis import analysis, time_spent
from reports.aar.appendix import appendix, clause_table, notes, timeline
from reports.aar.content import Content
from reports.aar.counterfactual import counterfactual
from reports.aar.improvement import improvement
from reports.aar.items import items
from reports.aar.objectives import objectives
from reports.aar.overview import date as played_on
from reports.aar.overview import overview
from reports.aar.shared import run
from reports.aar.worlds import compared, worlds
from reports.card.numbers import mark
from reports.figures.rows import Timeline
from reports.figures.tension import tension_chart
from reports.paper.model import Figure, Paper, Paragraph, Section
from reports.wording import Wording
from simulator.evaluation.scorecard import Scorecard
from simulator.journal.entry import Entry
from simulator.language.translator import Translator
from simulator.rehearsal.whatif.model import WhatIf
from simulator.scenario.scenario import Scenario


def content(
    scenario: Scenario,
    journal: Sequence[Entry],
    scorecard: Scorecard,
    translator: Translator,
    head: str,
    whatif: WhatIf | None = None,
) -> Content:
    """What the report is made from: plays the drill again with its trainees silent and by the book.

    *head* is the hash of the journal's last line. Without *whatif* the report says that it was not worked out.
    """
    wording = Wording(scenario, translator, journal[0].payload.get("personas", {}))
    other = worlds(scenario, journal)
    return Content(wording, journal, scorecard, head, items(scenario, journal, scorecard), other, whatif)


def aar(content: Content) -> Paper:
    """Overview, how it went, analysis by objective, improvement plan, what would have changed, timeline, clauses,
    evaluators' notes, appendix.
    """
    wording, found = content.wording, objectives(content.scored)
    result = mark(wording, content.scored.team.overall, content.scored.team.rating)
    return Paper(
        exercise=wording.exercise(),
        kind=wording.say("After-action report"),
        title=wording.said(wording.scenario.title).strip(),
        language=wording.translator.language,
        facts=(
            (wording.say("Date"), played_on(content)),
            (wording.say("Team"), wording.say("{number} of 100, {letter}: {meaning}", number=result.number,
                                              letter=result.letter, meaning=result.meaning)),
        ),
        sections=(
            overview(content, found),
            analysis(content, found),
            improvement(content),
            counterfactual(content),
            course(content),
            time_spent(content),
            *run(content),
            timeline(content),
            clause_table(content),
            notes(content),
            appendix(content),
        ),
        contents=wording.say("Contents"),
        heads=(content.head,),
        heads_label=wording.say("Head of the journal (SHA-256)"),
    )  # fmt: skip


def course(content: Content) -> Section:
    """How tense it was and how many waited, beside the same drill by the book and in silence."""
    wording = content.wording
    title = wording.say("How it went, beside the same drill by the book and in silence")
    if content.worlds is None:
        return Section(
            title, (Paragraph(wording.say("The drill has no end, so there is nothing to compare it with.")),)
        )
    words = wording.say(
        "The seed and the stand-ins' acts are the same in all three: what differs comes from the trainees. Silent: no"
        " trainee does anything. By the book: each does what the plan asks, on time."
    )
    figures = tuple(
        course_figure(wording, rows, place)
        for place, rows in enumerate(compared(wording, content.journal, content.worlds), 1)
    )
    return Section(title, (Paragraph(words), *figures))


def course_figure(wording: Wording, rows: Timeline, place: int) -> Figure:
    """One stretch of the drill on an axis of time."""
    title = wording.say("Tension, waiting, what came in, and who did what")
    return Figure(f"course-{place}", title, described(wording, rows), lambda: tension_chart(rows))


def described(wording: Wording, rows: Timeline) -> str:
    """The figure for those who cannot see it: the highest tension and the most people waiting, in each world."""
    found = [wording.say("The timeline in this report holds what the figure shows.")]
    for each in rows.courses:
        curves = [(each.label or wording.say("this drill"), each.runs), *((own.label, own.runs) for own in each.ghosts)]
        highest = [
            wording.say("{name} {percent} %", name=label, percent=round(100 * max(v for run in runs for _, v in run)))
            for label, runs in curves
            if runs
        ]
        found.append(
            wording.say("{title}, at its highest: {values}.", title=each.title, values=wording.listed(highest))
        )
    for queue in rows.waiting:
        most = [
            wording.say("{name} {number}", name=label, number=round(max(v for run in runs for _, v in run)))
            for label, runs in [(queue.label, queue.runs), *((own.label, own.runs) for own in queue.ghosts)]
            if runs
        ]
        found.append(wording.say("{title}, at most: {values}.", title=queue.title, values=wording.listed(most)))
    return " ".join(found)
