"""One drill, played by one person with stand-ins and by three people who do the same at the same seconds."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from simulator.evaluation.scorecard import Scorecard
from simulator.journal.controls import Turning
from simulator.journal.entry import Entry
from simulator.players.bots import player_for
from simulator.players.replay import act_of
from simulator.rehearsal.verify import verify
from simulator.room.opening import Wishes, open_room
from simulator.room.shared.hub import Hub
from simulator.room.shared.keys import Keys
from simulator.room.shared.opening import open_shared
from simulator.scenario.scenario import Scenario
from tests.playthroughs.shipped import scenario
from tests.room.rooms import Clock
from tests.room.shared.rooms import Office

Kept = tuple[int, str | None, str, object]
"""What an entry says, without its number."""
NUMBERS = ("order", "act")
"""What counts orders and entries."""


def alone(played: Scenario, seat: str, bot: str, seed: int, path: Path) -> tuple[Scorecard, list[Entry]]:
    """One person, who acts as a bot does, among stand-ins."""
    opened = open_room(played, Wishes(seat, "Lin Qiao", seed, steps=True), path, Clock(), None)
    room, person = opened.room, player_for(bot, played, seat, seed)
    room.start()
    while not room.over:
        for act in person.act(room.view(seat)):
            room.act(seat, act)
        wakes = person.wakes()
        room.skip_to(played.length if wakes is None else min(played.length, max(wakes, room.drill.now + 1)), seat)
    card = room.close()
    opened.file.close()
    return card, list(room.drill.journal)


def together(
    played: Scenario, seats: Iterable[str], acts: list[Entry], seed: int, path: Path
) -> tuple[Scorecard, list[Entry]]:
    """A person in each of these seats, who does what these entries say."""
    clock = Clock()
    shared = open_shared(played, seed, path, clock, None)
    room = Office(path.parent, clock, Hub("one", shared, Keys(None, clock), clock))
    people = {seat: room.enter(seat=seat, name="Lin Qiao") for seat in seats}
    controller = room.begin()
    for entry in (each for each in acts if each.seat in people):
        at(room, entry.time)
        assert entry.seat is not None
        room.act(people[entry.seat], act_of(entry))
    at(room, played.length)
    if not room.hub.room.over:
        room.lead(controller, Turning("end"))
    room.hub.score()
    shared.file.close()
    assert room.hub.room.scorecard is not None
    return room.hub.room.scorecard, list(shared.room.drill.journal)


def at(room: Office, second: int) -> None:
    """Let it become this second of the exercise, and not the next."""
    room.clock.now = (second + 0.5) / room.hub.room.pace
    while room.hub.room.drill.now < second and room.hub.room.status == "running":
        room.hub.tick()


def told(entries: list[Entry]) -> list[Kept]:
    """What happened in the world, second by second; the numbers of what happened in one second may differ."""
    found = [
        (each.time, each.seat, each.kind, {name: said for name, said in each.payload.items() if name not in NUMBERS})
        for each in entries if not each.kind.startswith(("header", "control.", "baselines"))
    ]  # fmt: skip
    return sorted(found, key=lambda each: (each[0], each[1] or "", each[2], str(each[3])))


def of(card: Scorecard, seat: str) -> tuple[object, ...]:
    """How a trainee was judged, but for the numbers of entries."""
    (found,) = (trainee for trainee in card.trainees if trainee.seat == seat)
    judged = [(each.instance.id, each.status, each.rating, each.met, each.timeliness, each.quality, each.credit)
              for each in found.judged]  # fmt: skip
    findings = [(each.code, each.at, each.repaired_at) for each in found.findings]
    return found.overall, found.rating, found.figures, found.caps, found.credit, found.lost, judged, findings


@pytest.mark.parametrize(
    ("name", "seats", "bot", "seed"),
    [
        ("mass", ("petition_lead", "commander", "public_security"), "late", 11),
        ("mass", ("duty_officer", "petition_lead", "housing"), "by-the-book", 4242),
        ("event", ("petition_lead", "commander", "public_security"), "late", 733),
    ],
)
def test_the_score_of_one_person_is_the_same_among_stand_ins_and_among_people_who_do_what_they_did(
    tmp_path: Path, name: str, seats: tuple[str, ...], bot: str, seed: int
) -> None:
    played, own = scenario(name), seats[0]
    card, entries = alone(played, own, bot, seed, tmp_path / "alone.jsonl")
    shared, recorded = together(
        played, seats, [each for each in entries if each.is_act], seed, tmp_path / "shared.jsonl"
    )
    assert told(recorded) == told(entries)
    assert of(shared, own) == of(card, own)
    assert [trainee.seat for trainee in shared.trainees if trainee.overall is not None] == list(
        dict.fromkeys(seat for seat in played.seats if seat in seats)
    )
    assert (shared.measures, shared.harm) == (card.measures, card.harm)
    for path in ("alone.jsonl", "shared.jsonl"):
        assert verify(tmp_path / path).problems == ()
