"""Small written values: durations, windows, ranges, areas, moments, ids. Each is read from what an
author types (`8m..14m`, `120 m2`, `doors + 4m`) and written back the same.
"""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, PlainSerializer
from pydantic_core import CoreSchema, core_schema

from simulator.clock import LONGEST, duration, malformed, seconds, time_of_day

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
"""The name by which things refer to one another: lower case, digits, underscores."""
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
"""The name of a file's subject: as `Id`, with hyphens."""
Count = Annotated[int, Field(strict=True, ge=0, le=10_000_000)]
Share = Annotated[float, Field(strict=True, ge=0, le=1)]
Amount = Annotated[float, Field(strict=True, ge=-1e9, le=1e9)]
Yes = Annotated[bool, Field(strict=True)]


def _read_seconds(written: Any) -> int:
    if isinstance(written, bool) or not isinstance(written, str):
        raise malformed("a time without its unit", "write 90s, 10m, 1h30m or 15d")
    return seconds(written)


Seconds = Annotated[
    int,
    BeforeValidator(_read_seconds),
    PlainSerializer(duration),
    Field(ge=0, le=LONGEST, json_schema_extra={"type": "string", "examples": ["90s", "10m", "1h30m"]}),
]
"""A duration in seconds, written with its unit."""


def _read_area(written: Any) -> float:
    match = re.fullmatch(r"(\d{1,9}(?:\.\d{1,3})?) ?m2", written, re.ASCII) if isinstance(written, str) else None
    if not match or float(match[1]) <= 0:
        raise malformed("'{written}' is not an area", "write it as 120 m2", written=str(written)[:40])
    return float(match[1])


Area = Annotated[float, BeforeValidator(_read_area), PlainSerializer(lambda area: f"{area:.10g} m2")]
"""An area in square metres, written `120 m2`."""


def _read_metres(written: Any) -> float:
    if isinstance(written, float | int) and not isinstance(written, bool) and written == 0:
        return 0.0
    match = re.fullmatch(r"(\d{1,6}(?:\.\d{1,3})?) ?metres?", written, re.ASCII) if isinstance(written, str) else None
    if not match:
        raise malformed("'{written}' is not a length", "write it as 12 metres", written=str(written)[:40])
    return float(match[1])


Metres = Annotated[float, BeforeValidator(_read_metres), PlainSerializer(lambda metres: f"{metres:.10g} metres")]
"""A length in metres, written `12 metres`: `m` alone is minutes."""


def _read_pace(written: Any) -> int:
    match = re.fullmatch(r"(\d{1,4})x", written) if isinstance(written, str) else None
    if not match or int(match[1]) == 0:
        raise malformed("'{written}' is not a pace", "write 12x for twelve exercise seconds a second", written=written)
    return int(match[1])


Pace = Annotated[int, BeforeValidator(_read_pace), PlainSerializer(lambda pace: f"{pace}x")]
"""Exercise seconds per real second."""


def _read_clock(written: Any) -> int:
    return time_of_day(written if isinstance(written, str) else str(written))


ClockTime = Annotated[
    int, BeforeValidator(_read_clock), PlainSerializer(lambda s: f"{s // 3600:02d}:{s // 60 % 60:02d}")
]
"""A time of day in seconds after midnight, written `"07:40"`."""


class Written(ABC):
    """A value that is read from a text and written back as it."""

    @classmethod
    @abstractmethod
    def read(cls, written: Any) -> "Written":
        """The value of what an author types. Raises `Malformed` where it is none."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["string", "integer"], "description": (cls.__doc__ or "").split("\n")[0]}


@dataclass(frozen=True)
class Window(Written):
    """A duration or a range of durations in seconds, `10m` or `8m..14m`; a range is drawn from the seed."""

    low: int
    high: int

    @classmethod
    def read(cls, written: Any) -> "Window":
        if isinstance(written, Window):
            return written
        low, _, high = (written if isinstance(written, str) else str(written)).partition("..")
        found = cls(_read_seconds(low), _read_seconds(high or low))
        if not isinstance(written, str) or found.low > found.high:
            raise malformed("'{written}' runs backwards", "write the smaller time first: 8m..14m", written=written)
        return found

    def __str__(self) -> str:
        return duration(self.low) if self.low == self.high else f"{duration(self.low)}..{duration(self.high)}"

    @property
    def fixed(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True)
class Range(Written):
    """A whole number or a range of them, `3` or `2..5`; a range is drawn from the seed."""

    low: int
    high: int

    @classmethod
    def read(cls, written: Any) -> "Range":
        if isinstance(written, Range):
            return written
        match = None if isinstance(written, bool) else re.fullmatch(r"(\d{1,7})(?:\.\.(\d{1,7}))?", str(written))
        if not match or int(match[2] or match[1]) < int(match[1]):
            raise malformed(
                "'{written}' is not a whole number or a range", "write 3 or 2..5", written=str(written)[:40]
            )
        return cls(int(match[1]), int(match[2] or match[1]))

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}..{self.high}"


@dataclass(frozen=True)
class Moment(Written):
    """When something is: `12m`, `12m..16m`, `"11:00"`, `doors + 4m`, `doors + 2m..5m`."""

    after: str
    """The inject, stage (`residents.blocking`), decision or order it counts from; empty: from the start."""
    window: Window
    clock: int | None = None
    """Seconds after midnight, where it is a time of the scenario's clock."""

    @classmethod
    def read(cls, written: Any) -> "Moment":
        if isinstance(written, Moment):
            return written
        text = written if isinstance(written, str) else ""
        if re.fullmatch(r"\d\d:\d\d", text):
            return cls("", Window(0, 0), time_of_day(text))
        match = re.fullmatch(r"(?:([a-z][a-z0-9_.]*)(?: ?\+ ?(\S+))?)", text)
        if match:
            return cls(match[1], Window.read(match[2] or "0m"))
        if not text:
            raise malformed("a time without its unit", 'write 12m, 12m..16m, "11:00" or doors + 4m')
        return cls("", Window.read(text))

    def __str__(self) -> str:
        if self.clock is not None:
            return f"{self.clock // 3600:02d}:{self.clock // 60 % 60:02d}"
        return f"{self.after} + {self.window}" if self.after else str(self.window)
