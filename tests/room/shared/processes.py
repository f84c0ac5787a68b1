"""`drillroom host` as a program of its own: started, killed, and taken up again at the same port."""

import os
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from simulator.room.shared.model import Role
from simulator.room.shared.reaching import Address, Wish

ROOT = Path(__file__).parents[3]
CALLS = {"controller": "controller", "seat": "trainee", "evaluator": "evaluator", "observer": "observer"}
"""How the host's lines call each role."""


class Hosting:
    """A host of the network, encrypted, with everything it keeps in one folder."""

    def __init__(self, folder: Path, scenario: str = "event", before: Sequence[str] = ()) -> None:
        """*before*: what its call begins with, to run it in another place."""
        self.folder, self.journal, self._before = folder, folder / "drill.jsonl", before
        self._errors = (folder / "errors.txt").open("a", encoding="utf-8")
        self._call(scenario, "--seed", "7", "--port", "0", "--journal", str(self.journal))

    def _call(self, *words: str) -> None:
        home = {name: str(self.folder / "home") for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
        call = [*self._before, sys.executable, "-m", "tui.main", "--lang", "en", "host", "--lan", *words]
        self._process = subprocess.Popen(
            call, cwd=ROOT, env={**os.environ, **home, "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=subprocess.PIPE, stderr=self._errors, text=True,
        )  # fmt: skip
        assert self._process.stdout is not None
        self.said = ""
        for line in self._process.stdout:
            self.said += line
            if line.startswith("Seed"):
                return
        raise AssertionError(self.said + (self.folder / "errors.txt").read_text(encoding="utf-8"))

    def typed(self, role: Role) -> re.Match[str]:
        """The line that tells what a role types."""
        found = re.search(
            rf"^{CALLS[role]}: .*? \S+:(\d+) .*?--code (\S+) --fingerprint (\S+)$", self.said, re.MULTILINE
        )
        assert found is not None, self.said
        return found

    @property
    def port(self) -> int:
        return int(self.typed("seat").group(1))

    @property
    def fingerprint(self) -> str:
        return self.typed("seat").group(3)

    def address(self, host: str = "127.0.0.1") -> Address:
        return Address(host, self.port, True, self.fingerprint)

    def wish(self, role: Role, seat: str = "", name: str = "Lin Qiao") -> Wish:
        return Wish(role, name, self.typed(role).group(2), seat)

    def kill(self) -> None:
        """As `kill -9` does: nothing is written any more, nobody is told."""
        self._end(signal.SIGKILL)

    def take_up(self) -> None:
        """`drillroom host --resume`, at the port it had."""
        self._call("--port", str(self.port), "--resume", str(self.journal))

    def fill_disk(self, more: int = 0) -> None:
        """No file of this process may grow beyond what the journal has, and *more* bytes: the system refuses it."""
        self._let_grow(self.journal.stat().st_size + more)

    def free_disk(self) -> None:
        self._let_grow(resource.RLIM_INFINITY)

    def _let_grow(self, size: int) -> None:
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def close(self) -> None:
        """Ask it to end, and wait until it has."""
        self._end(signal.SIGTERM)
        self._errors.close()

    def _end(self, how: signal.Signals) -> None:
        self._process.send_signal(how)
        try:
            self._process.wait(30)
        finally:
            self._process.kill()
            assert self._process.stdout is not None
            self._process.stdout.close()
