"""The author's program: a drill on the screen that follows the file it comes from.

Whenever the file is saved it is read again. Where it has errors the drill from before goes on and the first error is
told; where it is right, a drill of the new scenario stands at the same second, with the same seed and the same acts.
"""

import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from reports.card.story import events
from reports.wording import Wording
from simulator.errors import CallError, DrillroomError
from simulator.language.said import Said, say
from simulator.language.translator import Translator
from simulator.players.script import Timed
from simulator.rehearsal.recording import Play, keep, play_of
from simulator.room.opening import Opened
from simulator.room.rewinding import Point
from simulator.room.room import Clock
from simulator.scenario.scenario import Scenario
from tui.app import BEATS, DrillroomApp, always
from tui.presentation.failures import in_one
from tui.preview.file import Reading, Watched, read
from tui.preview.moments import is_event, second_of
from tui.preview.panels import PANELS, AuthorScreen, BehindPanel, LeavingPanel
from tui.preview.standing import Stood, stand
from tui.screens.deciding import Deciding
from tui.screens.desk import Desk
from tui.settings import Preferences

LOOKS = 4
"""The file is looked at with every fourth beat: twice a second."""


class PreviewDesk(Desk):
    """A seat of a preview: its score is kept in no records."""

    def score(self) -> None:
        """After the drill: score it."""
        self.attempt(self.room.close)


class PreviewApp(DrillroomApp):
    """A drill that follows its file."""

    def __init__(
        self, path: Path, reading: Reading, play: Play, translator: Translator, *, moment: int = 0,
        draw: Callable[[], int], beats: float | None = BEATS, is_there: Callable[[], bool] = always,
        clock: Clock = time.monotonic, preferences: Preferences | None = None,
    ) -> None:  # fmt: skip
        """*reading*: what the file holds, without an error. *play*: the seed and the seat to begin with. *moment*:
        the second to begin at. *draw* draws a seed.
        """
        assert reading.scenario is not None
        self._folder = tempfile.TemporaryDirectory(prefix="drillroom-preview-")
        self._numbers = count(1)
        self._clocked = clock
        self._draw = draw
        self._looked = 0
        self._watched = Watched(path)
        self.reading = reading
        self.language = translator.language
        stood = self._stood(reading.scenario, play, moment)
        super().__init__(
            stood.opened, stood.seat, translator, beats=beats, is_there=is_there, clock=clock, preferences=preferences
        )
        self.taken = stood.play.seats
        self.seated = self._desk(stood.opened, stood.seat, translator)

    def enter(self) -> None:
        """Into the drill at once, paused: the briefing is in the author's menu."""
        self._show_drill()
        self.desk.reply(say("Paused: F8 lets it run. It follows your file; Esc opens the author's menu."))

    def close(self) -> None:
        """Let go of the drill and of its journals, which are nobody's."""
        if self.opened is not None:
            self.opened.file.close()
        self._folder.cleanup()

    # -- the file ---------------------------------------------------------------------------------------------

    def tick(self) -> None:
        self._looked += 1
        if self._looked % LOOKS == 0:
            self.look_at_the_file()
        super().tick()

    def look_at_the_file(self) -> None:
        """Where it was saved: read it, and go on with what it holds now."""
        if self._watched.saved():
            if self.desk.attempt(self._read):
                self._follow()
            self.refresh_all()

    def _read(self) -> None:
        self.reading = read(self._watched.path)

    def _follow(self) -> None:
        """From the drill of before to one of the new scenario; errors leave it as it is."""
        scenario = self.reading.scenario
        if scenario is None:
            self._complain()
            return
        present = scenario.digest() == self.desk.room.drill.scenario.digest()
        if present:
            self.desk.reply(say("Saved; nothing that is played has changed."))
            return
        stood = self._go(scenario, self._play(), self.desk.room.drill.now)
        if stood is not None:
            self.desk.reply(self._reloaded(stood))

    def _complain(self) -> None:
        """The first error with its place, and how many more there are."""
        errors = [each for each in self.reading.findings if each.severity == "error"]
        first = errors[0]
        values = {"place": f"{Path(first.file).name}:{first.line}:{first.column}", "message": first.message}
        said = say("{place}: {message}", **values)
        if len(errors) > 1:
            said = say("{place}: {message} (and {further} more)", further=len(errors) - 1, **values)
        self.desk.say(lambda wording: wording.said(said), "urgent")

    def _reloaded(self, stood: Stood) -> Said:
        """What has become of the acts."""
        wording = self.desk.wording
        clock = wording.clock(stood.opened.room.drill.now)
        if not stood.lost:
            return say("Reloaded, and paused at {clock} as before.", clock=clock)
        lost = wording.listed(self._act_words(wording, act) for act in stood.lost)
        return say("Reloaded at {clock}; no longer possible: {acts}", clock=clock, acts=lost)

    def _act_words(self, wording: Wording, timed: Timed) -> str:
        """An act in a few words, with its time."""
        act = timed.act
        name = next((str(value) for part in ("verb", "decision", "inject") if (value := getattr(act, part, ""))), "")
        return f"{wording.clock(timed.second)} {name or type(act).__name__.lower()}"

    # -- standing somewhere else ------------------------------------------------------------------------------

    def _play(self, until: int | None = None) -> Play:
        """What the seats that were taken have done, or had done by an entry of the journal."""
        journal = self.desk.room.drill.journal
        play = play_of(journal, self.taken)
        if until is None:
            return play
        numbers = [entry.number for entry in journal if entry.is_act and entry.payload.get("accepted", True)
                   and entry.seat in self.taken]  # fmt: skip
        kept = (act for number, act in zip(numbers, play.acts, strict=True) if number < until)
        return Play(play.seed, play.seats, tuple(kept))

    def _stood(self, scenario: Scenario, play: Play, moment: int) -> Stood:
        path = Path(self._folder.name) / f"preview-{next(self._numbers)}.jsonl"
        return stand(scenario, play, moment, path, self.language, self._clocked)

    def _go(self, scenario: Scenario, play: Play, moment: int) -> Stood | None:
        """Stand elsewhere; where that cannot be, the notice says why and the drill stays as it is."""
        found: list[Stood] = []
        if not self.desk.attempt(lambda: found.append(self._stood(scenario, play, moment))):
            return None
        stood, before, translator = found[0], self.opened, self.desk.wording.translator
        behind = any(isinstance(screen, BehindPanel) for screen in self.screen_stack)
        self.opened, self.taken = stood.opened, stood.play.seats
        self.seated = self._desk(stood.opened, stood.seat, translator)
        if before is not None:
            before.file.close()
        while len(self.screen_stack) >= self.GROUND:
            self.pop_screen()
        self._show_drill(behind)
        self.call_after_refresh(self.fit)
        return stood

    def _show_drill(self, behind: bool = False) -> None:
        self.push_screen(AuthorScreen(self.desk))
        if behind:
            self.push_screen(BehindPanel(self.desk))
        elif self.desk.view.decisions:
            self.push_screen(Deciding(self.desk))

    def _desk(self, opened: Opened, seat: str, translator: Translator) -> Desk:
        drill = opened.room.drill
        return PreviewDesk(opened, seat, Wording(drill.scenario, translator, drill.journal.header["personas"]))

    # -- the author's things ----------------------------------------------------------------------------------

    def author(self, name: str) -> None:
        """Do one of the author's things."""
        self.desk.hush()
        if name == "step":
            self.step()
        elif name == "leave":
            self.show(LeavingPanel(self.desk))
        else:
            self.show(PANELS[name](self.desk))
        self.refresh_all()

    def do(self, name: str) -> None:
        """As in a drill; but a preview is left otherwise, and writes no reports."""
        if name == "leave":
            self.author("leave")
        elif name == "save":
            self.desk.reply(say("A preview writes no reports: record it, then play its script with drillroom run."))
            self.refresh_all()
        else:
            super().do(name)

    def step(self) -> None:
        """On to the next event, whoever it concerns; it is the notice."""
        room, journal = self.desk.room, self.desk.room.drill.journal
        if room.over:
            self.desk.reply(say("the drill is over"))
            return
        before = len(journal)
        if not self.desk.attempt(lambda: self._until_an_event(before)):
            return
        room.pause()
        happened = [journal[number] for number in range(before, len(journal)) if is_event(journal[number])]
        told = [
            f"{each.when} {each.who}{': ' if each.who else ''}{each.what}"
            for each in events(self.desk.wording, happened)
        ]
        if told:
            self.desk.say(lambda wording: "; ".join(told))

    def _until_an_event(self, before: int) -> None:
        room, journal = self.desk.room, self.desk.room.drill.journal
        looked = before
        while not room.over:
            room.skip_to(room.drill.now + 1)
            if any(is_event(journal[number]) for number in range(looked, len(journal))):
                return
            looked = len(journal)

    def go_to(self, written: str) -> None:
        """Go to a time, on or back; what was done after it is undone."""
        room, scenario = self.desk.room, self.desk.room.drill.scenario
        found: list[int] = []
        if not self.desk.attempt(lambda: found.append(second_of(written, scenario, room.drill.now))):
            self.refresh_all()
            return
        play = self._play()
        undone = len([act for act in play.acts if act.second > found[0]])
        if self._go(scenario, play, found[0]) is not None:
            clock = self.desk.wording.clock(self.desk.room.drill.now)
            said = say("Back at {clock}; acts undone: {number}.", clock=clock, number=undone)
            self.desk.reply(said if undone else say("At {clock}, paused.", clock=clock))
        self.refresh_all()

    def go_back(self, point: Point) -> None:
        """To a moment of the drill."""
        if self._go(self.desk.room.drill.scenario, self._play(point.entry), point.stands) is not None:
            self.desk.reply(say("At {clock}, paused.", clock=self.desk.wording.clock(self.desk.room.drill.now)))
        self.refresh_all()

    def take(self, seat: str) -> None:
        """Play another seat from now on, at the same second. What its stand-in has done stays done."""
        others = tuple(each for each in self.taken if each != seat)
        play = play_of(self.desk.room.drill.journal, (*others, seat))
        if self._go(self.desk.room.drill.scenario, play, self.desk.room.drill.now) is not None:
            self.desk.reply(say("You sit in: {seat}", seat=self.desk.wording.seat(self.desk.seat)))
        self.refresh_all()

    def begin_anew(self, written: str) -> None:
        """From the start, nothing done yet, in the present seat."""
        drill = self.desk.room.drill
        if written.isascii() and (written.isdecimal() or written in ("", "-")):
            seed = drill.seed if not written else self._draw() if written == "-" else int(written)
            if self._go(drill.scenario, Play(seed, (self.desk.seat,), ()), 0) is not None:
                self.desk.reply(say("Begun anew with seed {seed}, paused.", seed=seed))
        else:
            said = say("'{written}' is not a seed: write a whole number from 0", written=written)
            self.desk.complain(CallError(said))
        self.refresh_all()

    def record(self, name: str) -> None:
        """Keep what was done as a playthrough; that takes a second, beside the screen."""
        self.desk.reply(say("Recording: the play is played to its end …"))
        self.refresh_all()
        self.work(partial(self._record, self.desk, self._play(), name))

    def _record(self, desk: Desk, play: Play, name: str) -> None:
        path = self._watched.path
        try:
            kept = keep(path, desk.room.drill.scenario, play, name)
        except DrillroomError as error:
            said = in_one(error)
            desk.say(lambda wording: wording.said(said), "urgent")
            return
        self._watched.taken()
        values = {"name": name, "script": str(kept.script), "expect": list(kept.expect)}
        desk.reply(say("Recorded '{name}': {expect}. The script: {script}", **values))
