"""What would have happened, in words: what was put right, what came of it, and what an effect does not say.

Every line is plain text in the wording's language. The facts stand in `simulator.rehearsal.whatif.model`.
"""

from collections.abc import Sequence

from reports.card.numbers import figure, percent
from reports.card.receipts import STATUSES
from reports.course import decision_name, stage_name
from reports.wording import Wording
from simulator.evaluation.outcome import Measures, measure
from simulator.language.said import say
from simulator.rehearsal.whatif.model import Changed, Finding, Happened, Joint, PutRight, WhatIf

LEAST = 0.05
"""Points below which a difference is not told: it would be printed as nought."""


def caveat(wording: Wording) -> str:
    """What an effect is, and what it is not."""
    return wording.say(
        "Each effect is what this one act would have changed, with every other act and all chance as they were; "
        "it is not what a wiser trainee would have done next."
    )


def name(wording: Wording, finding: Finding) -> str:
    """The task, or the breach, that a finding is about."""
    if finding.expectation:
        return task(wording, finding.expectation, finding.instance)
    code = wording.scenario.conduct.codes.get(finding.conduct)
    words = wording.said(code.name).strip() if code else ""
    return f"{finding.conduct} {words}".strip()


def task(wording: Wording, expectation: str, instance: int) -> str:
    """What was to be done; of a task that comes back, which time it was."""
    known = wording.scenario.expectations.get(expectation)
    words = wording.said(known.task).strip() if known else expectation
    return wording.say("{task}, time {number}", task=words, number=instance) if instance > 1 else words


def headline(wording: Wording, finding: Finding) -> str:
    """The one thing most worth knowing: what would not have happened, else the points, else that nothing changes."""
    facts = [each for each in finding.avoided if each.kind != "task"]
    about = name(wording, finding)
    if facts:
        return wording.say("{task}: {what}", task=about, what=happened(wording, facts[0], better=True))
    points = figure(abs(finding.effect))
    if finding.effect >= LEAST:
        return wording.say("{task}: {points} points more for the team", task=about, points=points)
    if finding.effect <= -LEAST:
        return wording.say("{task}: {points} points fewer for the team", task=about, points=points)
    return wording.say("{task}: by itself it would have changed nothing that counts", task=about)


def put_right(wording: Wording, finding: Finding) -> str:
    """Who does what instead, and when."""
    deeds = [deed_words(wording, each) for each in finding.deeds]
    if not deeds:
        return wording.say("{seat}: it could not be done in this drill", seat=wording.seat(finding.seat))
    return wording.say("{seat}: {deeds}", seat=wording.seat(finding.seat), deeds=wording.say("; ").join(deeds))


def deed_words(wording: Wording, deed: PutRight) -> str:
    """One act that is given otherwise, added, or taken back."""
    values = {"act": _act(wording, deed)}
    if deed.at is None:
        when = "" if deed.was is None else wording.clock(deed.was)
        return wording.say("{act} at {clock}: not done", **values, clock=when)
    clock = wording.clock(deed.at)
    if deed.entry is None or deed.was is None:
        return wording.say("{act} at {clock}", **values, clock=clock)
    if deed.was == deed.at:
        return wording.say("{act} at {clock}, in the place of what was done", **values, clock=clock)
    return wording.say("{act} at {clock} instead of {was}", **values, clock=clock, was=wording.clock(deed.was))


def _act(wording: Wording, deed: PutRight) -> str:
    if deed.decision:
        return wording.say("“{words}”", words=wording.option(deed.decision, deed.option).strip())
    if deed.verb:
        return wording.order(deed.verb, deed.arguments)
    return wording.say("read the message") if deed.message is not None else wording.say("the act")


def effects(wording: Wording, finding: Finding) -> list[str]:
    """All that would have been otherwise: figures, the world, other tasks, and what could no longer be done."""
    lines = [_figures(wording, finding)]
    lines += [happened(wording, each, better=True) for each in finding.avoided]
    lines += [
        wording.say("worse: {what}", what=happened(wording, each, better=False)) for each in finding.brought
    ]  # fmt: skip
    lines += measures(wording, finding)
    if finding.becomes not in (None, "met"):
        lines.append(wording.say("even so: {status}", status=STATUSES[str(finding.becomes)]))
    return [line for line in (*lines, *_acts_lost(wording, finding)) if line]


def _figures(wording: Wording, finding: Finding) -> str:
    """The overall of the seat and of the team; one of them where they are the same, or the seat has none."""
    seat, none = wording.seat(finding.seat), Changed(None, None)
    if finding.name:
        seat = wording.say("{seat}: {who}", seat=seat, who=finding.name)
    if finding.overall == finding.team or finding.overall == none:
        return wording.say("overall of the team: {change}", change=_change(finding.team))
    return wording.say(
        "overall of {seat}: {change}; of the team: {team}",
        seat=seat, change=_change(finding.overall), team=_change(finding.team),
    )  # fmt: skip


def _change(changed: Changed) -> str:
    return f"{figure(changed.was)} → {figure(changed.would)}"


def _acts_lost(wording: Wording, finding: Finding) -> list[str]:
    lines = []
    if finding.void:
        values = {"number": len(finding.void), "entries": _entries(wording, finding.void)}
        lines.append(wording.say("recorded acts that could no longer be given: {number} (entries {entries})", **values))
    if finding.delayed:
        values = {"number": len(finding.delayed), "entries": _entries(wording, finding.delayed)}
        lines.append(wording.say("recorded orders that would have begun later: {number} (entries {entries})", **values))
    return lines


def _entries(wording: Wording, entries: Sequence[int]) -> str:
    return wording.listed(str(entry) for entry in entries)


def measures(wording: Wording, finding: Finding) -> list[str]:
    """What the scenario calls its outcome, where it would read differently; harm is told beside."""
    was = {path: each.was or 0.0 for path, each in finding.world.items()}
    would = {path: each.would or 0.0 for path, each in finding.world.items()}
    lines = []
    for each in wording.scenario.outcome.values():
        known = each.measure in finding.world or f"{each.measure}.end" in finding.world
        if known and not each.measure.startswith("harm."):
            title = wording.said(each.name).strip() if each.name else wording.path(each.measure.removesuffix(".end"))
            then, there = _measured(wording, each.measure, was), _measured(wording, each.measure, would)
            if then != there:
                lines.append(wording.say("{name}: {change}", name=title, change=f"{then} → {there}"))
    return lines


def _measured(wording: Wording, path: str, world: Measures) -> str:
    value, part = measure(world, path), path.split(".")[1:2]
    return wording.value(f"x.{part[0]}", value) if part else f"{value:.4g}"


def happened(wording: Wording, each: Happened, *, better: bool) -> str:
    """One thing that the other world avoids (*better*) or brings."""
    match each.kind:
        case "stage":
            return _stage(wording, each)
        case "harm":
            number = {"was": figure0(each.number.was), "would": figure0(each.number.would)}
            return wording.say("{kind}: {would} instead of {was}", kind=wording.part("harm", each.subject), **number)
        case "promise":
            return _promise(wording, each, better)
        case "despair" | "safety":
            return _person(wording, each)
        case "rumour":
            was, would = percent(each.number.was or 0.0), percent(each.number.would or 0.0)
            values = {"rumour": wording.thing(each.subject), "was": was, "would": would}
            return wording.say("{rumour} would have reached {would} of its audience at most, not {was}", **values)
        case "silence":
            return _silence(wording, each)
        case "task":
            return _task(wording, each)


def figure0(number: float | None) -> str:
    """A whole number of people."""
    return f"{number or 0:.0f}"


def _stage(wording: Wording, each: Happened) -> str:
    values = {"incident": wording.thing(each.subject), "stage": stage_name(wording, each.subject, each.what)}
    if each.would is None:
        at = wording.clock(each.at or 0)
        return wording.say("{incident} would not have come to “{stage}” at {clock}", **values, clock=at)
    would = wording.clock(each.would)
    if each.at is None:
        return wording.say("{incident} would have come to “{stage}” at {clock}", **values, clock=would)
    values |= {"clock": would, "was": wording.clock(each.at)}
    return wording.say("{incident} would have come to “{stage}” at {clock} instead of {was}", **values)


def _promise(wording: Wording, each: Happened, better: bool) -> str:
    what = wording.thing(each.subject)
    at = each.at if better else each.would
    values = {"what": what, "clock": wording.clock(at or 0)}
    if better:
        return wording.say("the promise “{what}” would not have been broken at {clock}", **values)
    return wording.say("the promise “{what}” would have been broken at {clock}", **values)


def _person(wording: Wording, each: Happened) -> str:
    """Told soberly."""
    person = wording.thing(each.subject)
    clock = wording.clock(each.at if each.at is not None else each.would or 0)
    gone = each.at is not None
    if each.kind == "despair":
        told = (
            say("{person} would not have acted in despair at {clock}", person=person, clock=clock)
            if gone
            else say("{person} would have acted in despair at {clock}", person=person, clock=clock)
        )
    else:
        told = (
            say("{person} would not have come to safety at {clock}", person=person, clock=clock)
            if gone
            else say("{person} would have come to safety at {clock}", person=person, clock=clock)
        )
    return wording.said(told)


def _silence(wording: Wording, each: Happened) -> str:
    asked = decision_name(wording, each.subject)
    if each.at is not None:
        return wording.say("a question would not have gone unanswered at {clock} ({asked})",
                           asked=asked, clock=wording.clock(each.at))  # fmt: skip
    values = {"asked": asked, "clock": wording.clock(each.would or 0)}
    return wording.say("a question would have come up and gone unanswered by {clock} ({asked})", **values)


def _task(wording: Wording, each: Happened) -> str:
    was, _, would = each.what.partition(", ")
    words = task(wording, each.subject, each.instance)
    return wording.say(
        "task “{task}”: {would} instead of {was}", task=words, would=STATUSES[would], was=STATUSES[was]
    )  # fmt: skip


def joint_words(wording: Wording, whatif: WhatIf) -> list[str]:
    """All put right together, then what together does more or less than each alone."""
    lines = [] if whatif.together is None else [joint_line(wording, whatif, whatif.together)]
    return lines + [joint_line(wording, whatif, each) for each in whatif.joint if each is not whatif.together]


def joint_line(wording: Wording, whatif: WhatIf, joint: Joint) -> str:
    """Several put right together: which, the overall, and by how much it is more or less than each alone."""
    whose = wording.seat(joint.seat) if joint.seat else wording.say("The team")
    every = len(joint.findings) == len(whatif.findings)
    names = [name(wording, whatif.findings[index]) for index in joint.findings]
    which = wording.say("everything") if every else wording.say("; ").join(names)
    values = {"which": which, "whose": whose, "change": _change(joint.overall), "points": figure(abs(joint.beyond))}
    if joint.beyond >= LEAST:
        told = say("{which}, put right together: {whose} {change}; {points} points more than each alone", **values)
    elif joint.beyond <= -LEAST:
        told = say("{which}, put right together: {whose} {change}; {points} points less than each alone", **values)
    else:
        told = say("{which}, put right together: {whose} {change}; as much as each alone", **values)
    return wording.said(told)
