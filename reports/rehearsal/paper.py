"""A rehearsal as a paper: does competence show, what comes up, what never does, and what stands out."""

from reports.paper.model import Block, Paper, Paragraph, Section
from reports.rehearsal import charts, tables
from reports.rehearsal.plays import exploits
from reports.wording import Wording
from simulator.rehearsal.exam.rehearsing import Rehearsal
from simulator.rehearsal.exploits.searching import Exploits


def paper(wording: Wording, found: Rehearsal, sought: Exploits | None = None, *, whole: bool = True) -> Paper:
    """The report. Without *whole* of expectations and options only what stands out: for a screen."""
    return Paper(
        exercise=wording.exercise(),
        kind=wording.say("Rehearsal"),
        title=wording.said(wording.scenario.title).strip(),
        language=wording.translator.language,
        facts=_facts(wording, found),
        sections=tuple(_sections(wording, found, sought, whole)) if found.runs else (),
        contents=wording.say("Contents"),
    )


def _facts(wording: Wording, found: Rehearsal) -> tuple[tuple[str, str], ...]:
    say = wording.say
    drills = str(found.runs)
    if found.runs < found.wanted:
        drills = say("{runs} of {wanted}: it was broken off", runs=found.runs, wanted=found.wanted)
    speed = say("{number} drills a second, scored", number=f"{found.runs_per_second:.1f}")
    return (
        (say("Scenario"), found.scenario), (say("Drills"), drills), (say("Seed"), str(found.base)),
        (say("Speed"), speed),
    )  # fmt: skip


def _sections(wording: Wording, found: Rehearsal, sought: Exploits | None, whole: bool) -> list[Section]:
    say = wording.say
    odd = not whole
    figures: tuple[Block, ...] = (charts.players(wording, found),) if whole else ()
    questions: tuple[Block, ...] = (charts.items(wording, found),) if whole else ()
    tried = any(worth.difference is not None for worth in found.options)
    options: tuple[Block, ...] = (tables.options(wording, found),) if whole else ()
    if tried and not whole:
        options = _odd_options(wording, found)
    never: tuple[Block, ...] = (tables.never(wording, found),)
    if found.never and not whole:
        never = (Paragraph(say("What never came up, and why")), tables.never_listed(wording, found))
    return [
        Section(say("Does competence show"), (
            *figures, tables.players(wording, found), tables.separation(wording, found), *_blind(wording, found))),
        Section(say("What comes up"), (tables.coverage(wording, found), *never)),
        Section(say("Expectations"), (*questions, tables.items(wording, found, odd))),
        *([Section(say("Options"), options)] if options else []),
        *([exploits(wording, sought)] if sought is not None else []),
    ]  # fmt: skip


def _odd_options(wording: Wording, found: Rehearsal) -> tuple[Block, ...]:
    listed = tables.options_listed(wording, found)
    if not listed.items:
        return (Paragraph(wording.say("No option stands out.")),)
    caption = wording.say("Each option in the place of the book's: the difference in the team's overall")
    return (Paragraph(caption), listed)


def _blind(wording: Wording, found: Rehearsal) -> list[Block]:
    """What clicking without knowing anything is worth."""
    return [
        Paragraph(wording.say("Without any knowledge: {player} earns {share} % of what the book earns.",
                              player=player, share=f"{100 * share:.1f}"))
        for player, share in found.blind.items()
    ]  # fmt: skip
