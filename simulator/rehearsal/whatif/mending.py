"""What putting a fault right asks for: which acts are not given, and which deeds take their place by when."""

from dataclasses import dataclass, replace

from simulator.evaluation.evidence import argument_fits, at_acceptance
from simulator.evaluation.given import Given, GivenAnswer, GivenOrder
from simulator.evaluation.reading import Record
from simulator.language.truth import value_of
from simulator.players.book import best_option
from simulator.rehearsal.whatif.faults import Fault
from simulator.scenario.deeds import Answered, Deed, Ordered, deeds


@dataclass(frozen=True, slots=True)
class Wanted:
    """A deed of the other world."""

    seat: str
    deed: Deed
    earliest: int
    """The first second at which it can be given: what makes it due has come."""
    finish: int
    """The second by which it is to be carried out: the target."""
    limit: int
    """The second by which it should be where the target cannot be reached."""
    replaces: Given | None = None
    """The recorded act that it stands for; nothing where it is added."""
    in_place: bool = False
    """Whether it is given at that act's own second."""
    keeps: bool = False
    """Whether it keeps that act's arguments, but for those that count from the second or from what was told."""
    message: int | None = None
    """The number of the message that makes it due, to be read before."""


@dataclass(frozen=True, slots=True)
class Mend:
    """How one fault is put right."""

    wanted: tuple[Wanted, ...]
    """In the order of `do`."""
    taken_back: tuple[Given, ...]
    """Acts in whose place nothing is done."""
    stays: frozenset[int] = frozenset()
    """Recorded acts that a deed replaces and that are given all the same: they serve another expectation too."""


def mend(record: Record, fault: Fault, serves: dict[int, int]) -> Mend:
    """What puts a fault right.

    An expectation: each of its deeds that was not done, or not in time, on target; one done badly, right at its own
    second, or on target where it was past the limit, or where only its moment was bad. The acts that it names as
    wrong are taken back. A breach alone is taken back; a breach that is an answer is put by the best lawful option.
    """
    replaced = [_better_answer(record, act) for act in fault.spoilers if isinstance(act, GivenAnswer)]
    answers = tuple(each for each in replaced if each is not None)
    orders = tuple(act for act in fault.spoilers if isinstance(act, GivenOrder))
    wanted = _of_expectation(record, fault)
    stays = frozenset(
        each.replaces.entry
        for each in wanted
        if each.replaces is not None and not each.in_place and serves.get(each.replaces.entry, 0) > 1
    )
    return Mend((*wanted, *answers), orders, stays)


def _better_answer(record: Record, act: GivenAnswer) -> Wanted | None:
    """The best option in the place of a breach; nothing where there is no better one."""
    decision = record.scenario.decisions.get(act.decision)
    option = best_option(decision) if decision else act.option
    if option == act.option:
        return None
    deed = Answered(act.decision, option)
    return _in_place(act, deed)


def _of_expectation(record: Record, fault: Fault) -> tuple[Wanted, ...]:
    judged = fault.judged
    if judged is None:
        return ()
    asked = deeds(judged.instance.expectation)
    if judged.status == "wrong" and not fault.spoilers and _wanted_other_moment(record, fault):
        return _read_once([_later(_on_target(fault, deed, act)) for deed, act in zip(asked, fault.acts, strict=True)])
    found = [_wanted(fault, deed, act) for deed, act in zip(asked, fault.acts, strict=True)]
    needed = [each for each in found if each is not None]
    if not needed and not fault.spoilers:
        # All of `do` was done, and a condition of its own was not met: then all of it, as the book has it.
        needed = [_on_target(fault, deed, None) for deed in asked]
    return _read_once(needed)


def _read_once(wanted: list[Wanted]) -> tuple[Wanted, ...]:
    """The first deed that is an order bears the message to be read; the others come after it."""
    first = next((index for index, each in enumerate(wanted) if isinstance(each.deed, Ordered)), -1)
    return tuple(each if index == first else replace(each, message=None) for index, each in enumerate(wanted))


def _wanted(fault: Fault, deed: Deed, act: Given | None) -> Wanted | None:
    """What one deed of an expectation needs; nothing where it was done in time and right."""
    if act is None or act.done_at is None:
        return _on_target(fault, deed, None)
    assert fault.judged is not None
    assert fault.judged.due is not None
    due, expectation, wrong = fault.judged.due, fault.judged.instance.expectation, fault.judged.status == "wrong"
    right = not wrong and _is_right(fault, deed, act)
    if right and act.done_at <= due + expectation.target:
        return None
    if not right and act.done_at <= due + (expectation.limit if wrong else expectation.target):
        return _in_place(act, deed)
    return _on_target(fault, deed, act, keeps=right)


def _on_target(fault: Fault, deed: Deed, act: Given | None, keeps: bool = False) -> Wanted:
    """A deed between what makes it due and its target."""
    assert fault.judged is not None
    assert fault.judged.instance.due is not None
    due, expectation = fault.judged.instance.due, fault.judged.instance.expectation
    target, limit = due.at + expectation.target, due.at + expectation.limit
    return Wanted(fault.seat, deed, due.at + 1, target, limit, act, keeps=keeps, message=due.number)


def _in_place(act: Given, deed: Deed) -> Wanted:
    """A deed at the second of an act that it replaces."""
    return Wanted(act.seat, deed, act.accepted, act.accepted, act.accepted, act, in_place=True)


def _wanted_other_moment(record: Record, fault: Fault) -> bool:
    """Whether all was done as asked, and bad only because of how things stood when it was."""
    assert fault.judged is not None
    asked = deeds(fault.judged.instance.expectation)
    return all(act is not None and _is_as_asked(record, deed, act) for deed, act in zip(asked, fault.acts, strict=True))


def _is_as_asked(record: Record, deed: Deed, act: Given) -> bool:
    """Whether an act has the option, or every argument, that a deed names."""
    if isinstance(deed, Answered) or not isinstance(act, GivenOrder):
        return isinstance(deed, Answered) and isinstance(act, GivenAnswer) and act.option == deed.option
    known = at_acceptance(record, act)
    values = ((each.name, value_of(each.value, known)) for each in deed.arguments)
    return all(value is not None and argument_fits(record.scenario, act, name, value) for name, value in values)


def _later(wanted: Wanted) -> Wanted:
    """On target where that is later than what was done, else at the limit."""
    done = 0 if wanted.replaces is None else wanted.replaces.done_at or 0
    return wanted if done < wanted.finish else replace(wanted, finish=max(wanted.finish, wanted.limit))


def _is_right(fault: Fault, deed: Deed, act: Given) -> bool:
    """Whether a deed was done as asked; of orders only the expectation's quality as a whole tells."""
    if isinstance(deed, Answered):
        return isinstance(act, GivenAnswer) and act.option == deed.option
    return fault.judged is not None and (fault.judged.status == "missed" or fault.judged.quality >= 1)
