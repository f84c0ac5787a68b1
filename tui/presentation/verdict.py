"""One judged expectation as lines: when it was due, what was done, what it earned and why, the model answer."""

from collections.abc import Mapping, Sequence

from reports.card.deeds import in_words
from reports.wording import Wording
from simulator.evaluation.expectations import Judged
from simulator.journal.entry import ANSWER, ORDER, Entry
from simulator.language.said import Said, say
from simulator.scenario.deeds import Deed, Ordered, deeds
from tui.presentation.text import wrapped

STATUSES: Mapping[str, Said] = {
    "met": say("met"), "late": say("past the limit"), "wrong": say("wrong"), "missed": say("missed"),
    "not_observed": say("not observed in this drill"),
}  # fmt: skip


def verdict_lines(wording: Wording, journal: Sequence[Entry], judged: Judged, width: int) -> list[str]:
    """The verdict with its receipts; one that was not due in this drill is one line."""
    lines = wrapped(_headline(wording, judged), width, f"{judged.rating or '–'}  ", "   ")
    if not judged.observed:
        return lines
    said = [
        _times(wording, journal, judged),
        *_done(wording, journal, judged),
        _earned(wording, judged),
        *_gate(wording, judged),
        *_entries(wording, judged),
        *_split(wording, judged),
        *model_answer(wording, judged),
    ]
    for each in said:
        lines += wrapped(each, width, "   ", "     ")
    return lines


def _headline(wording: Wording, judged: Judged) -> str:
    expectation = judged.instance.expectation
    values = {"task": expectation.task, "clauses": list(expectation.clauses), "status": STATUSES[judged.status]}
    line = wording.say("{task} ({clauses}): {status}", **values)
    number = judged.instance.number
    return wording.say("{line}, time {number}", line=line, number=number) if number > 1 else line


def _times(wording: Wording, journal: Sequence[Entry], judged: Judged) -> str:
    """When it was due and by what, when it was met, and the target and limit."""
    expectation, due = judged.instance.expectation, judged.due or 0
    values = {
        "clock": wording.clock(due),
        "target": wording.span(expectation.target),
        "limit": wording.span(expectation.limit),
    }
    if judged.met is None:
        return wording.say("due {clock}, never done (target {target}, limit {limit})", **values)
    values |= {"met": wording.clock(judged.met), "took": wording.span(judged.met - due)}
    return wording.say("due {clock}, done {met}: after {took} (target {target}, limit {limit})", **values)


def _done(wording: Wording, journal: Sequence[Entry], judged: Judged) -> list[str]:
    """What the seat did: the acts among the entries it rests on."""
    return [
        wording.say("you: {what}", what=act_of(wording, journal[number]))
        for number in judged.entries
        if journal[number].kind in (ORDER, ANSWER)
    ]


def act_of(wording: Wording, entry: Entry) -> str:
    """An act of the journal in words, with its time; of an answer with the trainer's reason for its grade."""
    payload, clock = entry.payload, wording.clock(entry.time)
    if entry.kind == ORDER:
        return f"{clock} {wording.order(payload['verb'], payload['with'])}"
    decision = wording.scenario.decisions.get(payload.get("decision", ""))
    option = decision.options.get(payload["option"]) if decision else None
    if option is None:
        return clock
    said = f"{clock} {wording.said(option.text).strip()}"
    return said if option.why is None else wording.say("{said} – {why}", said=said, why=_reason(wording, option.why))


def _reason(wording: Wording, why: object) -> str:
    return wording.translator.say(why).strip()  # type: ignore[arg-type]


def _earned(wording: Wording, judged: Judged) -> str:
    """The formula with its numbers."""
    share = judged.instance.expectation.speed
    if judged.met is None:
        return wording.say("earned 0 of {of}", of=_short(judged.of))
    values = {
        "credit": f"{judged.credit:.2f}",
        "of": _short(judged.of),
        "quality": f"{judged.quality:.2f}",
        "gate": _short(judged.gate.value),
        "fixed": _short(1 - share),
        "share": _short(share),
        "timeliness": f"{judged.timeliness:.2f}",
    }
    if any(step.adds for step in judged.steps[1:]):
        return wording.say(
            "earned {credit} of {of}: quality {quality} with corrections, each counted at its own time", **values
        )
    return wording.say(
        "earned {credit} of {of} = {of} × quality {quality} × lawful {gate}"
        " × ({fixed} + {share} × timeliness {timeliness})",
        **values,
    )


def _gate(wording: Wording, judged: Judged) -> list[str]:
    """What breaches took from it."""
    codes = [f"{found.code} [{found.entry}]" for found in judged.gate.breaches]
    reasons = codes or [f"[{entry}]" for entry in judged.gate.entries]
    if judged.gate.value < 1:
        return [wording.say("spoiled by: {reasons}", reasons=reasons)]
    return [wording.say("quality halved by: {reasons}", reasons=reasons)] if judged.gate.halved else []


def _entries(wording: Wording, judged: Judged) -> list[str]:
    numbers = [str(number) for number in judged.entries]
    return [wording.say("journal entries: {numbers}", numbers=numbers)] if numbers else []


def _split(wording: Wording, judged: Judged) -> list[str]:
    """Where the time went: noticed, decided, effective."""
    moments = (
        (say("noticed {clock}", clock=wording.clock(judged.noticed)) if judged.noticed is not None else None),
        (say("decided {clock}", clock=wording.clock(judged.decided)) if judged.decided is not None else None),
        (say("effective {clock}", clock=wording.clock(judged.effective)) if judged.effective is not None else None),
    )
    known = [moment for moment in moments if moment is not None]
    return [wording.say("time: {moments}", moments=known)] if known else []


def model_answer(wording: Wording, judged: Judged) -> list[str]:
    """What the plan expected, with the trainer's reasons."""
    expectation = judged.instance.expectation
    lines = [wording.say("model answer: {deed}", deed=in_words(wording, deed)) for deed in deeds(expectation)]
    why = [_reason(wording, expectation.why)] if expectation.why else []
    why += [reason for deed in deeds(expectation) for reason in _why(wording, deed)]
    return [*lines, *(wording.say("why: {reason}", reason=reason) for reason in dict.fromkeys(why))]


def _why(wording: Wording, deed: Deed) -> list[str]:
    if isinstance(deed, Ordered):
        return []
    decision = wording.scenario.decisions.get(deed.decision)
    option = decision.options.get(deed.option) if decision else None
    return [_reason(wording, option.why)] if option and option.why else []


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
