"""A rehearsal as the object that `rehearse --json` prints. Reasons come ready in a language."""

from collections.abc import Callable
from typing import Any

from simulator.language.said import Said
from simulator.rehearsal.exam.options import Worth
from simulator.rehearsal.exam.quality import Earned, Item
from simulator.rehearsal.exam.rehearsing import Rehearsal
from simulator.rehearsal.exam.statistics import Spread


def as_json(found: Rehearsal, spoken: Callable[[Said], str]) -> dict[str, Any]:
    """All keys of the public interface, and more; figures to four decimals."""
    return {
        "scenario": found.scenario,
        "seed": found.base,
        "runs": found.runs,
        "wanted": found.wanted,
        "players": {player: _earned(earned) for player, earned in found.players.items()},
        "separation": [
            {"better": step.better, "worse": step.worse, "auc": _figure(step.auc), "clear": step.clear}
            for step in found.separation
        ],
        "blind": {player: _figure(share) for player, share in found.blind.items()},
        "expectations": [_item(item) for item in found.items],
        "options": [_worth(worth) for worth in found.options],
        "coverage": {
            kind: {
                "reached": each.reached, "of": len(each.counts), "share": _figure(each.share),
                "runs": dict(each.counts),
            }
            for kind, each in found.coverage.items()
        },
        "never": [{"path": each.path, "why": "; ".join(map(spoken, each.why))} for each in found.never],
        "runs_per_second": _figure(found.runs_per_second),
    }  # fmt: skip


def _figure(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _spread(value: Spread | None) -> dict[str, float | None] | None:
    if value is None:
        return None
    return {"mean": _figure(value.mean), "p10": _figure(value.p10), "p50": _figure(value.p50),
            "p90": _figure(value.p90)}  # fmt: skip


def _earned(earned: Earned) -> dict[str, Any]:
    return {
        "runs": earned.overall.number,
        "overall": _spread(earned.overall),
        "outcome": _spread(earned.outcome),
        "ratings": dict(earned.ratings),
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "due": item.due,
        "earned": _figure(item.earned),
        "discrimination": _figure(item.discrimination),
        "tells": item.tells,
        "players": {player: _figure(share) for player, share in item.by_player.items()},
    }


def _worth(worth: Worth) -> dict[str, Any]:
    return {
        "decision": worth.decision,
        "option": worth.option,
        "quality": worth.quality,
        "conduct": worth.conduct,
        "book": worth.book,
        "taken": dict(worth.taken),
        "difference": _figure(worth.difference),
        "flags": list(worth.flags),
    }
