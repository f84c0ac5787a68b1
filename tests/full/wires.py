"""A network of this machine's own: namespaces of the kernel, each on a wire, and a switch that can treat wires badly.

The wires are TAP devices, so that frames can be lost, held up and overtaken on any kernel, below TCP and TLS. Needs
root, `ip` and /dev/net/tun.
"""

import contextlib
import ctypes
import fcntl
import heapq
import os
import select
import struct
import subprocess
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from random import Random

from simulator.room.shared.background import Background

TUNSETIFF = 0x400454CA
"""Names a TAP device (linux/if_tun.h)."""
IFF_TAP, IFF_NO_PI = 0x0002, 0x1000
CLONE_NEWNET = 0x40000000
LARGEST_FRAME = 65536


def ip(*words: str) -> None:
    """`ip`, which must succeed."""
    subprocess.run(["ip", *words], check=True, capture_output=True, text=True)


class Switch:
    """Carries frames between wires; what befalls them is drawn from a seed."""

    def __init__(self, wires: Mapping[str, int], seed: int) -> None:
        """*wires*: the open TAP device of each."""
        self._wires, self._chance = wires, Random(seed)
        self.loss = 0.0
        """The share of frames that are lost."""
        self.delay = (0.0, 0.0)
        """The fewest and the most seconds for which a frame is held up: those held up less overtake others."""
        self.cut: frozenset[str] = frozenset()
        """The wires on which nothing passes, without a sign at either end."""
        self.lost = 0
        self._late: list[tuple[float, int, int, bytes]] = []
        self._count = 0
        self._on = True
        self._thread = threading.Thread(target=self._run, name="switch", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while self._on:
            wait = min(0.05, max(0.0, self._late[0][0] - time.monotonic())) if self._late else 0.05
            ready, _, _ = select.select(list(self._wires.values()), [], [], wait)
            for name, wire in self._wires.items():
                if wire in ready:
                    self._take(name, wire)
            while self._late and self._late[0][0] <= time.monotonic():
                _, _, wire, frame = heapq.heappop(self._late)
                self._put(wire, frame)

    def _take(self, name: str, wire: int) -> None:
        with contextlib.suppress(OSError):
            frame = os.read(wire, LARGEST_FRAME)
            for other, sink in self._wires.items():
                if other == name or {other, name} & self.cut:
                    continue
                if self._chance.random() < self.loss:
                    self.lost += 1
                    continue
                self._count += 1
                due = time.monotonic() + self._chance.uniform(*self.delay)
                heapq.heappush(self._late, (due, self._count, sink, frame))

    def _put(self, wire: int, frame: bytes) -> None:
        # A wire whose device is down takes nothing.
        with contextlib.suppress(OSError):
            os.write(wire, frame)

    def close(self) -> None:
        self._on = False
        self._thread.join()
        for wire in self._wires.values():
            os.close(wire)


class Network:
    """Places, each a namespace with one wire to the switch; they are 10.77.0.1, 10.77.0.2 …"""

    def __init__(self, places: tuple[str, ...], seed: int) -> None:
        """Raises OSError or `CalledProcessError` where this machine lets nobody make one."""
        self.names = {place: f"drillroom-{place}-{os.getpid()}" for place in places}
        self.addresses = {place: f"10.77.0.{number}" for number, place in enumerate(places, 1)}
        self.switch = Switch({place: self._wired(place) for place in places}, seed)

    def _wired(self, place: str) -> int:
        name, device = self.names[place], f"dr{os.getpid() % 100000}{place[:6]}"
        ip("netns", "add", name)
        wire = os.open("/dev/net/tun", os.O_RDWR)
        fcntl.ioctl(wire, TUNSETIFF, struct.pack("16sH22x", device.encode(), IFF_TAP | IFF_NO_PI))
        ip("link", "set", device, "netns", name, "name", "wire")
        ip("-n", name, "address", "add", f"{self.addresses[place]}/24", "dev", "wire")
        ip("-n", name, "link", "set", "lo", "up")
        ip("-n", name, "link", "set", "wire", "up")
        return wire

    def down(self, place: str) -> None:
        """Cut its wire so that the place itself sees it."""
        ip("-n", self.names[place], "link", "set", "wire", "down")

    def up(self, place: str) -> None:
        ip("-n", self.names[place], "link", "set", "wire", "up")

    def inside(self, place: str) -> tuple[str, ...]:
        """What the call of a program in this place begins with."""
        return ("ip", "netns", "exec", self.names[place])

    def loop(self, place: str) -> Background:
        """An asyncio loop whose links begin in this place."""
        loop = Background()
        loop.run(_enter(Path("/run/netns") / self.names[place]))
        return loop

    def close(self) -> None:
        self.switch.close()
        for name in self.names.values():
            ip("netns", "del", name)


async def _enter(namespace: Path) -> None:
    """The thread that runs this goes into a namespace of the network."""
    with namespace.open() as file:
        if ctypes.CDLL(None, use_errno=True).setns(file.fileno(), CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
