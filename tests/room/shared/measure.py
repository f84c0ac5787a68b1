"""Measures a room with 40 seats: `python -m tests.room.shared.measure`. A script, not a test.

The host runs in a process of its own, all clients in this one; both share this machine's cores. Every trainee acts
again and again (a note), while the controller changes the pace now and then; measured are the milliseconds from an
act to its receipt, and from the controller's act to the last of all screens that shows it.
"""

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path

from simulator.journal.acts import Note
from simulator.journal.controls import Turning
from simulator.room.shared.client import Link
from simulator.room.shared.hosting import Terms, host_rooms
from simulator.room.shared.opening import open_shared
from simulator.room.shared.reaching import Address, Wish
from tests.engine.little import little

SEATS = 40
ROUNDS = 60
ACTS = 10
"""Acts of each trainee."""


def host(folder: Path, lan: bool) -> None:
    """Host the room until the parent has had enough."""
    scenario = little(seats={f"seat_{number}": {"role": "petition_lead"} for number in range(SEATS)},
                      units={})  # fmt: skip
    shared = open_shared(scenario, 1, folder / "drill.jsonl", time.monotonic, None)
    with host_rooms({"forty": shared}, Terms(lan=lan)) as found:
        codes = found.codes()
        print(found.port, codes["seat"], codes["controller"], found.fingerprint.replace(" ", ""), flush=True)
        sys.stdin.read()


async def measure(port: int, seat_code: str, controller_code: str, fingerprint: str) -> None:
    address = Address("127.0.0.1", port, bool(fingerprint), fingerprint)
    async with AsyncExitStack() as stack:
        controller = await stack.enter_async_context(Link(address, Wish("controller", "Controller", controller_code)))
        wishes = [Wish("seat", f"Trainee {number}", seat_code) for number in range(SEATS)]
        links = [await stack.enter_async_context(Link(address, wish)) for wish in wishes]
        await controller.lead(Turning("start"))
        receipts = await asyncio.gather(*(_acts(link, number) for number, link in enumerate(links)))
        screens = [await _to_all(controller, links, 12.0 + number / 100) for number in range(1, ROUNDS + 1)]
        _show("act -> receipt, 40 acting at once", [each for few in receipts for each in few])
        _show("act -> every screen", screens)


async def _acts(link: Link, number: int) -> list[float]:
    took: list[float] = []
    for act in range(ACTS):
        began = time.perf_counter()
        await link.give(Note(f"{number}: note {act}"))
        took.append(1000 * (time.perf_counter() - began))
        await asyncio.sleep(0.5 + number / 200)
    return took


async def _to_all(controller: Link, links: list[Link], pace: float) -> float:
    began = time.perf_counter()
    shown = [asyncio.create_task(_shows(link, pace)) for link in links]
    await controller.lead(Turning("pace", pace))
    await asyncio.gather(*shown)
    took = 1000 * (time.perf_counter() - began)
    await asyncio.sleep(0.3)
    return took


async def _shows(link: Link, pace: float) -> None:
    while link.standing.pace != pace:
        link.changed.clear()
        await link.changed.wait()


def _show(what: str, took: list[float]) -> None:
    found = sorted(took)
    p99 = found[min(len(found) - 1, int(0.99 * len(found)))]
    print(f"  {what}: median {statistics.median(found):.0f} ms, p99 {p99:.0f} ms, n {len(found)}")


def main() -> None:
    """Measure without encryption, then with it."""
    for lan in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            call = [sys.executable, "-m", "tests.room.shared.measure", folder, "lan" if lan else ""]
            with subprocess.Popen(call, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as other:
                assert other.stdout is not None
                port, seat, controller, *rest = other.stdout.readline().split()
                print("with TLS" if lan else "without TLS", flush=True)
                asyncio.run(measure(int(port), seat, controller, rest[0] if rest else ""))
                assert other.stdin is not None
                other.stdin.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        host(Path(sys.argv[1]), sys.argv[2] == "lan")
    else:
        main()
