"""A language of the interface where no scenario is at hand: what the lobby and its panels speak with."""

from dataclasses import dataclass

from simulator.language.said import Said
from simulator.language.text import Text
from simulator.language.translator import Translator

LANGUAGE_NAMES = {"en": "English", "zh": "中文"}


@dataclass(frozen=True, slots=True)
class Speech:
    """A translator, and how its language calls itself."""

    translator: Translator

    def say(self, template: str, **values: object) -> str:
        """A message of the interface."""
        return self.translator.say(Said(template, dict(values)))

    def said(self, said: Said | Text) -> str:
        return self.translator.say(said)

    @property
    def language_name(self) -> str:
        return LANGUAGE_NAMES[self.translator.language]
