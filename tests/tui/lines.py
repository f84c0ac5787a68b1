"""A session in lines for tests: what is typed, and all that was shown."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reports.wording import Wording
from simulator.language.translator import translator_for
from simulator.room.opening import Opened
from tests.room.rooms import SEAT, Clock, opened
from tui.plain.commands import HANDLERS
from tui.plain.console import Heard, Nothing
from tui.plain.session import Plain


class Typist:
    """A console that hears prepared lines, the clock turning a little before each; then the input has ended."""

    def __init__(self, heard: Sequence[Heard], clock: Clock, steps: bool, seconds: float = 0) -> None:
        self._heard: Iterator[Heard] = iter(heard)
        self._clock, self._seconds = clock, seconds
        self.steps = steps
        self.shown: list[str] = []

    def hear(self, prompt: str) -> Heard:
        self._clock.now += self._seconds
        heard = next(self._heard, Nothing.MORE)
        if isinstance(heard, str):
            self.shown.append(prompt + heard)
        return heard

    def write(self, line: str) -> None:
        self.shown.append(line)


def piped(folder: Path, *heard: Heard, language: str = "en") -> list[str]:
    """What is shown when these lines come through a pipe, in which time passes only by `wait` and `next`."""
    _, shown = played(folder, heard, Clock(), language=language, steps=True)
    return shown


def at_terminal(folder: Path, *heard: Heard, assessed: bool = False, seconds: float = 0) -> tuple[Opened, list[str]]:
    """What is shown on a terminal when so many seconds pass before each thing that is heard."""
    return played(folder, heard, Clock(), assessed=assessed, seconds=seconds)


def played(
    folder: Path, heard: Sequence[Heard], clock: Clock, *, language: str = "en", steps: bool = False,
    assessed: bool = False, seconds: float = 0,
) -> tuple[Opened, list[str]]:  # fmt: skip
    """The room after a session, and what was shown."""
    found = opened(folder, clock, steps=steps, assessed=assessed)
    typist = Typist(heard, clock, steps, seconds)
    wording = Wording(found.room.drill.scenario, translator_for(language))
    plain = Plain(found.room, SEAT, wording, typist, HANDLERS)
    found.room.start()
    plain.run()
    found.file.close()
    return found, typist.shown
