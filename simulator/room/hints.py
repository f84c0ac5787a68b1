"""What help a seat gets in practice: the expectation that it should meet next."""

from collections.abc import Iterable, Iterator

from simulator.engine.view import View
from simulator.journal.entry import ANSWER, ORDER, Entry
from simulator.scenario.deeds import Answered, Deed, Ordered, deeds, due_of
from simulator.scenario.expectations import Expectation
from simulator.scenario.scenario import Scenario


def next_expected(scenario: Scenario, view: View, entries: Iterable[Entry]) -> str | None:
    """The id of the expectation that is due for this seat, not yet acted upon, and closest to its target.

    Nothing where the plan expects nothing of the seat now.
    """
    given = [entry for entry in entries if entry.seat == view.seat and entry.payload.get("accepted")]
    waiting: list[tuple[int, str]] = []
    for name, expectation in scenario.expectations.items():
        due = fell_due(scenario, expectation, view) if expectation.of == view.seat else None
        if due is not None and any(not _given(deed, due, given) for deed in deeds(expectation)):
            waiting.append((due + expectation.target, name))
    return min(waiting)[1] if waiting else None


def fell_due(scenario: Scenario, expectation: Expectation, view: View) -> int | None:
    """The latest second at which what makes it due reached the seat; nothing where it has not."""
    due = due_of(scenario, expectation)
    if due is None:
        return None
    return max(_reached(due.kind, due.ids, view), default=None)


def _reached(kind: str, ids: tuple[str, ...], view: View) -> Iterator[int]:
    if kind == "decision":
        yield from (each.put for each in view.decisions if each.decision in ids)
    elif kind == "inject":
        yield from (message.time for message in view.inbox if message.inject in ids)
    else:
        yield from (m.time for m in view.inbox if m.sender and m.wanted is None and (not ids or m.about in ids))


def _given(deed: Deed, due: int, acts: list[Entry]) -> bool:
    """Whether the seat has taken this deed on since; with which arguments is its own affair."""
    match deed:
        case Ordered(verb=verb):
            return any(act.kind == ORDER and act.time >= due and act.payload["verb"] == verb for act in acts)
        case Answered(decision=decision):
            return any(act.kind == ANSWER and act.payload["decision"] == decision for act in acts)
