"""Readiness as the object that `readiness --json` prints: ids and numbers, no words."""

import dataclasses
import math
from typing import Any

from reports.readiness.model import Readiness
from reports.readiness.statistics import Share, Spread


def as_json(ready: Readiness) -> dict[str, Any]:
    """Every part of readiness; shares and figures to four decimals, nothing for what never came."""
    found = {part.name: _plain(getattr(ready, part.name)) for part in dataclasses.fields(ready)}
    asked = found.pop("asked")
    if ready.asked.person:
        # Whoever was asked for by name may still not be shown by it.
        asked["person"] = ready.people[0].shown if ready.people else ""
    del asked["language"]
    return {"asked": asked, **found, "weakest": [clause.id for clause in ready.weakest]}


def _plain(value: Any) -> Any:
    match value:
        case Share():
            low, high = value.interval
            return {"part": value.part, "of": value.of, "value": _number(value.value),
                    "low": _number(low), "high": _number(high), "small": value.small}  # fmt: skip
        case Spread():
            return {part.name: _plain(getattr(value, part.name)) for part in dataclasses.fields(value)}
        case float():
            return _number(value)
        case tuple() | list():
            return [_plain(each) for each in value]
        case dict():
            return {str(name): _plain(each) for name, each in value.items()}
        case _ if dataclasses.is_dataclass(value):
            return {part.name: _plain(getattr(value, part.name)) for part in dataclasses.fields(value)}
        case _:
            return value


def _number(value: float | None) -> float | None:
    return None if value is None or math.isinf(value) else round(value, 4)
