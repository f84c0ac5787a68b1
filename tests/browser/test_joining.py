"""A seat of a shared drill, taken in Chromium through `drillroom serve`: joined, loaded again, left."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simulator.journal.controls import Turning
from simulator.room.shared.desk import open_desk
from simulator.room.shared.reaching import Address, Wish
from tests.authoring.sample import sample_yaml
from tests.browser.chromium import AGES, ROOT, Seen, chromium, page_of, server
from tests.tui.calling import scenario_file

ROLES = ("controller", "trainee", "evaluator", "observer")


@contextmanager
def hosting(folder: Path) -> Iterator[dict[str, str]]:
    """`drillroom host` with the sample, on this machine; what each role has to type. Ctrl-C must end it."""
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    scenario = scenario_file(folder, sample_yaml())
    call = [sys.executable, "-m", "tui.main", "--lang", "en", "host", "--port", "0", str(scenario)]
    with subprocess.Popen(
        call, cwd=ROOT, env=environment, text=True, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        try:
            lines = [process.stdout.readline().strip() for _ in range(2 + len(ROLES))]
            yield dict(line.split(": ", 1) for line in lines[2:])
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=AGES / 1000)
    assert process.returncode == 0


def begin(line: str) -> None:
    """The controller comes in by the host's line and starts the drill."""
    port, code = re.findall(r"127\.0\.0\.1:(\d+) --code (\S+)", line)[0]
    desk = open_desk(Address("127.0.0.1", int(port)), Wish("controller", "Chen Yu", code))
    desk.lead(Turning("start"))
    desk.close()


def write(seen: Seen, row: str, asked: str, text: str, then: str) -> None:
    """Write a row of the page for joining: once the line for it stands there, and until the mark has gone on."""
    seen.press(row, "Enter")
    seen.until(asked)
    seen.page.keyboard.type(text)
    seen.press("Enter")
    seen.until(f">{then}")


def test_a_seat_is_joined_from_the_lobby_and_is_there_again_when_the_page_is_loaded_again(tmp_path: Path) -> None:
    with (
        hosting(tmp_path) as lines,
        server(tmp_path, "--lang", "en") as address,
        chromium() as browser,
        browser.new_context(viewport={"width": 1280, "height": 800}) as context,
    ):
        seen = page_of(context)
        seen.open(address)
        seen.until("Join a shared drill …")
        seen.press("F6")
        seen.until("any free one")
        write(seen, "1", "the whole line that the host shows", lines["trainee"], "2. Join code")
        write(seen, "3", "your name, as reports shall show it", "Lin Qiao", "4. Seat")
        write(seen, "4", "the seat as the host names it", "petition_lead", "5. Encrypted")
        seen.press("7", "Enter")
        seen.until("waiting for the controller to start the drill")
        begin(lines["controller"])
        seen.until("What do you say first?")
        seen.page.reload()
        seen.until("You sit in: Petition lead. The drill has begun.")
        seen.press("Escape")
        seen.until("Your task and queue")
        seen.press("F10")
        seen.until("Give the seat up")
        seen.press("2", "Enter")
        seen.until("Your seat is kept for a minute.")
