"""What a host says of its room, line by line: how to come in, who comes and goes, how the drill stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from reports.wording import Wording
from simulator.journal.controls import CONTROLLER, PERSON
from simulator.language.said import Said, say
from simulator.language.translator import Translator
from simulator.room.room import Status
from simulator.room.shared.certificate import SHOWN, Certificate
from simulator.room.shared.hub import Hub
from simulator.room.shared.model import Role

CALLS: Mapping[Role, str] = {
    "controller": "drillroom control {place}",
    "seat": "drillroom join {place}",
    "evaluator": "drillroom observe {place} --evaluator",
    "observer": "drillroom observe {place}",
}
"""What each role types, in the order in which a room fills."""

ROLES: Mapping[Role, Said] = {
    "controller": say("controller"), "seat": say("trainee"), "evaluator": say("evaluator"),
    "observer": say("observer"),
}  # fmt: skip

STANDS: Mapping[Status, Said] = {
    "waiting": say("not begun"), "running": say("running"), "paused": say("paused"), "over": say("over"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Door:
    """Where a room is, and what lets people in."""

    place: str
    """`HOST:PORT`."""
    hub: Hub
    certificate: Certificate | None
    """What it encrypts with; nothing where it does not."""

    def call(self, role: Role) -> str:
        """What somebody of a role types to come in."""
        call = CALLS[role].format(place=self.place)
        known = f" --fingerprint {self.certificate.fingerprint[:SHOWN]}" if self.certificate else ""
        return f"{call} --code {self.hub.keys.codes[role]}{known}"


def door_lines(door: Door, lan: bool, translator: Translator) -> list[str]:
    """Everything that people need to come in; the codes are for the host's eyes, to be handed on one by one."""
    room = door.hub.room
    scenario = room.drill.scenario
    wording = Wording(scenario, translator)
    lines = [
        say("{exercise}: {title}", exercise=wording.exercise(), title=scenario.title),
        say("The room is open at {place}. Each role has a code of its own:", place=door.place),
        *(say("{role}: {call}", role=said, call=door.call(role)) for role, said in ordered(ROLES)),
    ]
    if door.certificate is not None:
        lines.append(say("Fingerprint of this host: {fingerprint}", fingerprint=door.certificate.shown))
    elif lan:
        lines.append(say("warning: nothing is encrypted; everybody in this network can read and pretend"))
    path = str(door.hub.shared.file.path)
    lines.append(say("Seed {seed}. The journal: {path}", seed=room.drill.seed, path=path))
    if room.status == "paused":
        lines.append(say("Taken up again, and paused until a controller lets it run on."))
    return [wording.said(line) for line in lines]


def ordered(roles: Mapping[Role, Said]) -> list[tuple[Role, Said]]:
    """The roles in the order in which a room fills."""
    return [(role, roles[role]) for role in CALLS]


def closing_lines(hub: Hub, translator: Translator) -> list[str]:
    """Where everything lies, once the room is closed."""
    path = str(hub.shared.file.path)
    lines = [say("The room is closed. The journal: {path}", path=path)]
    if not hub.room.over:
        lines.append(say("Take it up again with: drillroom host --resume {path}", path=path))
    elif hub.room.scorecard is not None:
        lines.append(say("A report of it: drillroom report {path}", path=path))
    return [translator.say(line) for line in lines]


@dataclass(frozen=True, slots=True)
class Seen:
    """What was last told of a room."""

    status: Status
    pace: float
    scored: bool
    trouble: bool
    seats: Mapping[str, tuple[str, str, bool]]
    """By seat who sits there, under what name, and whether they are there."""
    watching: tuple[tuple[Role, str], ...]
    """Role and name of those who run, judge and watch."""
    codes: Mapping[Role, str]


class Watch:
    """Tells what changes in a room, for the host's terminal."""

    def __init__(self, hub: Hub, translator: Translator) -> None:
        self._hub = hub
        self._wording = Wording(hub.room.drill.scenario, translator)
        self._before = self._look()

    def news(self) -> list[str]:
        """What has changed since this was last asked, each with the time of the exercise."""
        before, now = self._before, self._look()
        self._before = now
        found = [*_coming_and_going(before, now), *_turned(before, now)]
        clock = self._wording.clock(self._hub.room.drill.now)
        said = [say("{clock} {news}", clock=clock, news=self._named(seat, news)) for seat, news in found]
        return [self._wording.said(line) for line in said]

    def _named(self, seat: str, news: Said) -> Said | str:
        told = self._wording.said(news)
        return say("{seat}: {news}", seat=self._wording.seat(seat), news=told) if seat else told

    def _look(self) -> Seen:
        hub = self._hub
        there = hub.chairs.connected()
        seats = {seat: (each.player, each.name, seat in there) for seat, each in hub.ledger.chairs.items()}
        watching = tuple((each.role, each.name) for each in hub.chairs.members.values() if not each.seat)
        trouble = hub.fault is not None or hub.room.trouble is not None
        return Seen(
            hub.room.status, hub.room.pace, hub.room.scorecard is not None, trouble, seats, watching,
            dict(hub.keys.codes),
        )  # fmt: skip


News = tuple[str, Said]
"""A seat, or nothing for the room as a whole, and what is told of it."""


def _coming_and_going(before: Seen, now: Seen) -> list[News]:
    found: list[News] = []
    for seat, after in now.seats.items():
        if after != before.seats[seat]:
            found.append((seat, _sits(after, now.status)))
    came = [(each, say("{name} is here", name=each[1])) for each in now.watching if each not in before.watching]
    went = [(each, say("{who} has gone", who=each[1])) for each in before.watching if each not in now.watching]
    return [*found, *(("", say("{seat}: {news}", seat=ROLES[role], news=news)) for (role, _), news in (*came, *went))]


def _sits(seat: tuple[str, str, bool], status: Status) -> Said:
    player, name, there = seat
    if player == CONTROLLER:
        return say("the controller")
    if player != PERSON:
        return say("a stand-in")
    if there:
        return say("{name} is here", name=name)
    if status == "running":
        return say("{name} is not connected; the seat is kept for a minute", name=name)
    return say("{name} is not connected", name=name)


def _turned(before: Seen, now: Seen) -> list[News]:
    """What has become of the drill and of the codes."""
    found: list[News] = []
    if now.status != before.status:
        found.append(("", say("the drill: {status}", status=STANDS[now.status])))
    if now.pace != before.pace:
        found.append(("", say("{pace} exercise seconds pass in a second.", pace=f"{now.pace:g}")))
    if now.trouble and not before.trouble:
        found.append(("", say("PAUSED: the drill cannot go on; is there space on the disk?")))
    if now.scored and not before.scored:
        found.append(("", say("The score is worked out; the room closes when everybody has gone.")))
    for role, said in ordered(ROLES):
        if now.codes[role] != before.codes[role]:
            found.append(("", say("a new code for {role}: {code}", role=said, code=now.codes[role])))
    return found
