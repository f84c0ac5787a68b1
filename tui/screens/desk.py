"""One seat of a room, in the language of a session: what every screen of a drill shows and works on."""

from collections.abc import Callable
from pathlib import Path

from reports.wording import Wording
from simulator.engine.view import Message, Receipt, View
from simulator.errors import DrillroomError
from simulator.journal.acts import Act, Open
from simulator.language.said import Said
from simulator.language.translator import LANGUAGES, translator_for
from simulator.rehearsal.whatif.model import WhatIf
from simulator.room.news import News, news
from simulator.room.opening import Opened
from simulator.room.room import Room
from tui.presentation.board import news_line
from tui.presentation.failures import in_one
from tui.presentation.history import History
from tui.presentation.lines import Tone
from tui.presentation.orders import receipt_line

Spoken = Callable[[Wording], str]
"""Something said, to be put into whatever language the screen has when it is shown."""


class Desk:
    """What a person at a seat sees and does; nothing here knows how it is drawn."""

    def __init__(self, opened: Opened, seat: str, wording: Wording) -> None:
        self.room: Room = opened.room
        self.path: Path = opened.file.path
        self._file = opened.file
        self.seat = seat
        self.wording = wording
        self.view: View = self.room.view(seat)
        self.told: list[News] = []
        """What has reached the seat, oldest first."""
        self.reading: set[int] = set()
        """Messages whose text is shown while they are being read."""
        self.notice: Spoken = _nothing
        self.tone: Tone = ""
        self._unannounced: tuple[News, ...] = ()
        self.history = History()
        """What the seat has known over time."""
        self.looked: dict[str, frozenset[str]] = {}
        """By pane, what it said when the person last pressed a key there."""
        self.whatif: WhatIf | None = None
        """After the drill, once it is worked out: what each act put right would have changed."""
        self.progress = (0, 0)
        """How many of its drills are played, of how many."""
        self._before: View | None = None
        self._trouble: DrillroomError | None = None
        self.look()
        self.hush()

    def follow(self) -> None:
        """Let the drill follow the clock, and look."""
        self.room.tick()
        self.look()

    def look(self) -> None:
        """Take in what the seat may know now."""
        view = self.room.view(self.seat)
        fresh = news(self._before, view)
        self.view = self._before = view
        self.told += fresh
        self._unannounced += fresh
        self.history.take(view)
        if fresh:
            self.say(lambda wording: news_line(wording, fresh[-1]))
        self._look_at_the_disk()

    def unannounced(self) -> tuple[News, ...]:
        """What has reached the seat since this was last asked."""
        fresh, self._unannounced = self._unannounced, ()
        return fresh

    def act(self, act: Act, what: Spoken) -> Receipt | None:
        """Give an act; what the drill says to it is the notice. Nothing where it could not be kept."""
        try:
            receipt = self.room.act(self.seat, act)
        except DrillroomError as error:
            self.complain(error)
            return None
        tone: Tone = "" if receipt.accepted else "urgent"
        self.say(lambda wording: receipt_line(wording, _named(what(wording), receipt), receipt), tone)
        self.look()
        return receipt

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do something with the room; where it refuses, the reason is the notice. Answers whether it was done."""
        try:
            deed()
        except DrillroomError as error:
            self.complain(error)
            return False
        self.look()
        return True

    def message(self, number: int) -> Message | None:
        """A message of the inbox by its number."""
        return next((message for message in self.view.inbox if message.number == number), None)

    def read(self, message: Message) -> None:
        """Begin to read a message. A seat that is busy reads it when its turn comes."""
        if message.opened is not None or message.number in self.reading:
            return
        idle = self.view.busy_until <= self.view.time
        number = message.number
        receipt = self.act(Open(number), lambda wording: wording.say("reading message {number}", number=number))
        if receipt is not None and receipt.accepted and idle:
            self.reading.add(number)

    def may_see(self, message: Message) -> bool:
        """Whether the text of a message lies before the person: read, or being read."""
        return message.opened is not None or message.number in self.reading

    def say(self, spoken: Spoken, tone: Tone = "") -> None:
        """Make something the notice."""
        self.notice, self.tone = spoken, tone

    def hush(self) -> None:
        """Take the notice away: something else is being done."""
        self.say(_nothing)

    def reply(self, said: Said) -> None:
        """A message of the interface as the notice."""
        self.say(lambda wording: wording.said(said))

    def complain(self, error: DrillroomError) -> None:
        """An error as the notice: what is wrong, and what to do."""
        self.say(lambda wording: wording.said(in_one(error)), "urgent")

    def head(self) -> str:
        """The hash of the journal's last line."""
        return self._file.head

    @property
    def other_language(self) -> str:
        """The language that the switch leads to."""
        place = LANGUAGES.index(self.wording.translator.language)
        return LANGUAGES[(place + 1) % len(LANGUAGES)]

    def speak(self, language: str) -> None:
        """Go on in another language."""
        self.wording = Wording(self.wording.scenario, translator_for(language), self.wording.personas)

    def score(self) -> None:
        """After the drill: score it, and keep it in the records; what goes wrong there is told. Takes a while."""
        self.attempt(self.room.close)
        if self.room.scorecard is not None:
            # Loaded here: a database library is not needed before a drill ends.
            from reports.records.keeping import keep_finished

            self._file.close()
            warning = keep_finished(self.path)
            if warning is not None:
                self.reply(warning)

    def work_out(self, each: Callable[[], None]) -> None:
        """After the score: what each act put right would have changed. *each* is called as it goes on."""
        if self.room.scorecard is None:
            return
        # Loaded here: it is needed only after a drill.
        from simulator.rehearsal.whatif.trying import what_if

        def told(done: int, of: int) -> None:
            self.progress = (done, of)
            each()

        drill = self.room.drill
        self.whatif = what_if(drill.scenario, drill.journal, progress=told)

    def _look_at_the_disk(self) -> None:
        trouble = self.room.trouble
        if trouble is not None and trouble is not self._trouble:
            self.complain(trouble)
        self._trouble = trouble


def _nothing(wording: Wording) -> str:
    return ""


def _named(what: str, receipt: Receipt) -> str:
    return f"#{receipt.order} {what}" if receipt.order else what
