"""What the program says to a person, before it is put into their language.

A `Said` is a template and its values; a `Translator` turns it into English or Chinese at the edge
(screen, line, report). Lower floors therefore never decide a language. Scenario text is not this:
it is `Text`, written by the author in both languages.
"""

from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable


@runtime_checkable
class Written(Protocol):
    """Text that an author wrote (`simulator.language.text.Text`), as far as whoever speaks must know it: help and
    version start without the models.
    """

    def in_language(self, language: str) -> str:
        """The text in a language, or in its source language."""
        ...


@dataclass(frozen=True, slots=True)
class Said:
    """One message: an English template with `{name}` fields, which is also its catalogue key."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)
    """Values for the fields: numbers, ids, other `Said`s, or `Text`s (each put into the same language)."""

    def __str__(self) -> str:
        return self.template.format(**{name: str(value) for name, value in self.values.items()})


def say(template: str, **values: Any) -> Said:
    """Mark a template for translation and bind its values: `say("no seat '{seat}'", seat=seat)`."""
    return Said(template, values)
