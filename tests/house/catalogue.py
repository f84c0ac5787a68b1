"""The developers' script for the interface's catalogue, with Babel.

`python -m tests.house.catalogue update` extracts every message and keeps the Chinese that is there;
`missing` prints what has no Chinese yet as JSON; `take FILE` reads such JSON, filled in, back;
`compile` writes the `.mo` that the program reads (`update` and `take` do so too).
"""

import ast
import importlib
import io
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from simulator.language.click_words import CLICK_MODULES
from simulator.language.translator import CATALOGUES, DOMAIN

ROOT = Path(__file__).parents[2]
PO = CATALOGUES / "zh" / "LC_MESSAGES" / f"{DOMAIN}.po"
MO = PO.with_suffix(".mo")
PACKAGES = ("simulator", "reports", "tui")
WORDS = {"say": 1, "_": 1, "N_": 1, "malformed": 2, "fault": 4}
"""The calls whose literal strings are messages, and how many of their first arguments may be."""

CODE = re.compile("[A-Z][0-9]{2,3}")
"""A finding's code may stand before its message."""

CLICK_WORDS = {"_": None, "ngettext": (1, 2)}
HEADER = """# Chinese of Drillroom's interface.
msgid ""
msgstr ""
"Project-Id-Version: drillroom\\n"
"Language: zh\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def messages_of(source: str) -> Iterator[str]:
    """The messages that one module says: the literal strings in its calls of `say` and its kin."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            for argument in node.args[: WORDS.get(name, 0)]:
                value = argument.value if isinstance(argument, ast.Constant) else None
                if isinstance(value, str) and not CODE.fullmatch(value):
                    yield value


def own_messages() -> Iterator[str]:
    """Every message that Drillroom's own code says, in the order of the files."""
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            yield from messages_of(file.read_text(encoding="utf-8"))


def click_messages() -> Iterator[str | tuple[str, ...]]:
    """Every message of the installed click that a user can meet."""
    for name in CLICK_MODULES:
        file = importlib.import_module(name).__file__
        assert file is not None
        with open(file, "rb") as source:
            for _, message, _, _ in extract("python", source, keywords=CLICK_WORDS):
                yield message


def extracted() -> Catalog:
    """A template of all messages, without places: lines move too often to be worth a diff."""
    template = Catalog(project="drillroom", charset="utf-8")
    for message in (*own_messages(), *click_messages()):
        if message:
            template.add(message)
    return template


def kept() -> Catalog:
    """The catalogue as it stands in the repository."""
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="zh", domain=DOMAIN)
    # Babel's own header holds the hour and places for names; ours must not change with the hour.
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    catalogue.last_translator = catalogue.msgid_bugs_address = catalogue.language_team = ""
    return catalogue


def updated(catalogue: Catalog) -> Catalog:
    """`catalogue` with the messages of today: new ones empty, those no longer said dropped."""
    catalogue.update(extracted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def missing(catalogue: Catalog) -> list[Message]:
    """The messages without Chinese."""
    return [message for message in catalogue if message.id and not all(chinese(message))]


def chinese(message: Message) -> tuple[str, ...]:
    """The Chinese of a message, one string a plural form (Chinese has one)."""
    if isinstance(message.string, str):
        return (message.string,)
    return tuple(message.string or ("",))


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue in the form that the program reads."""
    made = io.BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()


def write(catalogue: Catalog) -> None:
    """Put both forms into the repository."""
    body = io.BytesIO()
    write_po(body, catalogue, no_location=True, sort_output=True, width=100, omit_header=True)
    PO.write_bytes(HEADER.encode() + body.getvalue().lstrip())
    MO.write_bytes(compiled(catalogue))


def take(catalogue: Catalog, filled: dict[str, str]) -> None:
    """Enter translations, keyed by the English message (of a plural, its singular)."""
    for message in catalogue:
        first = message.id if isinstance(message.id, str) else message.id[0]
        if first in filled:
            message.string = filled[first] if isinstance(message.id, str) else (filled[first],)


def main(arguments: list[str]) -> int:
    """Run one of the script's verbs."""
    match arguments:
        case ["update"]:
            write(updated(kept()))
        case ["compile"]:
            MO.write_bytes(compiled(kept()))
        case ["missing"]:
            ids = [m.id if isinstance(m.id, str) else m.id[0] for m in missing(updated(kept()))]
            print(json.dumps(dict.fromkeys(ids, ""), ensure_ascii=False, indent=1))
        case ["take", file]:
            catalogue = updated(kept())
            take(catalogue, json.loads(Path(file).read_text(encoding="utf-8")))
            write(catalogue)
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
