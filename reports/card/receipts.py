"""One judged expectation in words: when it was due and done, what it earned, and how that was reckoned."""

from collections.abc import Mapping, Sequence

from reports.card.deeds import deed, is_deed, model_answer, reasons
from reports.card.model import NONE, Clause, Deed, Mark, Receipt
from reports.card.numbers import MEANINGS, percent, short
from reports.card.story import inject_words
from reports.figures.rows import Verdict, Verdicts
from reports.wording import Wording
from simulator.evaluation.expectations import HALVED, Judged, timeliness
from simulator.evaluation.given import Delivery
from simulator.journal.entry import ANSWERED, CARRIED_OUT, Entry
from simulator.language.said import Said, say

STATUSES: Mapping[str, Said] = {
    "met": say("met"), "late": say("past the limit"), "wrong": say("wrong"), "missed": say("missed"),
    "not_observed": say("not observed in this drill"),
}  # fmt: skip
QUOTED = 160
"""Characters of a message that are quoted where it makes something due."""


def receipt(wording: Wording, journal: Sequence[Entry], judged: Judged) -> Receipt:
    """The receipt of one instance of an expectation."""
    expectation, seen = judged.instance.expectation, judged.observed
    return Receipt(
        anchor=f"{judged.seat}-{judged.id}-{judged.instance.number}",
        task=task(wording, judged),
        status=judged.status,
        word=wording.said(STATUSES[judged.status]),
        letter=_letter(wording, judged),
        clauses=clauses(wording, expectation.clauses),
        due=_due(wording, journal, judged),
        took=took(wording, judged),
        target=_by(wording, judged, expectation.target),
        limit=_by(wording, judged, expectation.limit),
        quality=percent(judged.quality) if judged.met is not None else NONE,
        timeliness=percent(judged.timeliness) if judged.met is not None else NONE,
        credit=wording.say("{credit} of {of}", credit=short(judged.credit), of=short(judged.of)) if seen else NONE,
        formula=_formula(wording, judged) if seen else "",
        deeds=_deeds(wording, journal, judged),
        moments=_moments(wording, judged),
        spoiled=_spoiled(wording, judged),
        notes=_notes(wording, judged),
        expected=model_answer(wording, expectation),
        why=reasons(wording, expectation),
        entries=wording.listed(str(number) for number in judged.entries),
    )


def clauses(wording: Wording, ids: Sequence[str]) -> tuple[Clause, ...]:
    """Clauses of the plan with their wording; one that the plan lacks has none."""
    known = wording.scenario.emergency_plan.clauses
    return tuple(Clause(each, wording.said(known[each].text).strip() if each in known else "") for each in ids)


def task(wording: Wording, judged: Judged) -> str:
    """What was to be done; of a task that comes back, which time it was."""
    words, number = wording.said(judged.instance.expectation.task).strip(), judged.instance.number
    return wording.say("{task}, time {number}", task=words, number=number) if number > 1 else words


def _letter(wording: Wording, judged: Judged) -> Mark:
    if judged.rating is None:
        return Mark(NONE, NONE, wording.said(STATUSES["not_observed"]))
    return Mark(short(judged.credit), judged.rating, wording.said(MEANINGS[judged.rating]))


# -- time ---------------------------------------------------------------------------------------------------


def _due(wording: Wording, journal: Sequence[Entry], judged: Judged) -> str:
    due = judged.instance.due
    if due is None:
        return wording.say("what makes it due did not reach this seat")
    return wording.say("{clock}: {trigger}", clock=wording.clock(due.at), trigger=_trigger(wording, journal, due))


def _trigger(wording: Wording, journal: Sequence[Entry], due: Delivery) -> str:
    """What made an expectation due."""
    if due.kind == "inject" and due.about in wording.scenario.injects:
        words = inject_words(wording, due.about, journal[due.entry].payload.get("tells", {}))
        return wording.say("{sender}: “{words}”", sender=wording.inject(due.about), words=_quoted(words))
    if due.kind == "decision" and due.about in wording.scenario.decisions:
        words = wording.text(wording.scenario.decisions[due.about].text)
        return wording.say("asked: “{words}”", words=_quoted(words))
    if due.kind == "message" and due.about:
        return wording.say("{seat} told about {topic}", seat=wording.seat(due.sender), topic=wording.thing(due.about))
    return wording.thing(due.about)


def _quoted(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= QUOTED else line[:QUOTED].rstrip() + "…"


def took(wording: Wording, judged: Judged) -> str:
    """How long it took from due to done."""
    if judged.met is None or judged.due is None:
        return wording.said(STATUSES["not_observed"]) if not judged.observed else wording.say("never done")
    return wording.say("after {took}", took=wording.span(judged.met - judged.due))


def _by(wording: Wording, judged: Judged, seconds: int) -> str:
    """A target or limit as a length, and as a time where it was due."""
    if judged.due is None:
        return wording.span(seconds)
    return wording.say("{span}, by {clock}", span=wording.span(seconds), clock=wording.clock(judged.due + seconds))


def _moments(wording: Wording, judged: Judged) -> str:
    """Where the time went: read, given, carried out, there."""
    known = (
        (say("read {clock}", clock=wording.clock(judged.noticed)) if judged.noticed is not None else None),
        (say("decided {clock}", clock=wording.clock(judged.decided)) if judged.decided is not None else None),
        (say("done {clock}", clock=wording.clock(judged.met)) if judged.met is not None else None),
        (say("in effect {clock}", clock=wording.clock(judged.effective)) if judged.effective is not None else None),
    )
    return wording.listed(moment for moment in known if moment is not None)


# -- credit -------------------------------------------------------------------------------------------------


def _formula(wording: Wording, judged: Judged) -> str:
    """How the credit was reckoned, with every number."""
    if judged.met is None:
        return wording.say("Nothing was done, so nothing is earned.")
    values: dict[str, object] = {"of": short(judged.of), "credit": short(judged.credit)}
    values["gate"] = wording.say(" × lawfulness {gate}", gate=short(judged.gate.value)) if judged.gate.value < 1 else ""
    values["halved"] = wording.say(" × {half} after a harmful act", half=short(HALVED)) if judged.gate.halved else ""
    values["parts"] = " + ".join(_parts(wording, judged))
    if len(_parts(wording, judged)) > 1:
        return wording.say("weight {of}{gate}{halved} × ({parts}) = {credit}", **values)
    return wording.say("weight {of}{gate}{halved} × {parts} = {credit}", **values)


def _parts(wording: Wording, judged: Judged) -> list[str]:
    """What each act adds: its quality times what its time leaves of it."""
    expectation, due, found = judged.instance.expectation, judged.due or 0, []
    for place, step in enumerate(judged.steps):
        if place and not step.adds:
            continue
        speed = timeliness(expectation.target, expectation.limit, step.at - due)
        values = {"quality": short(step.adds), "fixed": short(1 - expectation.speed), "timeliness": short(speed)}
        values["share"] = short(expectation.speed)
        template = say("correction {quality} × time ({fixed} + {share} × {timeliness})", **values)
        first = say("quality {quality} × time ({fixed} + {share} × {timeliness})", **values)
        found.append(wording.said(template if place else first))
    return found


def _spoiled(wording: Wording, judged: Judged) -> tuple[str, ...]:
    """What unlawful and harmful acts took from it."""
    found = [_breach(wording, each.code, each.entry) for each in judged.gate.breaches]
    return (*found, *(wording.say("a wrong act (entry {entry})", entry=entry) for entry in judged.gate.entries))


def _breach(wording: Wording, code: str, entry: int) -> str:
    known = wording.scenario.conduct.codes.get(code)
    name = known.name if known else ""
    return wording.say("{code} {name} (entry {entry})", code=code, name=name, entry=entry)


def _notes(wording: Wording, judged: Judged) -> tuple[str, ...]:
    """What makes an expectation special."""
    expectation, found = judged.instance.expectation, []
    if expectation.critical == "team":
        found.append(wording.say("critical for the whole team"))
    elif expectation.critical:
        found.append(wording.say("critical"))
    if expectation.coordination:
        found.append(wording.say("coordination"))
    if expectation.speed == 1:
        found.append(wording.say("life and safety: all of the credit hangs on time"))
    if expectation.law is not None:
        found.append(wording.say("the limit is set by law: {source}", source=expectation.law.source))
    return tuple(found)


def _deeds(wording: Wording, journal: Sequence[Entry], judged: Judged) -> tuple[Deed, ...]:
    """The acts that it rests on, and later ones that corrected it."""
    done = {entry.payload["act"]: entry.time for entry in journal if entry.kind in (CARRIED_OUT, ANSWERED)}
    numbers = dict.fromkeys((*judged.entries, *(step.entry for step in judged.steps if step.adds)))
    acts = [journal[number] for number in sorted(numbers) if is_deed(journal[number])]
    return tuple(deed(wording, act, done.get(act.number)) for act in acts)


# -- the figure ---------------------------------------------------------------------------------------------


def verdicts(wording: Wording, judged: Sequence[Judged]) -> Verdicts:
    """The rows of the figure of expectations, in the order in which they fell due; what never did comes last."""
    ordered = sorted(judged, key=lambda each: (each.due is None, each.due or 0))
    return Verdicts(
        tuple(_verdict(wording, each) for each in ordered),
        fast=wording.say("How fast"),
        well=wording.say("How well"),
        due=wording.say("due"),
        target=wording.say("target"),
        limit=wording.say("limit"),
        late=wording.say("later"),
        earned=wording.say("earned"),
    )


def _verdict(wording: Wording, judged: Judged) -> Verdict:
    word = wording.said(STATUSES[judged.status])
    if judged.met is not None and judged.due is not None:
        word = wording.say("{status}, {took}", status=word, took=wording.span(judged.met - judged.due))
    quality = judged.quality if judged.met is not None else None
    credit = f"{short(judged.credit)}/{short(judged.of)}"
    return Verdict(task(wording, judged), judged.status, word, place(judged), quality, credit, judged.rating or NONE)


def place(judged: Judged) -> float | None:
    """Where between due (0), target (1) and limit (2) it was done; past the limit up to 2.5."""
    if judged.met is None or judged.due is None:
        return None
    expectation, after = judged.instance.expectation, judged.met - judged.due
    target, limit = expectation.target, expectation.limit
    if after <= target:
        return after / target if target else 1.0
    if after <= limit:
        return 1 + (after - target) / (limit - target)
    return 2 + min(0.5, 0.1 + 0.4 * (after - limit) / max(limit, 1))
