"""Time, chance and truth: however a drill is ticked, the same seed and acts give the same journal."""

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine.drill import Drill
from simulator.journal.acts import Act, Answer, Open, Order
from tests.engine.little import drill, kinds, lines, little, play, run

RICH = little(
    residents={
        "pressures": {"unheard": {"raises": 0.4, "when": "not residents.heard"},
                      "waiting": {"raises": 0.2, "when": "residents.waited > 60m"}},
        "reliefs": {"progress": {"lowers": 0.1, "when": "since(relay_progress) < 20m"}},
        "stages": {"chanting": {"above": 0.5, "inject": "chant"},
                   "scuffle": {"above": 0.65, "harm": {"injured": "1..3"}}},
    },
    incidents={"windows": {"kind": "reception", "name": "Windows", "place": "hall", "service": "8m", "patience": "30m",
                           "arrivals": {"from": "residents", "every": "1m"}, "staff": "reception"}},
    injects={"doors": {"at": "5m..10m", "to": ["petition_lead", "commander"], "text": "Eighty-six at the door.",
                       "tells": {"residents.people": 60}, "asks": "words"},
             "chant": {"to": "petition_lead", "text": "{residents.people} people chant."}},
    decisions={"words": {"to": "petition_lead", "text": "What do you say?", "time_limit": "5m", "if_silent": "wait",
                         "options": {"listen": {"text": "We listen.", "raises": {"residents.heard": 0.6}},
                                     "wait": {"text": "Wait."}}}},
)  # fmt: skip

ORDERS: list[Act] = [
    Order("dispatch", {"unit": "team", "place": "hall"}),
    Order("open_reception", {"place": "hall", "windows": 3}),
    Order("listen", {"incident": "residents"}),
    Order("relay_progress", {"incident": "residents"}),
    Order("show_of_force", {"incident": "residents"}),
    Order("release", {"unit": "team"}),
    Order("promise", {"what": "mediate", "by": 7200}),
    Answer("words", "listen"),
    Open(1),
]

acts = st.lists(
    st.tuples(st.integers(0, 14399), st.sampled_from(list(RICH.seats)), st.sampled_from(ORDERS)), max_size=12
)


def played(seed: int, script: list[tuple[int, str, Act]], ticks: list[int]) -> Drill:
    found = Drill(RICH, seed)
    stops = sorted([(second, None) for second in ticks] + [(act[0], act) for act in script], key=lambda stop: stop[0])
    for second, act in stops:
        run(found, second)
        if act is not None:
            found.submit(act[1], act[2])
    run(found, RICH.length)
    return found


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**9), script=acts, ticks=st.lists(st.integers(0, 14399), max_size=40))
def test_random_ticks_and_one_leap_give_the_same_journal(
    seed: int, script: list[tuple[int, str, Act]], ticks: list[int]
) -> None:
    script.sort(key=lambda act: act[0])
    assert lines(played(seed, script, ticks)) == lines(played(seed, script, []))


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**9), script=acts)
def test_time_never_runs_back_and_shares_stay_in_bounds(seed: int, script: list[tuple[int, str, Act]]) -> None:
    script.sort(key=lambda act: act[0])
    entries = list(played(seed, script, []).journal)
    assert [e.time for e in entries] == sorted(e.time for e in entries)
    for entry in entries:
        if entry.kind == "incident.mood":
            assert all(0 <= entry.payload[part] <= 1 for part in ("tension", "level", "trust", "heard"))


def test_hash_seeds_do_not_change_a_journal() -> None:
    program = (
        "import hashlib; from tests.engine.test_time import *; "
        "script = [(600 + 60 * n, 'petition_lead', act) for n, act in enumerate(ORDERS)]; "
        "print(hashlib.sha256(repr(lines(played(11, script, []))).encode()).hexdigest())"
    )
    seen = {
        subprocess.run([sys.executable, "-c", program], env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
                       capture_output=True, text=True, check=True).stdout
        for seed in ("0", "1", "4711")
    }  # fmt: skip
    assert len(seen) == 1


def test_everything_before_a_second_has_happened_and_nothing_at_it() -> None:
    found = drill(injects={"noon": {"at": "10m", "to": "commander", "text": "Ten minutes."}})
    run(found, 600)
    assert kinds(found, "inject.delivered") == []
    assert found.advance(900) == ("commander",)
    assert found.now == 601


def test_an_act_comes_before_what_the_world_does_at_its_second() -> None:
    found = drill(injects={"noon": {"at": "10m", "to": "commander", "text": "Ten minutes."}})
    run(found, 600)
    found.submit("commander", Order("convene_post", {"place": "hall"}))
    run(found, 700)
    numbers = {e.kind: e.number for e in found.journal if e.time == 600}
    assert numbers["act.order"] < numbers["order.started"] < numbers["inject.delivered"]


def test_one_dispatch_less_leaves_every_other_draw_as_it_was() -> None:
    send = Order("dispatch", {"unit": "team", "place": "hall"})
    back = Order("release", {"unit": "team"})
    one = play(Drill(RICH, 5), [(0, "petition_lead", send)])
    two = play(Drill(RICH, 5), [(0, "petition_lead", send), (5000, "petition_lead", back)])
    doors = [kinds(found, "inject.delivered")[0].time for found in (one, two)]
    trips = [kinds(found, "unit.left")[0].payload["arrives"] for found in (one, two)]
    assert doors[0] == doors[1]
    assert trips[0] == trips[1]


def test_the_end_is_closed_once_and_nothing_is_taken_after_it() -> None:
    found = play(Drill(RICH, 5), [])
    number = len(found.journal)
    assert found.submit("commander", Order("listen", {"incident": "residents"})).refused == "over"
    found.advance(99999)
    found.finish()
    assert len(found.journal) == number
    assert kinds(found, "closing")[0].time == 14400
