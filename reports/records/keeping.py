"""Keeping journals in the records: one at its drill's end, or many, each that cannot be kept with its reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import CallError, DrillroomError, FileError, JournalError
from simulator.journal.disk import cannot_read
from simulator.language.said import Said, say

ENDING = ".jsonl"
"""Of the journals that a folder is searched for."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one journal: it is kept, or the reason why not."""

    path: Path
    new: bool = False
    error: DrillroomError | None = None


def keep_finished(path: Path, url: str | None = None) -> Said | None:
    """Keep a drill that has just ended. Whatever is wrong with the records is answered as a warning, never raised:
    the journal remains, and `drillroom records add` keeps it later. Nothing is said of a drill that only bots played.
    """
    # Loaded here: SQLAlchemy is not needed before a drill has ended.
    from reports.records.played import OnlyBots
    from reports.records.store import open_records

    try:
        with open_records(url) as records:
            records.keep(path)
    except OnlyBots:
        return None
    except DrillroomError as error:
        return say("the drill is not in the records: {reason}; the journal remains", reason=error.message)
    except Exception as error:
        # A fault here must not take the score of a finished drill with it.
        fault = say("{fault}", fault=type(error).__name__)
        return say("the drill is not in the records: {reason}; the journal remains", reason=fault)
    return None


def keep_all(url: str | None, paths: Iterable[Path], bots: bool, replay: bool) -> Iterator[Outcome]:
    """Keep journals one after the other. Raises where the records cannot be opened or written."""
    from reports.records.played import played
    from reports.records.store import open_records

    with open_records(url) as records:
        for path in paths:
            try:
                drill = played(path, bots, replay)
            except (JournalError, FileError) as error:
                yield Outcome(path, error=error)
                continue
            yield Outcome(path, records.put(drill, bots).new)


def rebuild(url: str | None, paths: Iterable[Path], bots: bool, replay: bool) -> Iterator[Outcome]:
    """Throw away all that came from journals and keep these instead; people and hand-made changes stay."""
    from reports.records.store import open_records

    open_records(url, renew=True).close()
    yield from keep_all(url, paths, bots, replay)
    with open_records(url) as records:
        records.tidy()


def known_journals(url: str | None) -> tuple[Path, ...]:
    """Where the journals lie that the records were made from; none where these are of an older version.

    Raises as opening does in all other cases.
    """
    from reports.records.store import open_records
    from simulator.errors import ContentError

    try:
        with open_records(url) as records:
            return tuple(Path(drill.path) for drill in records.drills())
    except ContentError:
        return ()


def journals_in(places: Iterable[Path]) -> list[Path]:
    """The journals at these places, each a file or a folder with everything below it; every one once, by name.

    Raises `CallError` for a place that is not there.
    """
    found: dict[Path, Path] = {}
    for place in places:
        try:
            inside = sorted(place.rglob(f"*{ENDING}")) if place.is_dir() else [place]
            if not place.exists():
                raise CallError(say("{path} does not exist", path=str(place)), say("check the name"))
        except OSError as error:
            raise cannot_read(place, error) from error
        for path in inside:
            found.setdefault(path.resolve(), path)
    return list(found.values())
