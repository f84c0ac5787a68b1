"""What the console's forms ask, and what is done with the answers."""

from collections.abc import Callable, Mapping
from typing import Literal

from reports.card.controls import speaker_name
from reports.card.numbers import MEANINGS
from reports.messages import PURPOSES as WRITTEN
from reports.wording import Wording
from simulator.errors import CallError, DrillroomError
from simulator.journal.controls import Deliver, Purpose, Remark, Skip, Speak, Turning
from simulator.language.said import Said, say
from simulator.room.shared.model import InjectState
from tui.presentation.text import shortened
from tui.preview.moments import second_of
from tui.shared.console.form import Answers, Form, Question, in_turn
from tui.shared.console.items import MARKS, inject_text
from tui.shared.console.station import Station

PURPOSES: Mapping[Purpose, Said] = {
    "help": WRITTEN["help"], "pressure": WRITTEN["pressure"], "redirect": WRITTEN["redirect"],
    "": say("no special purpose"),
}  # fmt: skip

Rated = Literal["", "P", "S", "M", "U"]

BEGINNING = 60
"""So many cells of an inject's text stand in a list to choose from."""

NONE = "-"
"""The answer that nothing of the list is meant."""


def purposes(wording: Wording) -> tuple[tuple[str, str], ...]:
    return tuple((purpose or NONE, wording.said(said)) for purpose, said in PURPOSES.items())


def purpose_of(answer: str) -> Purpose:
    """The purpose that an answer means."""
    return next((purpose for purpose in PURPOSES if purpose and purpose == answer), "")


# -- writing ----------------------------------------------------------------------------------------------


def character(wording: Wording, person: str) -> str:
    """Somebody of the cast by name, and what part they have."""
    name, part = wording.person(person), wording.scenario.cast[person].part
    return wording.say("{name}, {part}", name=name, part=part) if part else name


def writing(station: Station, to: str = "", purpose: str = "") -> Form:
    """A form for an inject on the spot: to whom, who speaks, the words, what it is about, and what for."""
    wording = station.wording
    scenario = wording.scenario
    seats = tuple((seat, wording.seat(seat)) for seat in scenario.seats)
    cast = tuple((person, character(wording, person)) for person in scenario.cast)
    about = tuple((name, wording.thing(name)) for name in scenario.incidents)
    questions = [
        Question("speaker", say("Who says it? Somebody of the cast, or a name."), cast, written=True),
        Question("words", say("The words, as they are said to the seats."), written=True),
        Question("about", say("What is it about?"), ((NONE, wording.say("nothing in particular")), *about)),
    ]
    if not to:
        questions.insert(0, Question("to", say("To which seats?"), seats, several=True))
    if not purpose:
        questions.append(Question("purpose", say("What for?"), purposes(wording)))

    def does(answers: Answers) -> None:
        seats_asked = tuple((to or answers["to"]).split())
        topic = "" if answers["about"] == NONE else answers["about"]
        what = Speak(
            seats_asked, answers["speaker"], answers["words"], topic, purpose_of(purpose or answers["purpose"])
        )
        station.lead(what, lambda now: _spoken(now, what))

    return Form(station, say("Write an inject"), in_turn(*questions), does)


def _spoken(wording: Wording, what: Speak) -> str:
    values = {"seats": [wording.seat(seat) for seat in what.to],
              "speaker": speaker_name(wording, what.speaker)}  # fmt: skip
    return wording.say("to {seats}, as {speaker}: “{words}”", words=what.words, **values)


# -- injects ----------------------------------------------------------------------------------------------


def steering(station: Station, show: Callable[[Form], None]) -> Form:
    """A form for an inject with a purpose: one of the list that is to come, or one written in a form to *show*."""
    wording = station.wording
    states = [each for each in station.now.injects if each.status in ("waiting", "held", "due")]
    kept_back = [each for each in states if not each.own]
    listed = [*kept_back, *(each for each in states if each.own)]
    choices = tuple((each.inject, _listed(wording, each)) for each in listed)
    first = Question("purpose", say("What for?"), purposes(wording)[:-1])
    second = Question("inject", say("Which inject?"), ((NONE, wording.say("write one now")), *choices))

    def does(answers: Answers) -> None:
        purpose = purpose_of(answers["purpose"])
        if answers["inject"] == NONE:
            show(writing(station, purpose=purpose))
        else:
            deliver(station, answers["inject"], purpose)

    return Form(station, say("Steer the drill"), in_turn(first, second), does)


def _listed(wording: Wording, state: InjectState) -> str:
    """An inject of the list by its mark, its id and how it begins."""
    begins = shortened(inject_text(wording, state.inject), BEGINNING)
    return wording.say("{name}: {value}", name=f"{MARKS[state.status]} {state.inject}", value=begins)


def deliver(station: Station, inject: str, purpose: Purpose = "") -> None:
    """Deliver an inject now; where no purpose is named, with the one that its scenario gives it."""
    own = station.wording.scenario.injects[inject].purpose or ""
    station.lead(Deliver(inject, purpose or own), lambda wording: wording.say("deliver {inject} now", inject=inject))


def delivering(station: Station, inject: str) -> Form:
    """A form for delivering an inject with a purpose."""
    question = Question("purpose", say("What for?"), purposes(station.wording))
    return Form(
        station, say("Deliver {inject} now", inject=inject), in_turn(question),
        lambda answers: deliver(station, inject, purpose_of(answers["purpose"])),
    )  # fmt: skip


def skipping(station: Station, inject: str) -> Form:
    """A form for the reason why an inject is left out."""
    question = Question("why", say("Why is it skipped? It stands in the journal."), written=True)
    return Form(
        station, say("Skip {inject}", inject=inject), in_turn(question),
        lambda answers: skip(station, inject, answers["why"]),
    )  # fmt: skip


def skip(station: Station, inject: str, why: str) -> None:
    """Leave an inject out, for a reason."""
    station.lead(Skip(inject, why), lambda wording: wording.say("skip {inject}", inject=inject))


# -- the clock --------------------------------------------------------------------------------------------


def pacing(station: Station) -> Form:
    """A form for the pace."""
    question = Question("pace", say("How many exercise seconds pass in a second? 1 to 600."), written=True)
    return Form(station, say("Pace"), in_turn(question), lambda answers: _set_pace(station, answers["pace"]))


def _set_pace(station: Station, written: str) -> None:
    try:
        pace = float(written.removesuffix("x"))
    except ValueError:
        station.complain(CallError(say("'{written}' is not a pace", written=written), say("write a number, 1 to 600")))
        return
    station.lead(Turning("pace", pace), lambda wording: wording.say("{pace} exercise seconds a second", pace=written))


# -- noting -----------------------------------------------------------------------------------------------


def noting(station: Station, seat: str = "", expectation: str = "") -> Form:
    """A form for a note on a seat; with an expectation also for a rating; and the moment that it is about."""
    wording, scenario = station.wording, station.wording.scenario
    of = scenario.expectations[expectation].of if expectation else seat
    seats = tuple((each, wording.seat(each)) for each in scenario.seats)

    def ask(answers: Answers) -> Question | None:
        chosen = of or answers.get("seat", "")
        asked = expectation or answers.get("expectation", "")
        found: list[Question] = []
        if not of:
            found.append(Question("seat", say("Which seat?"), seats))
        if not expectation:
            found.append(Question("expectation", say("About which expectation?"), _expectations(wording, chosen)))
        if asked != NONE:
            found.append(Question("rating", say("How was it?"), _ratings(wording)))
        rated = asked != NONE and answers.get("rating", NONE) != NONE
        found.append(Question("words", say("In your words:"), written=True, optional=rated))
        found.append(Question(
            "time", say("When? 09:10 on the clock, or -5m; an empty line for now."), written=True, optional=True
        ))  # fmt: skip
        return in_turn(*found)(answers)

    title = say("Note") if not expectation else say("Note: {expectation}", expectation=_named(wording, expectation))
    return Form(station, title, ask, lambda answers: _note(station, of, expectation, answers))


def _named(wording: Wording, expectation: str) -> str:
    """An expectation by its id and what it asks of its seat."""
    task = wording.said(wording.scenario.expectations[expectation].task).strip()
    return wording.say("{name}: {value}", name=expectation, value=task)


def _expectations(wording: Wording, seat: str) -> tuple[tuple[str, str], ...]:
    """The expectations of a seat, and none of them."""
    own = [(name, _named(wording, name)) for name, each in wording.scenario.expectations.items() if each.of == seat]
    return ((NONE, wording.say("none: a note alone")), *own)


def _ratings(wording: Wording) -> tuple[tuple[str, str], ...]:
    rated = [(letter, wording.say("{name}: {value}", name=letter, value=meant)) for letter, meant in MEANINGS.items()]
    return (*rated, (NONE, wording.say("no rating")))


def _note(station: Station, seat: str, expectation: str, answers: Answers) -> None:
    asked = expectation or answers.get("expectation", NONE)
    rating: Rated = next((letter for letter in MEANINGS if letter == answers.get("rating")), "")
    now = station.now.time
    try:
        time = second_of(answers["time"], station.wording.scenario, now) if answers["time"] else now
    except DrillroomError as error:
        station.complain(error)
        return
    of = seat or answers["seat"]
    what = Remark(of, answers["words"], time, "" if asked == NONE else asked, rating)
    station.lead(what, lambda wording: wording.say("note on {seat}", seat=wording.seat(of)))
