"""Breaches: which acts and omissions were unlawful or harmful, whether they were put right, and what they spoil."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from simulator.evaluation.evidence import at_completion
from simulator.evaluation.given import Given, GivenOrder, name_of
from simulator.evaluation.matching import Instance
from simulator.evaluation.reading import Record
from simulator.language.tree import Expression
from simulator.language.truth import holds
from simulator.scenario.conduct import Severity

OMISSIONS = ("missed", "law")
"""The sources of breaches that consist in not acting."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach."""

    seat: str
    code: str
    severity: Severity
    at: int
    """The second from which it counts."""
    entry: int
    """The act; for an omission what made it due."""
    source: str
    """"order", "answer", "quality" (a case of an expectation), "missed" or "law"."""
    expectation: str = ""
    repaired_at: int | None = None
    """When it was put right, in time; nothing where it was not."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What breaches leave of an expectation's credit."""

    value: float = 1.0
    """1; 0 after an unlawful act; in between after its repair."""
    halved: bool = False
    """Whether a harmful act halved the quality."""
    breaches: tuple[Finding, ...] = ()
    """Why."""
    entries: tuple[int, ...] = ()
    """The acts that spoiled it, where they bear no code."""


def code_of(record: Record, given: Given) -> str | None:
    """The breach that an act is by itself."""
    if isinstance(given, GivenOrder):
        known = record.scenario.catalogue.orders.get(given.verb)
        return None if known is None else known.conduct
    decision = record.scenario.decisions.get(given.decision)
    option = None if decision is None else decision.options.get(given.option)
    return None if option is None else option.conduct


def finding(
    record: Record, given: Given, code: str, source: str = "", expectation: str = ""
) -> Finding:  # fmt: skip
    """The breach of an act, with its repair if there was one."""
    source = source or ("order" if isinstance(given, GivenOrder) else "answer")
    at = given.accepted if given.done_at is None else given.done_at
    done = given.entry if given.done is None else given.done
    severity = record.scenario.conduct.codes[code].severity
    return Finding(
        given.seat, code, severity, at, given.entry, source, expectation, repaired_at(record, given.seat, done, at)
    )


def of_acts(record: Record, seat: str) -> list[Finding]:
    """The breaches that a seat's own acts are. An order counts once carried out, an answer once given."""
    acts: list[Given] = [*(order for order in record.orders if order.done is not None), *record.answers]
    mine = ((act, code_of(record, act)) for act in acts if act.seat == seat)
    return [finding(record, act, code) for act, code in mine if code is not None]


def of_omission(record: Record, instance: Instance, code: str, at: int, source: str) -> Finding:
    """The breach that not doing, or not doing in time, is. It cannot be put right."""
    assert instance.due is not None
    severity = record.scenario.conduct.codes[code].severity
    return Finding(instance.seat, code, severity, at, instance.due.entry, source, instance.id)


def repaired_at(record: Record, seat: str, done: int, at: int) -> int | None:
    """The second at which all orders of repair had been carried out after a breach, if that was in time."""
    rule, latest = record.scenario.conduct.repair, -1
    for verb in rule.orders:
        seconds = [
            act.done_at
            for act in record.carried_out_of(seat, verb)
            if isinstance(act, GivenOrder) and (act.done or 0) > done
        ]
        first = next((second for second in seconds if second is not None), None)
        if first is None or first > at + rule.within:
            return None
        latest = max(latest, first)
    return latest if rule.orders else None


def gate(record: Record, instance: Instance, own: Iterable[tuple[Given, str, str]]) -> Gate:
    """What is left after breaches: *own* are acts that met the expectation, each with its code and source;
    to these come the acts that the expectation names as wrong.
    """
    own = list(own)
    breaches = [finding(record, act, code, source, instance.id) for act, code, source in own]
    spoiling = [act for act in _wrong_acts(record, instance) if act.entry not in {item[0].entry for item in own}]
    codes = [(act, code_of(record, act)) for act in spoiling]
    wrong = [finding(record, act, code, "", instance.id) for act, code in codes if code is not None]
    halved = any(code is None for _, code in codes) or any(breach.severity == "harmful" for breach in wrong)
    unlawful = [breach for breach in (*breaches, *wrong) if breach.severity != "harmful"]
    value = min((_after(instance, breach) for breach in unlawful), default=1.0)
    return Gate(value, halved, (*breaches, *wrong), tuple(act.entry for act, code in codes if code is None))


def _after(instance: Instance, breach: Finding) -> float:
    """What of the credit a repaired breach keeps: always below the same act done lawfully and late."""
    return 0.0 if breach.repaired_at is None else min(0.4, 0.8 * (1 - instance.expectation.speed))


def _wrong_acts(record: Record, instance: Instance) -> list[Given]:
    """The acts since due that the expectation names as wrong."""
    since = record.last if instance.due is None else instance.due.entry
    answers = [act for act in record.answers if act.seat == instance.seat and act.done is None]
    acts: list[Given] = [*record.carried_out(instance.seat), *answers]
    named = {name for wrong in instance.expectation.wrong for name in record.lookup.reads(wrong.tree)}
    return [
        act
        for act in acts
        if name_of(act) in named
        and since < (act.entry if act.done is None else act.done) <= instance.until
        and any(is_named(record, wrong.tree, act) for wrong in instance.expectation.wrong)
    ]


def is_named(record: Record, tree: Expression, given: Given) -> bool:
    """Whether a condition speaks of this act and holds with it alone in sight, at the second it counts from."""
    return name_of(given) in record.lookup.reads(tree) and holds(tree, at_completion(record, given)).holds


def distinct(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each breach of an act or omission once, in the order in which they count."""
    kept: dict[tuple[str, int, str], Finding] = {}
    for found in findings:
        omitted = found.expectation if found.source in OMISSIONS else ""
        kept.setdefault((found.code, found.entry, omitted), found)
    return tuple(sorted(kept.values(), key=lambda found: (found.at, found.entry, found.code)))


def points(record: Record, findings: Iterable[Finding]) -> float:
    """What breaches take from the figure conduct."""
    severities = record.scenario.conduct.severities
    return math.fsum(
        severities[found.severity].points * (1.0 if found.repaired_at is None else 0.5) for found in findings
    )
