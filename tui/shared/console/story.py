"""The journal of a shared drill as a story, line by line: what the seats did, and what was done from outside."""

from collections.abc import Sequence

from reports.card.numbers import MEANINGS
from reports.card.story import events
from reports.wording import Wording
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from simulator.language.said import say
from simulator.scenario.scenario import Scenario
from tui.presentation.lines import Item, item
from tui.presentation.text import wrapped

SHOWN = 400
"""So many entries are told, the latest of them."""

TURNS = {
    "start": say("the drill was started"), "pause": say("paused"), "resume": say("runs on"),
    "end": say("the drill was ended"),
}  # fmt: skip

SITS = {"person": say("{name} sits there"), "stand-in": say("a stand-in sits there"),
        "controller": say("the controller sits there")}  # fmt: skip


def story_items(wording: Wording, entries: Sequence[Entry], width: int) -> list[Item]:
    """What happened, the newest last."""
    latest = entries[-SHOWN:]
    told = {each.entry: (each.when, each.who, each.what) for each in events(wording, latest)}
    found: list[Item] = []
    for entry in latest:
        if entry.number in told:
            when, seat, what = told[entry.number]
        elif words := control_words(wording, entry):
            when, seat, what = wording.clock(entry.time), _who(wording, entry), words
        else:
            continue
        line = wording.say("{who}: {what}", who=seat, what=what) if seat else what
        found.append(item(wrapped(f"{when} {line}", width, "", "  ")))
    return found


def _who(wording: Wording, entry: Entry) -> str:
    """Who did it: a seat, or whoever runs or judges the drill, by name."""
    if entry.kind == kinds.SIT:
        return wording.seat(entry.payload["seat"])
    return str(entry.payload.get("by", "")) or (wording.seat(entry.seat) if entry.seat else "")


def control_words(wording: Wording, entry: Entry) -> str:
    """What was done from outside the seats, or from seat to seat; nothing for what was refused, and for all else."""
    said = entry.payload
    if not entry.is_act or not said.get("accepted"):
        return ""
    match entry.kind:
        case kinds.DELIVER:
            return wording.say("inject delivered by hand: {inject}", inject=said["inject"])
        case kinds.HOLD:
            return wording.say("inject held: {inject}", inject=said["inject"])
        case kinds.RELEASE:
            return wording.say("inject let go: {inject}", inject=said["inject"])
        case kinds.SKIP:
            return wording.say("inject skipped: {inject} – {why}", inject=said["inject"], why=said["why"])
        case kinds.SPEAK:
            seats = wording.listed(wording.seat(seat) for seat in said["to"])
            values = {"seats": seats, "speaker": speaker_name(wording.scenario, wording, said["speaker"])}
            return wording.say("to {seats}, as {speaker}: “{words}”", words=said["words"], **values)
        case kinds.TURNING:
            return _turned(wording, entry)
        case kinds.SIT:
            return wording.say(SITS[said["player"]].template, name=said["name"])
        case kinds.REMARK:
            return _remarked(wording, entry)
        case _:
            return _between_seats(wording, entry)


def speaker_name(scenario: Scenario, wording: Wording, speaker: str) -> str:
    """Who speaks: somebody of the cast, or a name in plain words."""
    return wording.person(speaker) if speaker in scenario.cast else speaker


def _turned(wording: Wording, entry: Entry) -> str:
    what = entry.payload["what"]
    if what == "pace":
        return wording.say("{pace} exercise seconds pass in a second.", pace=f"{entry.payload['pace']:g}")
    return wording.said(TURNS[what]) if what in TURNS else ""


def _remarked(wording: Wording, entry: Entry) -> str:
    said = entry.payload
    values = {"seat": wording.seat(said["seat"]), "clock": wording.clock(said["time"]), "words": said["words"]}
    if not said["rating"]:
        return wording.say("note on {seat}, {clock}: {words}", **values)
    rated = wording.say("{rating} ({meaning})", rating=said["rating"], meaning=MEANINGS[said["rating"]])
    values |= {"expectation": said["expectation"], "rating": rated}
    return wording.say("rates {seat}, {expectation}, {clock}: {rating} {words}", **values)


def _between_seats(wording: Wording, entry: Entry) -> str:
    said = entry.payload
    match entry.kind:
        case kinds.REQUEST:
            order = wording.order(said["verb"], said["with"])
            return wording.say("asks {seat} to order: {order}", seat=wording.seat(said["to"]), order=order)
        case kinds.REPLY:
            return wording.say("grants the request") if said["granted"] else wording.say("refuses the request")
        case kinds.HAND_OVER:
            return wording.say("hands over to {seat}", seat=wording.seat(said["to"]))
        case _:
            return ""
