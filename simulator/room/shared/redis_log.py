"""The numbered logs as Redis streams, so that other programs, on other machines, can follow them.

One stream for each seat of each room, `drillroom:ROOM:SEAT`; the line of number n has the id `0-(n+1)`, since a stream
has no id of nought. As with every log the journal is the truth: a stream that is lost is made anew.
"""

import json
from typing import Any

from simulator.errors import CallError, DrillroomError, WriteError
from simulator.language.said import Said, say
from simulator.room.shared.log import Line

PREFIX = "drillroom"
SLOWEST = 2.0
"""Seconds that the server may take for anything: a host does not wait longer."""


class RedisLog:
    """Logs in a Redis server, version 5 or later."""

    def __init__(self, url: str) -> None:
        """*url*: `redis://HOST:PORT/0`. Raises `CallError` where the client is not installed or nothing answers."""
        try:
            import redis
        except ImportError as error:
            raise CallError(say("Redis cannot be used here"), say("install the extra 'redis'")) from error
        self._failures: tuple[type[Exception], ...] = (redis.RedisError,)
        try:
            self._redis: Any = redis.Redis.from_url(
                url, decode_responses=True, socket_timeout=SLOWEST, socket_connect_timeout=SLOWEST
            )
            self._redis.ping()
        except (redis.RedisError, ValueError) as error:
            raise CallError(say("no Redis answers at {url}", url=_without_password(url)), _REMEDY) from error

    def append(self, room: str, seat: str, line: Line) -> None:
        written = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
        try:
            self._redis.xadd(_stream(room, seat), {"line": written}, id=f"0-{self.count(room, seat) + 1}")
        except self._failures as error:
            raise _lost(error) from error

    def read(self, room: str, seat: str, since: int, most: int) -> list[Line]:
        try:
            found = self._redis.xrange(_stream(room, seat), min=f"0-{max(0, since) + 1}", count=most)
        except self._failures as error:
            raise _lost(error) from error
        return [json.loads(fields["line"]) for _, fields in found]

    def count(self, room: str, seat: str) -> int:
        try:
            return int(self._redis.xlen(_stream(room, seat)))
        except self._failures as error:
            raise _lost(error) from error

    def clear(self, room: str) -> None:
        try:
            for stream in list(self._redis.scan_iter(f"{_stream(room, '')}*")):
                self._redis.delete(stream)
        except self._failures as error:
            raise _lost(error) from error


_REMEDY = say("check the address, or host without --redis")


def _stream(room: str, seat: str) -> str:
    return f"{PREFIX}:{room}:{seat}"


def _without_password(url: str) -> str:
    head, at, tail = url.rpartition("@")
    return f"{head.partition('//')[0]}//{tail}" if at else url


def _lost(error: Exception) -> DrillroomError:
    message: Said = say("the log in Redis cannot be kept: {reason}", reason=type(error).__name__)
    return WriteError(message, _REMEDY)
