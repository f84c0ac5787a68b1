"""The pages of the hot wash after the score: timeline, where the time went, what mattered most, model answers."""

from collections.abc import Sequence

from reports.whatif_words import effects, headline, joint_words, put_right
from reports.wording import Wording
from simulator.evaluation.expectations import Judged
from simulator.evaluation.scorecard import Scorecard, Trainee
from simulator.journal.entry import Entry
from simulator.rehearsal.whatif.model import WhatIf
from tui.presentation.lines import Item, item, items
from tui.presentation.text import wrapped
from tui.presentation.timeline import KINDS, Kind, Row, filtered, row_lines, spent_lines
from tui.presentation.verdict import STATUSES, model_answer

MOST = 3
"""How many acts are told at length."""

BAR = 24
"""Cells of a bar of time."""


def timeline_items(wording: Wording, found: Sequence[Row], kind: Kind | None, width: int) -> list[Item]:
    """The events of a kind, or all; Enter goes on to the next kind."""
    shown = wording.say("all events") if kind is None else wording.said(KINDS[kind])
    head = wording.say("Shown: {kind}. Enter shows another kind.", kind=shown)
    return [item(wrapped(head, width), "dim"), *(item(row_lines(row, width)) for row in filtered(found, kind=kind))]


def spent_items(wording: Wording, journal: Sequence[Entry], scorecard: Scorecard, seat: str, width: int) -> list[Item]:
    """What occupied the seat, then each expectation's way from due to effective as a bar."""
    found = items(wrapped(wording.say("What occupied you"), width), "head")
    found += items(spent_lines(wording, journal, seat, width))
    found += [item([""]), *items(wrapped(wording.say("From due to done"), width), "head")]
    key = wording.say("Each bar: . unnoticed, - noticed and not decided, = decided and not done; | the target")
    found += items(wrapped(key, width), "dim")
    for judged in _observed(scorecard, seat):
        found += items(wrapped(_task(wording, judged), width))
        found += items(wrapped(_way(wording, judged), width, "   "))
    return found


def _observed(scorecard: Scorecard, seat: str) -> list[Judged]:
    mine = [each for each in scorecard.trainees if each.seat == seat]
    return [judged for trainee in mine for judged in trainee.judged if judged.observed]


def _task(wording: Wording, judged: Judged) -> str:
    return wording.say("{task}: {status}", task=judged.instance.expectation.task, status=STATUSES[judged.status])


def _way(wording: Wording, judged: Judged) -> str:
    """The bar of an expectation and its times; the bar's end is its limit."""
    due, met = judged.due, judged.met
    expectation = judged.instance.expectation
    if due is None or met is None:
        return wording.say("never done; the limit was {limit}", limit=wording.span(expectation.limit))
    moments = (judged.noticed, judged.decided, judged.effective if judged.effective is not None else met)
    values = {"took": wording.span(met - due), "target": wording.span(expectation.target)}
    bar = time_bar(due, moments, expectation.target, max(expectation.limit, met - due))
    return f"[{bar}] " + wording.say("{took}, target {target}", **values)


def time_bar(due: int, moments: tuple[int | None, int | None, int], target: int, whole: int) -> str:
    """Unnoticed, undecided and undone time in signs, over *whole* seconds; the target is marked."""
    noticed, decided, done = moments
    signs: list[str] = []
    for cell in range(BAR):
        at = due + whole * cell // BAR
        if at >= done:
            sign = " "
        elif decided is not None and at >= decided:
            sign = "="
        else:
            sign = "-" if noticed is not None and at >= noticed else "."
        signs.append(sign)
    place = min(target * BAR // max(whole, 1), BAR - 1)
    signs[place] = "|"
    return "".join(signs)


def mattered_items(wording: Wording, whatif: WhatIf | None, progress: tuple[int, int], width: int) -> list[Item]:
    """The acts ranked by what each, put right alone, would have changed; the first ones at length."""
    if whatif is None:
        done, all_of = progress
        share = wording.say("{done} of {all}", done=done, all=all_of) if all_of else ""
        working = wording.say("Playing the drill again, one act put right at a time … {share}", share=share)
        return items(wrapped(working.strip(), width))
    if not whatif.exact:
        return items(
            wrapped(wording.say("This drill does not replay as it is recorded, so nothing can be said."), width)
        )
    if not whatif.findings:
        return items(wrapped(wording.say("Nothing was missed, late, wrong or unlawful."), width))
    head = wording.say("What each act, put right alone, would have changed; all else as it was. The weightiest first.")
    found = [item(wrapped(head, width), "dim"), item([""])]
    for place, finding in enumerate(whatif.findings, 1):
        found += items(wrapped(headline(wording, finding), width, f"{place}. "), "strong" if place <= MOST else "")
        if place <= MOST:
            found += items(wrapped(put_right(wording, finding), width, "   "))
            for line in effects(wording, finding):
                found += items(wrapped(line, width, "   - "))
            found.append(item([""]))
    together = joint_words(wording, whatif)
    return [*found, *(item(wrapped(line, width)) for line in together)]


def opening_items(wording: Wording, whatif: WhatIf | None, width: int) -> list[Item]:
    """The acts that mattered most, a line or two each; nothing until they are worked out."""
    if whatif is None or not whatif.findings:
        return []
    found = items(wrapped(wording.say("What mattered most"), width), "head")
    for place, finding in enumerate(whatif.findings[:MOST], 1):
        found += items(wrapped(headline(wording, finding), width, f"{place}. "))
    return [*found, item([""])]


def answer_items(wording: Wording, scorecard: Scorecard, seat: str, width: int) -> list[Item]:
    """What the plan expected of the seat, expectation by expectation, with clauses and reasons."""
    found: list[Item] = []
    clauses = wording.scenario.emergency_plan.clauses
    for trainee in _of(scorecard, seat):
        for judged in trainee.judged:
            found += items(wrapped(_task(wording, judged), width), "head")
            for line in model_answer(wording, judged):
                found += items(wrapped(line, width, "  "))
            for name in judged.instance.expectation.clauses:
                if name in clauses:
                    found += items(wrapped(f"{name}: {wording.said(clauses[name].text).strip()}", width, "  "), "dim")
            found.append(item([""]))
    return found


def _of(scorecard: Scorecard, seat: str) -> list[Trainee]:
    return [each for each in scorecard.trainees if each.seat == seat]
