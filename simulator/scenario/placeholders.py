"""Names in braces in an author's text: `{residents.people} people at the door`."""

import re

from simulator.language.text import Text

_NAME = re.compile(r"\{([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)\}")


def placeholders(text: Text) -> tuple[str, ...]:
    """The names in braces, each once, over all languages of a text."""
    found: dict[str, None] = {}
    for written in text.root.values():
        found.update(dict.fromkeys(_NAME.findall(written)))
    return tuple(found)


def filled(written: str, values: dict[str, object]) -> str:
    """A text with its names replaced by values; a name without a value stays as it stands."""
    return _NAME.sub(lambda match: str(values.get(match[1], match[0])), written)
