"""What is offered before a drill: the scenarios, the drills that were interrupted, how one has done so far.

Nothing here knows how it is drawn. What takes long (reading scenarios and records) is done by whoever calls.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from simulator.authoring.load import scenario_or_raise
from simulator.errors import DrillroomError
from simulator.journal.glance import Glance, unfinished
from simulator.language.said import Said, say
from simulator.language.translator import LANGUAGES, Translator, translator_for
from simulator.room.opening import Opened, Wishes
from simulator.room.shared.refusing import Unproven
from simulator.scenario.scenario import Scenario
from tui.choices import Invitation, Preparation, Result
from tui.presentation.failures import in_one
from tui.presentation.lines import Tone
from tui.sharing import Sitting
from tui.speech import Speech

COMPARE = say("Compare the fingerprint with the host's screen; if it is the same, join again.")
"""What is to be done at a host that nobody knows yet."""


@dataclass(frozen=True, slots=True)
class Doors:
    """How drills are opened: what the lobby hands on, so that tests can keep journals where they like."""

    scenarios: Callable[[], list[Path]]
    """The files of the scenarios on offer, in order."""
    begin: Callable[[Scenario, Wishes], Opened]
    take_up: Callable[[Path], Opened]
    results: Callable[[str], tuple[Result, ...]]
    """The past drills of the person with a name, the oldest first. Raises `DrillroomError` where they cannot be had."""
    readiness: Callable[[Translator], tuple[str, ...]]
    """How ready the department is, in paragraphs. Raises as `results`."""
    journals: Callable[[], Path]
    """The folder of journals."""
    seed: Callable[[], int]
    join: Callable[[Invitation, Translator], Sitting]
    """Takes a seat that is hosted elsewhere. Raises `Unproven` where the host is to be compared first."""


class Lobby:
    """The lobby's state: what there is to choose from, and what was last said."""

    def __init__(self, doors: Doors, translator: Translator, name: str = "") -> None:
        self.doors = doors
        self.speech = Speech(translator)
        self.name = name
        self.scenarios: dict[str, Scenario] = {}
        """Those read so far, in the order in which they are offered."""
        self.complete = False
        """Whether all have been read."""
        self.left: list[Glance] = []
        """Interrupted drills, the latest first."""
        self.results: tuple[Result, ...] = ()
        self.invitation = Invitation()
        """What was written to join a shared drill; it stays while the program runs."""
        self.knocking = False
        """Whether a host is being asked for a seat."""
        self.notice: Said | None = None
        self.tone: Tone = ""

    def read(self, each: Callable[[], None]) -> None:
        """Read scenarios, interrupted drills and results; *each* is called whenever something has come."""
        self.look_back()
        each()
        for path in self.doors.scenarios():
            self.attempt(partial(self._take, path))
            each()
        self.complete = True
        each()

    def look_back(self) -> None:
        """What was left, and what was scored; a trouble with the records is told, and nothing else is lost."""
        self.attempt(self._find_left)
        self.attempt(self._find_results)

    def last(self, scenario: str) -> Result | None:
        """The person's last result in a scenario."""
        return next((each for each in reversed(self.results) if each.scenario == scenario), None)

    def wishes(self, prepared: Preparation) -> Wishes:
        """A preparation as a room takes it; the seed is drawn now where none was named."""
        seed = self.doors.seed() if prepared.seed is None else prepared.seed
        return Wishes(
            prepared.seat,
            prepared.name,
            seed,
            assessed=prepared.assessed,
            pace=prepared.pace,
            language=self.speech.translator.language,
        )

    def hush(self) -> None:
        self.notice, self.tone = None, ""

    def reply(self, said: Said) -> None:
        self.notice, self.tone = said, ""

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do something; where it fails, the reason is the notice. Answers whether it was done."""
        try:
            deed()
        except DrillroomError as error:
            self.notice, self.tone = in_one(error), "urgent"
            return False
        return True

    @property
    def other_language(self) -> str:
        """The language that the switch leads to."""
        place = LANGUAGES.index(self.speech.translator.language)
        return LANGUAGES[(place + 1) % len(LANGUAGES)]

    def knock(self) -> Sitting | None:
        """Take the seat that is written down; nothing where that fails, and the notice says why.

        A host whose fingerprint nobody knows yet is not joined: it is written down, to be compared first.
        """
        try:
            return self.doors.join(self.invitation, self.speech.translator)
        except Unproven as host:
            self.invitation = replace(self.invitation, fingerprint=host.seen)
            self.notice, self.tone = COMPARE, "urgent"
        except DrillroomError as error:
            self.notice, self.tone = in_one(error), "urgent"
        return None

    def speak(self, language: str) -> None:
        self.speech = Speech(translator_for(language))

    def _take(self, path: Path) -> None:
        scenario = scenario_or_raise(path)
        self.scenarios[scenario.id] = scenario

    def _find_left(self) -> None:
        self.left = unfinished(self.doors.journals())

    def _find_results(self) -> None:
        self.results = self.doors.results(self.name)
