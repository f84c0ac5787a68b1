"""Findings of conduct in words: the act, its code, what is lawful instead, and the articles it rests on."""

import re
from collections.abc import Iterable, Mapping, Sequence

from reports.card.deeds import act_words, is_deed
from reports.card.model import Basis, Breach, Fact
from reports.wording import Wording
from simulator.evaluation.conduct import Finding
from simulator.journal.entry import Entry
from simulator.language.said import Said, say
from simulator.scenario.conduct import Code
from simulator.scenario.plan import Mark

STRENGTHS: Mapping[Mark, Said] = {
    "L": say("L: read in the text of the law"),
    "P": say("P: read on a public page"),
    "W": say("W: a weak source"),
    "B": say("B: background, not verified"),
    "D": say("D: our own design value"),
}


def breach(wording: Wording, journal: Sequence[Entry], found: Finding) -> Breach:
    """One finding with its receipts."""
    conduct = wording.scenario.conduct
    code, severity = conduct.codes.get(found.code), conduct.severities.get(found.severity)
    return Breach(
        code=found.code,
        name=wording.said(code.name).strip() if code else "",
        severity=wording.said(severity.name) if severity else found.severity,
        when=wording.clock(found.at),
        what=_what(wording, journal, found),
        explains=wording.said(code.explains).strip() if code and code.explains else "",
        basis=_bases(wording, code),
        effect=wording.said(severity.effect).strip() if severity and severity.effect else "",
        notes=_notes(wording, found, code),
    )


def _what(wording: Wording, journal: Sequence[Entry], found: Finding) -> str:
    entry = journal[found.entry]
    if is_deed(entry):
        words = act_words(wording, entry)
    else:
        expectation = wording.scenario.expectations.get(found.expectation)
        task = expectation.task if expectation else found.expectation
        words = wording.say("not done, or not in time: {task}", task=task)
    return wording.say("{line} (entry {entry})", line=words, entry=found.entry)


def _bases(wording: Wording, code: Code | None) -> tuple[Basis, ...]:
    return tuple(Basis(each.cites, wording.said(STRENGTHS[each.mark])) for each in code.basis) if code else ()


def _notes(wording: Wording, found: Finding, code: Code | None) -> tuple[str, ...]:
    notes = []
    if code is not None and code.inferred:
        notes.append(wording.say("The article does not name this act: the link between the two is ours."))
    if found.repaired_at is not None:
        notes.append(wording.say("Put right at {clock}: it costs half.", clock=wording.clock(found.repaired_at)))
    return tuple(notes)


def laws(wording: Wording, breaches: Iterable[Breach]) -> tuple[Fact, ...]:
    """The short codes of laws that the findings cite, with their names."""
    cited = " ".join(basis.cites for each in breaches for basis in each.basis)
    words = set(re.findall(r"[A-Za-z]+", cited))
    known = wording.scenario.conduct.laws
    return tuple(Fact(short, wording.said(name)) for short, name in known.items() if short in words)
