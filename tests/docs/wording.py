"""The words of the reference in one language, from `docs/trainers/reference.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from simulator.language.text import Text
from tests.docs.settings import Setting

TRAINERS = Path(__file__).parents[2] / "docs" / "trainers"
LANGUAGES = ("en", "zh")
OTHERS = ("any", "parts", "kinds", "choices")
"""What stands in the file besides blocks."""


@cache
def words() -> Mapping[str, Any]:
    """The file, whole."""
    found: Mapping[str, Any] = yaml.safe_load((TRAINERS / "reference.yaml").read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True, slots=True)
class Wording:
    """One language of it."""

    language: str

    def title(self, block: str) -> str:
        """What a block is called."""
        return str(words()[block]["title"][self.language])

    def stands(self, block: str) -> str:
        """Where in a file a block stands; empty where that is said elsewhere."""
        return str(words()[block].get("stands", ""))

    def says(self, block: str) -> str:
        """A sentence on a block; empty where there is none."""
        return str(words()[block].get("says", {}).get(self.language, ""))

    def meaning(self, setting: Setting) -> str:
        """What a setting is."""
        return str(entry(setting)[self.language])

    def kind(self, name: str, **values: object) -> str:
        """How a type is called."""
        return str(words()["kinds"][name][self.language]).format(**values)

    def part(self, thing: str, name: str) -> str:
        """What a part is that conditions name."""
        return str(words()["parts"][thing][name][self.language])

    def choice(self, among: str, name: str) -> str:
        """What one of several words means that a setting can be."""
        return str(words()["choices"][among][name][self.language])

    def of(self, text: Text) -> str:
        """A text of a catalogue."""
        return text.in_language(self.language)


def entry(setting: Setting) -> Mapping[str, Any]:
    """The words of a setting: its own, or those that it shares with every block.

    Raises `KeyError` where there are none yet: they belong into `docs/trainers/reference.yaml`.
    """
    own, shared = words()[setting.block]["settings"], words()["any"]["settings"]
    found: Mapping[str, Any] | None = own.get(setting.name, shared.get(setting.name))
    if found is None:
        raise KeyError(f"docs/trainers/reference.yaml says nothing of {setting.path}")
    return found


def example(setting: Setting) -> str:
    """How a setting may be written, after its colon."""
    return str(entry(setting)["example"])
