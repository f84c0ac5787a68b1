"""Why a shared room does not grant something: the codes that go over the net, and what they say to a person."""

from simulator.errors import CallError, DrillroomError, WriteError
from simulator.language.said import Said, say

_WHY: dict[str, tuple[Said, Said | None]] = {
    "protocol": (say("the host runs another version of Drillroom"), say("use the same version on both sides")),
    "garbled": (say("the host did not understand this program"), say("use the same version on both sides")),
    "code": (say("this join code is none of the room's"), say("ask the host for the code of your role")),
    "secret": (say("this seat was given to somebody else meanwhile"), say("join anew with the code")),
    "locked": (say("there were too many wrong codes from here"), say("wait a few minutes, then try again")),
    "room": (say("the host has no such room"), say("name one of its rooms")),
    "no_seat": (say("the scenario has no such seat"), say("name one of its seats")),
    "taken": (say("somebody sits in this seat"), say("take another seat, or ask the controller to free it")),
    "full": (say("every seat is taken"), say("ask the controller to free one, or join as an observer")),
    "barred": (say("the controller has closed this seat"), say("ask the controller")),
    "revoked": (say("the controller has closed your seat"), say("ask the controller")),
    "freed": (say("the controller has taken over your seat"), say("ask the controller")),
    "elsewhere": (say("you have joined from another terminal"), say("go on there")),
    "name": (say("a name has one to 60 characters"), say("choose another name")),
    "many": (say("the host has too many connections"), say("try again later")),
    "role": (say("your role may not do this"), None),
    "not_yours": (say("you do not sit in this seat"), None),
    "sitting": (say("the seat was somebody else's meanwhile: the act was not given"), say("look, then decide anew")),
    "number": (say("the act came out of turn and was not given"), say("give it again")),
    "over": (say("the drill is over"), None),
    "turn": (say("the clock cannot do this now"), None),
    "waiting": (say("the drill has not begun"), say("wait for the controller to start it")),
    "pace": (say("the pace must lie above 0 and not above 600"), None),
    "disk": (
        say("the host cannot keep the journal, so the drill is paused and nothing was taken"),
        say("free some space on the host, then let the controller resume"),
    ),
    "fast": (say("this program said too much at once"), say("join again")),
    "closing": (say("the host has closed the room"), say("join again when it is back: nothing is lost")),
    "wrong": (say("the drill could not go on"), say("ask the controller")),
}  # fmt: skip


class Refusal(Exception):
    """Something that the hub does not grant, by its code."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code, self.detail = code, detail


def error_of(code: str, detail: str = "") -> DrillroomError:
    """The failure that a code is to a person."""
    message, remedy = _WHY.get(code, (say("the host refused: {code}", code=code), None))
    if detail:
        message = say("{message} ({detail})", message=message, detail=detail)
    return WriteError(message, remedy) if code == "disk" else CallError(message, remedy)


class Unproven(CallError):
    """A host whose fingerprint nobody has compared yet; nothing was said to it."""

    def __init__(self, seen: str) -> None:
        remedy = say("compare it with the host's screen, then join with --fingerprint")
        super().__init__(say("the host shows the fingerprint {seen}", seen=seen), remedy)
        self.seen = seen


KNOWN = frozenset(_WHY)
"""The codes that there are."""
