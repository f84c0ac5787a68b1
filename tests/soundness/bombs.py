"""Files made to exhaust whoever reads them: `python -m tests.soundness.bombs FOLDER` writes each, then checks, runs or
verifies it as a user would, within little memory and time, and prints each name with the status of the call.
"""

import json
import resource
import sys
from collections.abc import Mapping
from pathlib import Path

from simulator.journal.entry import FORMAT, HEADER, NOTE, Entry
from simulator.journal.lines import LINE_LIMIT, chain
from tests.engine.little import LITTLE
from tests.players.sample import MORNING
from tui.main import drillroom

MEMORY = 1 << 30
"""Bytes that all of them together may take; the program itself takes a fifth of it."""
SECONDS = 60
"""Of work for all of them together."""

LAUGHS = "\n".join(
    [
        "a: &a [x,x,x,x,x,x,x,x,x]",
        *(f"{b}: &{b} [*{a},*{a},*{a},*{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    ]
)
WHENS = {
    "brackets": "(" * 900 + "elapsed > 1m" + ")" * 900, "nots": "not " * 490 + "false", "sums": "1+" * 900 + "1 > 0",
    "sinces": "since(" * 300 + "a" + ")" * 300, "acts": "listen(incident=" * 100 + "x" + ")" * 100,
    "ands": "elapsed > 1m and " * 117 + "true", "number": "elapsed > " + "9" * 1900, "time": f"elapsed > {'9' * 1900}d",
    "long": "x" * 100_000,
}  # fmt: skip


def inject(**settings: object) -> dict[str, object]:
    return {"at": "1m", "to": "commander", "text": "A shout.", **settings}


def little(**changes: object) -> str:
    return json.dumps(LITTLE | changes)


def scenarios() -> Mapping[str, str]:
    """Scenarios by name."""
    wrong = {f"i{n}": inject(urgent="x") for n in range(4000)}
    unknown = {f"i{n}": inject(at=f"z{n} + 1m") for n in range(2000)}
    around = {f"i{n}": inject(at=f"i{(n + 1) % 3000} + 1m") for n in range(3000)}
    return {
        "laughs": LAUGHS, "lists": "[" * 500_000, "maps": "{a: " * 300_000, "dashes": "- " * 500_000,
        "quotes": '"' * 1_000_000, "digits": f"length: {'9' * 1_000_000}",
        "keys": "\n".join(f"k{n}: 1" for n in range(30_000)),
        "question": "? " * 300_000, "block": "a: |\n" + " x\n" * 400_000, "faults": "a: on\n" * 250_000,
        "comment": "#" * 2_000_000, "large": " " * 3_000_000, "nothing": "\x00" * 1_000_000,
        "text": little(briefing="{residents.people}" * 90_000),
        "people": little(injects={"a": inject(add={"residents.people": 1e9})}),
        "harm": little(injects={"a": inject(harm={"injured": 9_999_999})}), "around": little(injects=around),
        "wrong": little(injects=wrong), "unknown": little(injects=unknown), "word": little(length="9" * 1_000_000),
        "again": little(injects={"a": inject(repeat="0s")}), "circle": little(injects={"a": inject(inject="a")}),
        "places": little(places=LITTLE["places"] | {f"p{n}": {"name": "x"} for n in range(4_000)}),
        **{f"when-{name}": little(injects={"a": {"when": when, "to": "commander", "text": "x"}})
           for name, when in WHENS.items()},
    }  # fmt: skip


def journals() -> Mapping[str, bytes]:
    """Journals by name."""
    deep = b'{"n":0,"t":"T+000:00:00","seat":null,"kind":"header","data":' + b"[" * 2_000_000
    header = Entry(0, 0, None, HEADER, {"format": FORMAT, "seats": {}, "resolved": {}})
    notes = [header, *(Entry(n, 0, "x", NOTE, {"text": "x" * 3000}) for n in range(1, 3_000))]
    return {
        "line": b"x" * (LINE_LIMIT * 8), "deep": deep + b"\n", "zeros": bytes(30_000_000), "ends": b"\n" * 3_000_000,
        "number": b'{"n":' + b"9" * 3_000_000 + b"}\n", "notes": b"".join(line + b"\n" for line in chain(notes)),
        "time": next(iter(chain([header]))).replace(b"T+000", b"T+" + b"9" * 100_000) + b"\n",
    }  # fmt: skip


def scripts() -> Mapping[str, str]:
    """Scripts by name."""
    acts = "\n".join(f'- {{at: {n // 60}m{n % 60}s, seat: commander, note: "x"}}' for n in range(10_000))
    return {"acts": f"format: 1\nacts:\n{acts}\n", "nested": "format: 1\nacts: " + "[" * 100_000}


def status(*words: str | Path) -> int:
    """The status of a call; its words go nowhere."""
    try:
        drillroom.main([str(word) for word in words], prog_name="drillroom")
    except SystemExit as left:
        return int(left.code or 0)


def main(folder: Path) -> None:
    """Write and open every one of them."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    found: dict[str, int] = {}
    file = folder / "scenario.yaml"
    for name, text in scenarios().items():
        file.write_text(text, encoding="utf-8")
        found[name] = status("run", file, "--seed", "1", "--json")
    for name, data in journals().items():
        (folder / "drill.jsonl").write_bytes(data)
        found[f"journal {name}"] = status("verify", folder / "drill.jsonl")
    file.write_text(MORNING, encoding="utf-8")
    for name, text in scripts().items():
        (folder / "script.yaml").write_text(text, encoding="utf-8")
        found[f"script {name}"] = status("run", file, "--script", folder / "script.yaml", "--seed", "1", "--json")
    (folder / "statuses.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
