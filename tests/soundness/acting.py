"""Random acts at random seconds, sensible and not, and a drill in which they are done."""

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from simulator.engine.drill import Drill
from simulator.journal.acts import (
    Act,
    Answer,
    Cancel,
    HandOver,
    Hint,
    Note,
    Open,
    Order,
    Reorder,
    Reply,
    Request,
)
from simulator.scenario.scenario import Scenario
from tests.soundness.worlds import CROWDS, INCIDENTS, LENGTH, PLACES, SEATS, UNITS


@dataclass(frozen=True, slots=True)
class Deed:
    """One act of one seat at one second."""

    second: int
    seat: str
    act: Act


def _order(verb: str, **arguments: st.SearchStrategy[Any]) -> st.SearchStrategy[Order]:
    return st.fixed_dictionaries(arguments).map(lambda given: Order(verb, given))


places, units, crowd = st.sampled_from(PLACES), st.sampled_from(UNITS), st.sampled_from(CROWDS)
number = st.integers(-2, 9)
sensible = (
    _order("dispatch", unit=units, place=places) | _order("release", unit=units) | _order("relieve", unit=units)
    | _order("open_reception", place=st.just("hall"), windows=st.integers(0, 5)) | _order("listen", incident=crowd)
    | _order("close_reception", place=st.just("hall")) | _order("relay_progress", incident=crowd)
    | _order("stop_inflow", place=places) | _order("resume_inflow", place=places)
    | _order("talk_with", incident=st.just("man")) | _order("register", incident=crowd)
    | _order("promise", what=st.sampled_from(("listen", "mediate")), by=st.integers(0, LENGTH))
    | _order("show_of_force", incident=crowd) | _order("ask", about=st.sampled_from(INCIDENTS))
    | _order("tell", seat=st.sampled_from(SEATS), about=st.just("early"))
    | _order("report_upward", kind=st.just("first"), people=st.integers(0, 300))
    | st.builds(Answer, st.just("words"), st.sampled_from(("listen", "wait"))) | st.builds(Open, number)
    | st.builds(Cancel, number) | st.builds(Reorder, number, number)
)  # fmt: skip

odd: st.SearchStrategy[object] = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just(()) | st.just({})
    | st.sampled_from((*SEATS, *PLACES, *INCIDENTS, "hall", "man", "early", "words"))
)  # fmt: skip
verbs = st.sampled_from(("dispatch", "release", "open_reception", "listen", "promise", "tell", "ask", "activate", "x"))
arguments = st.dictionaries(
    st.sampled_from(("unit", "place", "windows", "incident", "what", "by", "seat", "about", "level", "y")), odd,
    max_size=3,
)  # fmt: skip
senseless = (
    st.builds(Order, verbs, arguments) | st.builds(Answer, st.text(max_size=5), st.text(max_size=5))
    | st.builds(Open, st.integers()) | st.builds(Cancel, st.integers()) | st.builds(Reorder, number, st.integers())
    | st.builds(Note, st.text(max_size=20)) | st.builds(Hint, st.text(max_size=8))
    | st.builds(Request, st.sampled_from(("commander", "nobody")), verbs, arguments, st.text(max_size=5))
    | st.builds(Reply, number, st.booleans()) | st.builds(HandOver, st.sampled_from((*SEATS, "nobody")))
)  # fmt: skip


def deeds(acts: st.SearchStrategy[Act], most: int = 20) -> st.SearchStrategy[list[Deed]]:
    """Acts in the order of their seconds."""
    one = st.builds(Deed, st.integers(0, LENGTH - 1), st.sampled_from(SEATS), acts)
    return st.lists(one, max_size=most).map(lambda found: sorted(found, key=lambda deed: deed.second))


def pass_to(drill: Drill, second: int) -> None:
    """Time passes, whatever reaches whom."""
    while drill.now < second and not drill.over:
        drill.advance(second)


def begun(scenario: Scenario, seed: int) -> Drill:
    """A drill with somebody in every seat, so that every seat is scored."""
    return Drill(scenario, seed, seats={seat: {"player": "person", "name": "Lin Qiao"} for seat in scenario.seats})


def played(scenario: Scenario, seed: int, script: list[Deed], ticks: tuple[int, ...] = ()) -> Drill:
    """A drill to its end, with these acts; ticked at these seconds besides."""
    drill = begun(scenario, seed)
    stops = sorted([*((second, 0) for second in ticks), *((deed.second, n + 1) for n, deed in enumerate(script))])
    for second, position in stops:
        pass_to(drill, second)
        if position:
            drill.submit(script[position - 1].seat, script[position - 1].act)
    pass_to(drill, scenario.length)
    return drill
