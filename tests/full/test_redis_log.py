"""The logs in a real Redis server."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.errors import CallError, WriteError
from simulator.room.shared.redis_log import RedisLog
from tests.room.rooms import SEAT
from tests.room.shared.logs import line, must_keep_lines_in_their_order
from tests.room.shared.rooms import office

SOON = 20.0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """A Redis server of the test's own; where it is, and its process."""
    program = shutil.which("redis-server")
    assert program is not None, "install redis-server for the full check"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    call = [program, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(tmp_path), "--save", ""]
    with subprocess.Popen(call, stdout=subprocess.DEVNULL) as process:
        _wait_for(port)
        yield f"redis://127.0.0.1:{port}/0", process
        process.kill()


def _wait_for(port: int) -> None:
    ends = time.monotonic() + SOON
    while time.monotonic() < ends:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=SOON).close()
        except ConnectionRefusedError:
            continue
        return
    raise AssertionError("the Redis server does not answer")


def test_a_redis_log_keeps_lines_as_every_log_does(server: tuple[str, "subprocess.Popen[bytes]"]) -> None:
    must_keep_lines_in_their_order(RedisLog(server[0]))


def test_a_room_over_redis_tells_what_a_room_in_memory_tells(
    tmp_path: Path, server: tuple[str, "subprocess.Popen[bytes]"]
) -> None:
    (tmp_path / "memory").mkdir()
    rooms = [office(tmp_path, log=RedisLog(server[0])), office(tmp_path / "memory")]
    told = []
    for room in rooms:
        lin = room.enter(seat=SEAT)
        room.begin()
        room.run(1800)
        told.append(room.hub.lines(lin, 1, 1000))
    assert told[0] == told[1]


def test_a_redis_that_is_gone_is_told_in_words(server: tuple[str, "subprocess.Popen[bytes]"]) -> None:
    log = RedisLog(server[0])
    server[1].kill()
    server[1].wait()
    with pytest.raises(WriteError, match="cannot be kept"):
        log.append("one", SEAT, line(0))
    with pytest.raises(CallError, match="no Redis answers"):
        RedisLog("redis://user:secret@127.0.0.1:1/0")


def test_no_password_is_told(server: tuple[str, "subprocess.Popen[bytes]"]) -> None:
    with pytest.raises(CallError) as refused:
        RedisLog("redis://user:secret@127.0.0.1:1/0")
    assert "secret" not in str(refused.value)
