"""A scenario and names full of what should steer a terminal, run in a spreadsheet or break out of a page."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import yaml

from tests.players.sample import MORNING

ESCAPES = "\x1b]0;pwned\x07\x1b[2J\u202eLIVE\x9b31m\x7f\u2066"
FORMULAS = ('=HYPERLINK("https://example.invalid","x")', "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "＝1+1", "＠x")
MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>]]>&\"'`${7*7}{{7*7}}"
NAMED = ("title", "briefing", "name", "text", "task", "why", "reply", "summary", "notes")


def spiked(before: str) -> dict[str, Any]:
    """The small scenario with this before every text in it."""

    def change(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: change(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [change(inner) for inner in value]
        return before + value if isinstance(value, str) and key in NAMED else value

    found: dict[str, Any] = change(yaml.safe_load(MORNING))
    return found


def spiked_file(folder: Path, before: str) -> Path:
    """The same as a file; JSON is YAML, and its escapes bring in what YAML itself refuses."""
    path = folder / "scenario.yaml"
    path.write_text(json.dumps(spiked(before), indent=1), encoding="utf-8")
    return path


def steering_signs(text: str) -> list[str]:
    """The control characters and turning marks in a text; line ends and tabs are none."""
    odd = (
        sign
        for sign in text
        if sign not in "\n\t\ufeff" and unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    )
    return sorted({f"U+{ord(sign):04X}" for sign in odd} - {"U+200B", "U+200D", "U+00AD"})
