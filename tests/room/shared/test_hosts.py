"""A host that runs as a program of its own, encrypted, and what befalls it: killed in mid-drill, its disk full."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest

from simulator.errors import WriteError
from simulator.journal.acts import Note
from simulator.journal.controls import Turning
from simulator.journal.entry import CLOSING, NOTE, SIT
from simulator.journal.reading import read_journal
from simulator.rehearsal.verify import verify
from simulator.room.shared.client import Link
from tests.room.shared.processes import Hosting
from tests.room.shared.rooms import until

SOON = 0.1
"""Seconds after which a client of these tests says again what was not answered."""
SEATS = ("petition_lead", "commander")


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Hosting]:
    found = Hosting(tmp_path)
    yield found
    found.close()


@asynccontextmanager
async def three(host: Hosting) -> AsyncIterator[tuple[Link, list[Link]]]:
    """A controller, who has started the drill, and two trainees."""
    async with contextlib.AsyncExitStack() as stack:
        wishes = [host.wish("controller", name="Chen Yu")]
        wishes += [host.wish("seat", seat, name) for seat, name in zip(SEATS, ("Lin Qiao", "Wu Min"), strict=True)]
        controller, *links = [
            await stack.enter_async_context(Link(host.address(), wish, again=SOON)) for wish in wishes
        ]
        await controller.lead(Turning("start"))
        yield controller, links


async def notes(link: Link, taken: list[str], stop: asyncio.Event) -> None:
    """One note after another, each kept in mind once it is acknowledged. Raises where one is not."""
    assert link.welcome is not None
    while not stop.is_set():
        text = f"{link.welcome.seat} {len(taken)}"
        await link.give(Note(text))
        taken.append(text)


def kept(host: Hosting) -> list[str]:
    """The notes that stand in the journal, seat by seat."""
    entries = [entry for entry in read_journal(host.journal).entries if entry.kind == NOTE]
    return [entry.payload["text"] for seat in SEATS for entry in entries if entry.seat == seat]


def stands(link: Link, status: str, trouble: str) -> bool:
    """How the room stands, as a client was told."""
    return (link.standing.status, link.standing.trouble) == (status, trouble)


async def ended_and_scored(controller: Link) -> None:
    await controller.lead(Turning("end"))
    await until(controller, lambda: controller.standing.scored)


async def test_a_host_killed_in_mid_drill_goes_on_with_everybody_and_nothing_acknowledged_is_lost(
    host: Hosting,
) -> None:
    taken: list[list[str]] = [[], []]
    stop = asyncio.Event()
    async with three(host) as (controller, links):
        acting = [asyncio.create_task(notes(link, few, stop)) for link, few in zip(links, taken, strict=True)]
        await until(links[0], lambda: all(len(few) >= 20 for few in taken))
        told = host.fingerprint
        await asyncio.to_thread(host.kill)
        await until(controller, lambda: controller.broken is not None)
        await asyncio.to_thread(host.take_up)
        assert host.fingerprint == told
        await until(controller, lambda: controller.broken is None and controller.standing.status == "paused")
        await controller.lead(Turning("resume"))
        counts = [len(few) for few in taken]
        await until(links[0], lambda: all(len(few) > count for few, count in zip(taken, counts, strict=True)))
        stop.set()
        await asyncio.gather(*acting)
        await ended_and_scored(controller)
        sitters = [entry.payload["name"] for entry in controller.entries if entry.kind == SIT]
    assert sitters == ["Lin Qiao", "Wu Min"]
    assert kept(host) == [text for few in taken for text in few]
    assert verify(host.journal).problems == ()


async def test_a_disk_that_is_full_pauses_the_drill_which_goes_on_once_there_is_room(host: Hosting) -> None:
    async with three(host) as (controller, (link, other)):
        await link.give(Note("before"))
        host.fill_disk()
        with pytest.raises(WriteError, match="cannot keep the journal"):
            await link.give(Note("lost"))
        for each in (controller, link, other):
            await until(each, partial(stands, each, "paused", "disk"))
        with pytest.raises(WriteError, match="cannot keep the journal"):
            await controller.lead(Turning("resume"))
        host.free_disk()
        await controller.lead(Turning("resume"))
        await until(other, partial(stands, other, "running", ""))
        await link.give(Note("after"))
        await ended_and_scored(controller)
        assert [entry.kind for entry in controller.entries].count(CLOSING) == 1
    assert kept(host) == ["before", "after"]
    assert verify(host.journal).problems == ()


async def test_a_disk_that_holds_half_a_line_more_keeps_no_half_line(host: Hosting) -> None:
    async with three(host) as (controller, (link, _)):
        host.fill_disk(more=40)
        with pytest.raises(WriteError, match="cannot keep the journal"):
            await link.give(Note("a line that is longer than the room that is left for it on this disk"))
        host.free_disk()
        await until(controller, lambda: controller.standing.status == "paused")
        await controller.lead(Turning("resume"))
        await ended_and_scored(controller)
    assert verify(host.journal).problems == ()
