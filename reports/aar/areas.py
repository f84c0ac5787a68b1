"""One area for improvement in words: what happened, which clause and law it touches, why, and what the plan asks."""

from reports.aar.content import Content
from reports.aar.items import GRADE_NAMES, Grade, Item
from reports.aar.split import split
from reports.card.breaches import breach
from reports.card.model import Breach, Deed, Receipt
from reports.card.receipts import receipt
from reports.paper.model import Block, Facts, Paragraph, Section, Tone
from reports.whatif_words import effects
from simulator.evaluation.conduct import OMISSIONS, Finding
from simulator.evaluation.expectations import Judged

GRADE_TONES: dict[Grade, Tone] = {"deficiency": "bad", "rectify": "poor", "improve": "fair"}


TOLD = 3
"""So many effects of a task put right are told beside it; the part on what would have changed has all."""


def area(content: Content, item: Item) -> Section:
    """An item that belongs to a task."""
    judged = judged_of(content, item)
    words = receipt(content.wording, content.journal, judged)
    pairs = [
        (content.wording.say("What happened"), happened(content, words, judged)),
        (content.wording.say("Reference"), reference(content, words, judged)),
        (content.wording.say("Where the time went"), _time(content, judged)),
        (content.wording.say("Why it went wrong"), "\n".join(_wrong(content, words, judged))),
        (content.wording.say("What the plan asks"), content.wording.listed(words.expected)),
        (content.wording.say("Why the plan asks it"), " ".join(words.why)),
        (content.wording.say("Put right alone, it would have changed"), _changed(content, judged)),
    ]
    return _section(content, item, pairs)


def conduct_area(content: Content, item: Item) -> Section:
    """An item that belongs to no task."""
    wording, found = content.wording, finding_of(content, item)
    words = breach(wording, content.journal, found)
    pairs = [
        (wording.say("What happened"), wording.say("{clock}: {what}", clock=words.when, what=words.what)),
        (wording.say("Reference"), _law(words)),
        (wording.say("Lawful instead"), words.explains),
    ]
    return _section(content, item, pairs)


def _section(content: Content, item: Item, pairs: list[tuple[str, str]]) -> Section:
    wording = content.wording
    values = {"grade": GRADE_NAMES[item.grade], "seat": wording.seat(item.seat), "times": item.times}
    line = wording.say("{seat}; {grade}", **values)
    if item.times > 1:
        line = wording.say("{seat}; {grade}; {times} times in this drill, the first is told here", **values)
    shown = tuple(pair for pair in pairs if pair[1])
    blocks: tuple[Block, ...] = (Paragraph(line, GRADE_TONES[item.grade]), Facts(shown))
    title = wording.say("{number}. {what}", number=content.number(item), what=wording.said(item.text))
    return Section(title, blocks)


def judged_of(content: Content, item: Item) -> Judged:
    """The verdict that an item tells of: of several the first that fell due at its second."""
    return next(
        judged
        for trainee in content.trainees
        for judged in trainee.judged
        if judged.id == item.expectation and judged.due == item.at
    )


def finding_of(content: Content, item: Item) -> Finding:
    """The breach that an item tells of."""
    return next(
        found
        for trainee in content.trainees
        for found in trainee.findings
        if (found.seat, found.code, found.entry) == (item.seat, item.code, item.entry)
    )


def happened(content: Content, words: Receipt, judged: Judged) -> str:
    """What made it due, what was done and when."""
    wording = content.wording
    lines = [wording.say("Due {due}", due=words.due)]
    lines += [wording.say("{when}: {what}", when=each.when, what=each.what) for each in words.deeds]
    if judged.met is None:
        values = {"limit": wording.clock((judged.due or 0) + judged.instance.expectation.limit)}
        lines.append(wording.say("Not done; the limit was {limit}.", **values))
    else:
        values = {"took": words.took, "target": words.target, "limit": words.limit}
        lines.append(wording.say("Done {took}; target {target}; limit {limit}.", **values))
    return "\n".join(lines)


def reference(content: Content, words: Receipt, judged: Judged) -> str:
    """Clauses with their wording, the law that sets the limit, and the articles of what was unlawful."""
    wording, law = content.wording, judged.instance.expectation.law
    lines = [wording.say("{clause} – {text}", clause=each.id, text=each.text) for each in words.clauses]
    if law is not None:
        lines.append(wording.say("the limit is set by law: {source}", source=law.source))
    lines += [_law(breach(wording, content.journal, found)) for found in judged.findings]
    return "\n".join(dict.fromkeys(lines))


def _law(words: Breach) -> str:
    """A breach by its code, name and articles."""
    cites = "; ".join(basis.cites for basis in words.basis)
    return f"{words.code} {words.name}: {cites}" if cites else f"{words.code} {words.name}"


def _time(content: Content, judged: Judged) -> str:
    """Until read, until decided, until in effect."""
    wording, parts = content.wording, split(judged)
    if not parts.total:
        return ""
    values = {name: wording.span(getattr(parts, name)) for name in ("noticed", "decided", "carried_out")}
    if judged.noticed is None:
        return wording.say("{decided} until it was decided, {carried_out} until it took effect.", **values)
    return wording.say(
        "{noticed} until it was read, {decided} until it was decided, {carried_out} until it took effect.", **values
    )


def _wrong(content: Content, words: Receipt, judged: Judged) -> list[str]:
    """The trainer's reason against what was chosen, and what is lawful instead."""
    wording = content.wording
    lines = [_against(content, each) for each in words.deeds if each.why]
    for found in judged.findings:
        told = breach(wording, content.journal, found)
        if found.source not in OMISSIONS:
            lines.append(wording.say("{clock}: {what}", clock=told.when, what=told.what))
        if told.explains:
            lines.append(wording.say("{name}: {explains}", name=told.name, explains=told.explains))
    return list(dict.fromkeys(lines))


def _against(content: Content, deed: Deed) -> str:
    return content.wording.say("{what}: {why}", what=deed.what, why=deed.why)


def _changed(content: Content, judged: Judged) -> str:
    """What this one task put right would have changed in the world."""
    if content.whatif is None:
        return ""
    key = (judged.id, judged.instance.number)
    found = next((each for each in content.whatif.findings if (each.expectation, each.instance) == key), None)
    return "" if found is None else "\n".join(effects(content.wording, found)[:TOLD])
