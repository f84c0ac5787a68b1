"""The readiness report as a paper: the verdict first, then figures, then the tables behind them."""

from reports.paper.model import Block, Bullets, Paper, Paragraph, Section
from reports.readiness import charts, item_tables, tables
from reports.readiness.items import ENOUGH
from reports.readiness.limits import few, notices, period
from reports.readiness.model import Readiness
from reports.readiness.naming import Names
from reports.readiness.statistics import SMALL, WINDOW
from reports.readiness.verdict import group, verdict


def paper(names: Names, ready: Readiness) -> Paper:
    """The report. Without a scored drill it says so and holds little else."""
    sections = (glance(names, ready), *(_sections(names, ready) if ready.drills else ()), reading(names))
    return Paper(
        exercise=names.say("EXERCISE"),
        kind=names.say("Readiness report"),
        title=names.say("Readiness: {group}", group=group(names, ready)),
        language=names.translator.language,
        facts=facts(names, ready),
        sections=tuple(section for section in sections if section.blocks),
        contents=names.say("Contents"),
        heads=ready.heads,
        heads_label=names.say("Head of the journal (SHA-256)"),
    )


def facts(names: Names, ready: Readiness) -> tuple[tuple[str, str], ...]:
    """What the report rests on."""
    say = names.say
    shown = say("shown by name") if ready.asked.named else say("not named: pseudonyms or numbers")
    drills = say("{number}, of these {assessed} assessed", number=ready.drills, assessed=ready.assessed)
    return (
        (say("Period"), period(names, ready)),
        (say("Drills"), drills),
        (say("People"), say("{number}, {shown}", number=names.count(len(ready.people), few(ready)), shown=shown)),
        (say("Day of the report"), ready.day),
    )


def glance(names: Names, ready: Readiness) -> Section:
    """The first page: three sentences, and what a reader must know before trusting them."""
    first, *others = verdict(names, ready)
    blocks: list[Block] = [Paragraph(first, tables.tone(ready.overall.median) if ready.overall else "quiet")]
    blocks += [Paragraph(sentence) for sentence in others]
    blocks += [Paragraph(notice, "quiet") for notice in notices(names, ready)]
    return Section(names.say("At a glance"), tuple(blocks))


def _sections(names: Names, ready: Readiness) -> tuple[Section, ...]:
    say = names.say
    due = (tables.due(names, ready),) if ready.trained else ()
    beside = (item_tables.compared(names, ready),) if ready.compared else ()
    trend = (charts.trend(names, ready),) if ready.first and ready.trends else ()
    spread = (charts.spread(names, ready),) if ready.clauses else ()
    heat = (charts.heat(names, ready),) if ready.clauses else ()
    questions = (charts.items(names, ready),) if any(not item.small for item in ready.items) else ()
    apart = (tables.departments(names, ready),) if len(ready.departments) > 1 else ()
    return (
        Section(say("Over time"), (*trend, tables.trends(names, ready))),
        Section(say("Clauses of the plan"), (*spread, tables.clauses(names, ready))),
        Section(say("Who is due for training"), due),
        Section(say("People and departments"), (*heat, *apart, tables.people(names, ready))),
        Section(say("Unlawful and harmful acts"), (item_tables.breaches(names, ready),)),
        Section(say("Beside the bots"), beside),
        Section(say("Tasks as questions of an exam"), (*questions, item_tables.items(names, ready))),
        Section(say("People by clauses"), tables.squares(names, ready)),
    )


def reading(names: Names) -> Section:
    """How the numbers are meant."""
    say = names.say
    return Section(
        say("How to read this"),
        (
            Bullets((
                say("Credit: what was earned for tasks under a clause, of what could be earned; a late or half-right"
                    " act earns a part. A task that cites two clauses counts for both."),
                say("In time: done lawfully and well enough within the limit. Median time: from due to done; what was"
                    " never done counts as later than all that was."),
                say("95 % interval: where the true share lies in 19 of 20 such samples (Wilson 1927). It takes tasks as"
                    " independent, which those of one drill are not quite."),
                say("Few: fewer than {number} cases. Such numbers are hints.", number=SMALL),
                say("Trend: each drill day's median, and the median of {number} drill days at a time, or of a twelfth"
                    " of them where that is more. At first and at last: the first and the last such median. Fewer than"
                    " {number} drill days bear no line.", number=WINDOW),
                say("Tells apart (good from bad): how a task goes together with all others of the same drill, from -1"
                    " to 1, by each person's first attempt; told from {number} people on. Near nought or below, look at"
                    " the task before the people.", number=ENOUGH),
                say("Bots: players of known skill in the same seats, on seeds that the people had; overall, as for"
                    " people."),
            )),
        ),
    )  # fmt: skip
