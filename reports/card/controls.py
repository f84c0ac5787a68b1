"""What was done in a shared drill from outside its seats, and from seat to seat, in words."""

from collections.abc import Mapping, Sequence

from reports.card.numbers import MEANINGS
from reports.messages import PURPOSES
from reports.wording import Wording
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from simulator.language.said import Said, say

TURNS: Mapping[str, Said] = {
    "start": say("the drill was started"), "pause": say("paused"), "resume": say("runs on"),
    "end": say("the drill was ended"),
}  # fmt: skip

SITS: Mapping[str, Said] = {
    "person": say("{name} sits there"), "stand-in": say("a stand-in sits there"),
    "controller": say("the controller sits there"),
}  # fmt: skip

OUTSIDE = (
    kinds.DELIVER, kinds.HOLD, kinds.RELEASE, kinds.SKIP, kinds.SPEAK, kinds.TURNING, kinds.SIT, kinds.REMARK,
)  # fmt: skip
BETWEEN = (kinds.REQUEST, kinds.REPLY, kinds.HAND_OVER)


def control_who(wording: Wording, entry: Entry) -> str:
    """Who did it: a seat, or whoever runs or judges the drill, by name."""
    if entry.kind == kinds.SIT:
        return wording.seat(entry.payload["seat"])
    return str(entry.payload.get("by", "")) or (wording.seat(entry.seat) if entry.seat else "")


def control_words(wording: Wording, entry: Entry) -> str:
    """What was done from outside the seats, or from seat to seat, with purpose or reason; nothing for what was refused,
    and for all else.
    """
    what = doing_words(wording, entry)
    if entry.kind == kinds.SKIP and what:
        return wording.say("{what} – {why}", what=what, why=entry.payload["why"])
    purpose = purpose_words(wording, entry)
    return wording.say("{what} ({purpose})", what=what, purpose=purpose) if what and purpose else what


def doing_words(wording: Wording, entry: Entry) -> str:
    """The same without purpose or reason."""
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
            return wording.say("inject skipped: {inject}", inject=said["inject"])
        case kinds.SPEAK:
            return _spoken(wording, entry)
        case kinds.TURNING:
            return _turned(wording, entry)
        case kinds.SIT:
            return wording.say(SITS[said["player"]].template, name=said["name"])
        case kinds.REMARK:
            return _remarked(wording, entry)
        case _:
            return _between_seats(wording, entry)


def speaker_name(wording: Wording, speaker: str) -> str:
    """Who speaks: somebody of the cast, or a name in plain words."""
    return wording.person(speaker) if speaker in wording.scenario.cast else speaker


def purpose_words(wording: Wording, entry: Entry) -> str:
    """What a contingency inject was given for; empty where nothing is said of it."""
    return next((wording.said(said) for name, said in PURPOSES.items() if name == entry.payload.get("purpose")), "")


def is_control(entry: Entry) -> bool:
    """Whether it was done, and taken, by who runs the drill: no note of an evaluator, nobody's coming and going."""
    if entry.kind not in OUTSIDE or not entry.payload.get("accepted") or entry.kind == kinds.REMARK:
        return False
    return entry.kind != kinds.SIT or entry.payload["why"] in ("taken over", "freed", "revoked")


def controllers(journal: Sequence[Entry]) -> tuple[str, ...]:
    """The names of those who ran the drill."""
    return tuple(dict.fromkeys(str(entry.payload["by"]) for entry in journal if is_control(entry)))


def _spoken(wording: Wording, entry: Entry) -> str:
    said = entry.payload
    seats = wording.listed(wording.seat(seat) for seat in said["to"])
    values = {"seats": seats, "speaker": speaker_name(wording, said["speaker"])}
    return wording.say("to {seats}, as {speaker}: “{words}”", words=said["words"], **values)


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
