"""What happens in a by-the-book playthrough of each shipped scenario, in lines that a diff shows well.

`python -m tests.playthroughs.golden` writes the files anew; read what changed before committing it.
"""

from pathlib import Path

from simulator.clock import journal_time
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from tests.playthroughs.shipped import SCENARIOS, played

FOLDER = Path(__file__).parent / "golden"
SEED = 1

TOLD = (
    kinds.ORDER, kinds.ANSWER, kinds.DELIVERED, kinds.MESSAGE, kinds.PUT, kinds.SILENT, kinds.STAGE, kinds.HARM,
    kinds.STATE, kinds.KEPT, kinds.BROKEN, kinds.FAILED, kinds.ARRIVED, kinds.BEGAN, kinds.ENDED, kinds.STEP,
    kinds.SAFE, kinds.CROSSED,
)  # fmt: skip


def story(name: str) -> str:
    """The lines of one playthrough, its score at the end."""
    finished = played(name, "by-the-book", SEED)
    lines = [_line(entry) for entry in finished.journal if entry.kind in TOLD]
    team = finished.scorecard.team
    return "\n".join([*lines, f"overall {team.overall:.1f} {team.rating}"]) + "\n"


def _line(entry: Entry) -> str:
    payload = " ".join(
        f"{key}={_short(value)}" for key, value in entry.payload.items() if key not in ("numbers", "act")
    )
    return f"{journal_time(entry.time)} {entry.seat or '-'} {entry.kind} {payload}"


def _short(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for shipped in SCENARIOS:
        (FOLDER / f"{shipped}.txt").write_text(story(shipped), encoding="utf-8")
