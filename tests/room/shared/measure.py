"""Measures a room with 40 seats: `python -m tests.room.shared.measure [EXERCISE MINUTES]`. A script, not a test.

The host runs in a process of its own, all clients in this one; both share this machine's cores. The drill is the mass
petition with 40 seats, and runs at its own pace. Every trainee acts every other second (notes, and words to the next
seat); each second the controller sets the pace, by a hair, or says something to everybody. Measured are the
milliseconds from the controller's act to the last of all screens that shows it, from a trainee's act to its receipt,
and what processors and memory it took. The pace shows at once, a message comes with the next exercise second that the
host takes up, ten times a second.
"""

import asyncio
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

from simulator.authoring.library import find_scenario
from simulator.authoring.load import scenario_or_raise
from simulator.journal.acts import Act, Note, Order
from simulator.journal.controls import Doing, Speak, Turning
from simulator.room.settling import settle
from simulator.room.shared.client import Link
from simulator.room.shared.hosting import Terms, host_rooms
from simulator.room.shared.opening import open_shared
from simulator.room.shared.reaching import Address, Wish
from simulator.scenario.scenario import Scenario

SEATS = 40
MINUTES = 10
"""Exercise minutes of a run where nobody says otherwise: 50 seconds at the pace of this drill."""
EVERY = 2.0
"""Seconds between two acts of a trainee."""
TELLS = 10
"""Each so manieth act is a word to the next seat, the others are notes."""


# -- the host ----------------------------------------------------------------------------------------------


def forty() -> Scenario:
    """The mass petition with 40 seats."""
    written = scenario_or_raise(find_scenario("mass")).as_json()
    missing = SEATS - len(written["seats"])
    written["seats"] |= {f"window_{number}": {"role": "petition_lead"} for number in range(missing)}
    return Scenario.model_validate(written)


def host(folder: Path, lan: bool) -> None:
    """Host the room until the parent has had enough; answers each of its lines with processor seconds and MiB."""
    shared = open_shared(forty(), 1, folder / "drill.jsonl", time.monotonic, None)
    with host_rooms({"forty": shared}, Terms(lan=lan)) as found:
        settle()
        codes = found.codes()
        print(found.port, codes["seat"], codes["controller"], found.fingerprint.replace(" ", ""), flush=True)
        for _ in sys.stdin:
            print(time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)


class Child:
    """The host in its own process."""

    def __init__(self, folder: str, lan: bool) -> None:
        call = [sys.executable, "-m", "tests.room.shared.measure", "host", folder, "lan" if lan else ""]
        self._process = subprocess.Popen(call, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True)
        port, self.seat, self.controller, *rest = self._line().split()
        self.address = Address("127.0.0.1", int(port), lan, rest[0] if rest else "")

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def cost(self) -> tuple[float, float]:
        """Processor seconds and the most MiB so far."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        seconds, memory = self._line().split()
        return float(seconds), float(memory)

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


# -- the clients -------------------------------------------------------------------------------------------


async def measure(child: Child, minutes: float) -> None:
    """One run: everybody joins, acts and watches."""
    async with AsyncExitStack() as stack:
        wishes = [Wish("controller", "Controller", child.controller)]
        wishes += [Wish("seat", f"Trainee {number}", child.seat) for number in range(SEATS)]
        began = time.perf_counter()
        controller, *links = [await stack.enter_async_context(Link(child.address, wish)) for wish in wishes]
        print(f"  {SEATS + 1} have joined after {time.perf_counter() - began:.1f} s")
        await controller.lead(Turning("start"))
        await _run(child, controller, links, 60 * minutes / controller.standing.pace)


async def _run(child: Child, controller: Link, links: list[Link], seconds: float) -> None:
    before, own, began = child.cost()[0], time.process_time(), time.perf_counter()
    ends = began + seconds
    acting = [asyncio.create_task(_acts(link, number, ends)) for number, link in enumerate(links)]
    paces, messages = await _leads(controller, links, ends)
    receipts = [each for few in await asyncio.gather(*acting) for each in few]
    wall, (after, memory) = time.perf_counter() - began, child.cost()
    _show("the controller's act -> every screen", paces)
    _show("a message -> every screen", messages)
    _show("a trainee's act -> receipt", receipts)
    shares = [100 * (after - before) / wall, 100 * (time.process_time() - own) / wall]
    print(f"  one processor, over {wall:.0f} s: host {shares[0]:.0f} %, all clients together {shares[1]:.0f} %")
    print(f"  memory of the host at most: {memory:.0f} MiB")


async def _acts(link: Link, number: int, ends: float) -> list[float]:
    """A trainee acts again and again; answers how long each receipt took."""
    took: list[float] = []
    await asyncio.sleep(EVERY * number / SEATS)
    while (began := time.perf_counter()) < ends:
        await link.give(_next(link, len(took)))
        took.append(1000 * (time.perf_counter() - began))
        await asyncio.sleep(max(0.0, began + EVERY - time.perf_counter()))
    return took


def _next(link: Link, acts: int) -> Act:
    if acts % TELLS:
        return Note(f"note {acts}")
    assert link.welcome is not None
    seats = [each.seat for each in link.seating]
    other = seats[(seats.index(link.welcome.seat) + 1) % len(seats)]
    return Order("tell", {"seat": other, "about": "residents", "words": f"word {acts}"})


async def _leads(controller: Link, links: list[Link], ends: float) -> tuple[list[float], list[float]]:
    """What the controller does, once a second; answers how long each took to the last screen: the pace, a message."""
    took: tuple[list[float], list[float]] = [], []
    seats, pace, count = tuple(each.seat for each in controller.seating), controller.standing.pace, 0
    while (began := time.perf_counter()) < ends:
        count += 1
        if count % 2:
            doing: Doing = Turning("pace", pace + count / 1e6)
            shows: Callable[[Link], bool] = partial(_has_pace, pace + count / 1e6)
        else:
            doing, shows = (
                Speak(seats, "Announcer", f"announcement {count}"),
                partial(_has_words, f"announcement {count}"),
            )
        shown = [asyncio.create_task(_shown(link, shows)) for link in links]
        await controller.lead(doing)
        await asyncio.gather(*shown)
        took[(count + 1) % 2].append(1000 * (time.perf_counter() - began))
        await asyncio.sleep(max(0.0, began + 1 - time.perf_counter()))
    return took


def _has_pace(pace: float, link: Link) -> bool:
    return link.standing.pace == pace


def _has_words(words: str, link: Link) -> bool:
    return any(message["words"] == words for message in reversed(link.listener.parts["view.inbox"]))


async def _shown(link: Link, shows: Callable[[Link], bool]) -> None:
    while not shows(link):
        link.changed.clear()
        await link.changed.wait()


def _show(what: str, took: list[float]) -> None:
    found = sorted(took)
    p99 = found[min(len(found) - 1, int(0.99 * len(found)))]
    middle = statistics.median(found)
    print(f"  {what}: median {middle:.0f} ms, p99 {p99:.0f} ms, most {found[-1]:.0f} ms, n {len(found)}", flush=True)


def main(minutes: float) -> None:
    """Measure without encryption, then with it."""
    for lan in (False, True):
        print("with TLS" if lan else "without TLS", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            child = Child(folder, lan)
            try:
                asyncio.run(measure(child, minutes))
            finally:
                child.close()


if __name__ == "__main__":
    if sys.argv[1:2] == ["host"]:
        host(Path(sys.argv[2]), sys.argv[3] == "lan")
    else:
        main(float(sys.argv[1]) if sys.argv[1:] else MINUTES)
