"""A small disk that others fill while a shared drill is played on it."""

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.errors import WriteError
from simulator.journal.acts import Note
from simulator.journal.controls import Turning
from simulator.journal.entry import NOTE
from simulator.journal.reading import read_journal
from simulator.rehearsal.verify import verify
from simulator.room.shared.client import Link
from tests.room.shared.processes import Hosting
from tests.room.shared.rooms import until

SIZE = "2m"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(tmp_path)], check=True)
    yield tmp_path
    subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)


def fill(disk: Path) -> Path:
    """Fill it with a file of somebody else's, to the last byte."""
    other = disk / "other"
    with contextlib.suppress(OSError), other.open("ab", buffering=0) as file:
        while True:
            file.write(b"\0" * 512)
    return other


async def write_on(link: Link, taken: list[str]) -> None:
    """Note after note, each kept in mind once it was taken. Raises why the last was not."""
    while True:
        await link.give(Note(f"note {len(taken)}"))
        taken.append(f"note {len(taken)}")


async def test_a_drill_pauses_on_a_disk_that_is_full_and_goes_on_once_it_is_not(disk: Path) -> None:
    host = Hosting(disk)
    taken: list[str] = []
    with contextlib.closing(host):
        async with (
            Link(host.address(), host.wish("controller", name="Chen Yu"), again=0.1) as controller,
            Link(host.address(), host.wish("seat", "petition_lead"), again=0.1) as link,
        ):
            await controller.lead(Turning("start"))
            for _ in range(2):
                other = fill(disk)
                with pytest.raises(WriteError, match="cannot keep the journal"):
                    await write_on(link, taken)
                await until(controller, lambda: controller.standing.trouble == "disk")
                assert controller.standing.status == "paused"
                other.unlink()
                await controller.lead(Turning("resume"))
                await link.give(Note(f"note {len(taken)}"))
                taken.append(f"note {len(taken)}")
            await controller.lead(Turning("end"))
            await until(controller, lambda: controller.standing.scored)
        entries = read_journal(host.journal).entries
        assert [entry.payload["text"] for entry in entries if entry.kind == NOTE] == taken
        assert verify(host.journal).problems == ()
