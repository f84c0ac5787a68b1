"""What is asked of one record very often, worked out once: what conditions speak of, and when names change."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from simulator.evaluation.given import Given, GivenOrder, Timeline, name_of
from simulator.language.tree import Act, Expression, acts_in, reads


class Lookup:
    """Over what a record holds, once all of it has been read."""

    def __init__(
        self,
        moments: Sequence[tuple[int, int]],
        timelines: Sequence[Mapping[str, Timeline[Any]]],
        told: Mapping[tuple[str, str], Timeline[Any]],
        acts: Sequence[Sequence[Given]],
    ) -> None:
        self._moments, self._timelines, self._told, self._acts = moments, timelines, told, acts
        self._seconds: list[tuple[int, int]] = []
        self._changes: dict[str, list[int]] = {}
        self._reads: dict[int, tuple[str, ...]] = {}
        self._patterns: dict[int, tuple[Act, ...]] = {}

    def reads(self, tree: Expression) -> tuple[str, ...]:
        """The ids that a condition of the scenario hangs on."""
        # The scenario keeps its trees: an identity stands for one tree as long as its record lives.
        if id(tree) not in self._reads:
            self._reads[id(tree)] = reads(tree)
        return self._reads[id(tree)]

    def patterns(self, tree: Expression) -> tuple[Act, ...]:
        """The order patterns in a condition of the scenario."""
        if id(tree) not in self._patterns:
            self._patterns[id(tree)] = acts_in(tree)
        return self._patterns[id(tree)]

    @property
    def seconds(self) -> list[tuple[int, int]]:
        """The last entry of each second in which something was written, and the second, in order."""
        if not self._seconds:
            last = {second: entry for entry, second in self._moments}
            self._seconds = [(entry, second) for second, entry in last.items()]
        return self._seconds

    def changes(self, name: str) -> Sequence[int]:
        """The entries after which something about a name may be otherwise, for whichever seat."""
        if not self._changes:
            self._changes = self._all_changes()
        return self._changes.get(name, ())

    def _all_changes(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        named = [item for timelines in self._timelines for item in timelines.items()]
        for path, timeline in (*named, *((path, timeline) for (_, path), timeline in self._told.items())):
            found[path.partition(".")[0].partition("=")[0]] += timeline.entries
        for act in chain.from_iterable(self._acts):
            ends = (act.done, act.kept, act.broken) if isinstance(act, GivenOrder) else (act.done,)
            found[name_of(act)] += [end for end in ends if end is not None]
        return found
