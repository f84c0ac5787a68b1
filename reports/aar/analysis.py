"""The second part of an after-action report: each objective with its letter, its strengths and what is to be better."""

from reports.aar.areas import area, conduct_area
from reports.aar.content import Content
from reports.aar.objectives import Objective, Task
from reports.aar.overview import TONES, number, title
from reports.aar.spending import spending, spending_table
from reports.card.numbers import MEANINGS, figure, percent
from reports.card.receipts import STATUSES, clauses, task, took
from reports.figures.moments import moments_chart
from reports.paper.model import Block, Bullets, Cell, Column, Figure, Paragraph, Section, Table, Tone
from simulator.evaluation.expectations import Judged, Status
from simulator.evaluation.rating import letter
from simulator.evaluation.scorecard import Trainee

STATUS_TONES: dict[Status, Tone] = {
    "met": "good", "late": "poor", "wrong": "poor", "missed": "bad", "not_observed": "quiet",
}  # fmt: skip


def analysis(content: Content, found: tuple[Objective, ...]) -> Section:
    """The letters at a glance, each objective, conduct outside the tasks, and what was not tried."""
    wording = content.wording
    untried = clauses(wording, [each.id for each in content.scored.clauses if not each.expected])
    sections = [_objective(content, each) for each in found]
    outside = [item for item in content.items if not item.expectation]
    if outside:
        sections.append(
            Section(
                wording.say("Conduct outside the tasks"),
                (Paragraph(wording.say("These acts belong to no task: each is wrong by itself.")),),
                tuple(conduct_area(content, item) for item in outside),
            )
        )
    if untried:
        lines = tuple(wording.say("{clause} – {text}", clause=each.id, text=each.text) for each in untried)
        sections.append(Section(wording.say("Objectives that did not come up in this drill"), (Bullets(lines),)))
    scale = wording.say(
        "P performed without challenges, S with some challenges, M with major challenges, U unable to be performed"
    )
    return Section(
        wording.say("Analysis by objective"), (ratings(content, found), Paragraph(scale, "quiet")), tuple(sections)
    )


def ratings(content: Content, found: tuple[Objective, ...]) -> Table:
    """Every objective with its letter."""
    wording = content.wording
    return Table(
        "objectives",
        wording.say("Objectives and ratings"),
        (
            Column(wording.say("Objective"), 44),
            Column(wording.say("Tasks due"), 8, right=True),
            Column(wording.say("Done within the limit"), 10, right=True),
            Column(wording.say("Score"), 8, right=True),
            Column(wording.say("Rating"), 8),
        ),
        tuple(
            (
                Cell(title(content, each)),
                Cell(str(len(each.tasks)), len(each.tasks)),
                Cell(str(each.met), each.met),
                number(each.score),
                Cell(each.rating, tone=TONES[each.rating]),
            )
            for each in found
        ),
        wording.say("Nothing fell due in this drill."),
    )


def _objective(content: Content, objective: Objective) -> Section:
    wording = content.wording
    values = {
        "letter": objective.rating, "meaning": wording.said(MEANINGS[objective.rating]),
        "score": figure(objective.score),
    }  # fmt: skip
    line = wording.say("Rating {letter}: {meaning}. Score {score} of 100.", **values)
    if letter(objective.score) != objective.rating:
        line += " " + wording.say("An unlawful act, or a critical task that failed, lets it stand no higher.")
    blocks: list[Block] = [Paragraph(line, TONES[objective.rating]), tasks(content, objective)]
    if not objective.own:
        blocks.append(Paragraph(wording.say("Its tasks are told under the clause that they name first.")))
    return Section(
        title(content, objective), tuple(blocks), (*_strengths(content, objective), *_areas(content, objective))
    )


def tasks(content: Content, objective: Objective) -> Table:
    """The tasks of an objective at a glance."""
    wording = content.wording
    return Table(
        f"tasks-{objective.clause.lower()}",
        wording.say("Tasks under {clause}", clause=objective.clause),
        (
            Column(wording.say("Task"), 34),
            Column(wording.say("Seat"), 14),
            Column(wording.say("Due"), 8),
            Column(wording.say("Took"), 10),
            Column(wording.say("Status"), 12),
            Column(wording.say("Quality"), 8, right=True),
            Column(wording.say("Rating"), 8),
        ),
        tuple(_task(content, each) for each in objective.tasks),
    )


def _task(content: Content, each: Task) -> tuple[Cell, ...]:
    wording, judged = content.wording, each.judged
    done = judged.met is not None
    return (
        Cell(task(wording, judged)),
        Cell(wording.seat(judged.seat)),
        Cell(wording.clock(judged.due or 0)),
        _took(content, judged),
        Cell(wording.said(STATUSES[judged.status]), tone=STATUS_TONES[judged.status]),
        Cell(percent(judged.quality), round(100 * judged.quality, 1)) if done else Cell("–"),
        Cell(judged.rating or "–", tone=TONES[judged.rating] if judged.rating else ""),
    )


def _took(content: Content, judged: Judged) -> Cell:
    """How long it took; the number behind it is in minutes."""
    if judged.met is None or judged.due is None:
        return Cell(took(content.wording, judged))
    return Cell(content.wording.span(judged.met - judged.due), round((judged.met - judged.due) / 60, 2))


def _strengths(content: Content, objective: Objective) -> tuple[Section, ...]:
    """What was done promptly, well and lawfully."""
    wording = content.wording
    good = [each.judged for each in objective.own if each.judged.rating == "P"]
    lines = tuple(
        wording.say("{task} ({seat}): {took}; the target was {target}.", task=task(wording, judged),
                    seat=wording.seat(judged.seat), took=took(wording, judged),
                    target=wording.span(judged.instance.expectation.target))
        for judged in good
    )  # fmt: skip
    return (Section(wording.say("Strengths"), (Bullets(lines),)),) if lines else ()


def _areas(content: Content, objective: Objective) -> tuple[Section, ...]:
    """What is to be better, the gravest first."""
    names = {each.judged.id for each in objective.own}
    mine = [item for item in content.items if item.expectation in names]
    if not mine:
        return ()
    wording = content.wording
    return (Section(wording.say("Areas for improvement"), (), tuple(area(content, item) for item in mine)),)


# -- where the time went ------------------------------------------------------------------------------------


def time_spent(content: Content) -> Section:
    """For each trainee where the time of each task went, as a figure and as a table."""
    wording = content.wording
    words = wording.say(
        "Each bar runs from when a task fell due: until the message was read, until the order or answer was given,"
        " until it was carried out and whoever was sent was there. The scale of each task is its own limit."
    )
    sections = tuple(_time_of(content, each) for each in content.trainees if each.of)
    return Section(wording.say("Where the time went"), (Paragraph(words),), sections)


def _time_of(content: Content, trainee: Trainee) -> Section:
    wording = content.wording
    rows = spending(wording, trainee.judged)
    return Section(
        whose(content, trainee),
        (
            Figure(
                f"time-{trainee.seat.replace('_', '-')}",
                wording.say("{seat}: where the time went", seat=wording.seat(trainee.seat)),
                wording.say("The table that follows holds the same figures."),
                lambda: moments_chart(rows),
            ),
            spending_table(wording, f"time-{trainee.seat.replace('_', '-')}-table", trainee.judged),
        ),
    )


def whose(content: Content, trainee: Trainee) -> str:
    """A trainee's seat; of several who sat there with the name."""
    seat = content.wording.seat(trainee.seat)
    if not content.several(trainee.seat):
        return seat
    return content.wording.say("{seat}: {who}", seat=seat, who=trainee.name)
