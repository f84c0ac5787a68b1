"""Who is who: under which name somebody is known, what may be shown of them, and finding a person by any of these."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reports.records.rows import Person
from simulator.errors import CallError
from simulator.language.said import Said, say
from simulator.language.translator import LANGUAGES, translator_for

ROSTER, JOURNAL, BOT = "roster", "journal", "bot"
"""Where a person is known from."""

UNNAMED = "unnamed"
"""The id of whoever played without giving a name."""


def plain(name: str) -> str:
    """A name as it is compared: without differences of case, width and blanks."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def id_of(name: str) -> str:
    """The id of somebody whom no roster names: the same for the same name, and not the name itself."""
    known = plain(name)
    return f"p-{hashlib.sha256(known.encode()).hexdigest()[:10]}" if known else UNNAMED


def bot_id(player: str) -> str:
    """The id under which a bot's drills are kept."""
    return f"bot-{re.sub(r'[^a-z0-9.]+', '-', player.lower())}"


def names_of(person: Person) -> set[str]:
    """All under which a drill's trainee is taken for this person, as they are compared."""
    return {known for name in (person.id, person.name, *person.aliases) if (known := plain(name))}


def label(person: Person, named: bool) -> Said:
    """What may be shown of a person: their name where names may be shown, else their pseudonym or number."""
    if person.source == BOT:
        return say("the bot {bot}", bot=person.name)
    if person.id == UNNAMED:
        return say("a person without a name")
    if named:
        return say("{name}", name=person.name or person.id)
    return say("{name}", name=person.pseudonym) if person.pseudonym else say("person {number}", number=person.number)


def labelled(people: Iterable[Person], named: bool, language: str) -> tuple[Person, ...]:
    """The people with what may be shown of them."""
    speaker = translator_for(language)
    return tuple(replace(person, shown=speaker.say(label(person, named))) for person in people)


def find(people: Sequence[Person], wished: str) -> Person:
    """The person that is called so: by id, name, alias, pseudonym, or `person 3`.

    Raises `CallError` where nobody is, or several are.
    """
    known = plain(wished)
    found = [person for person in people if known in _called(person)]
    exact = [person for person in found if person.id == wished]
    if len(found) == 1 or exact:
        return (exact or found)[0]
    if found:
        ids = [person.id for person in found]
        raise CallError(say("several people are called '{name}'", name=wished), say("name one by id: {ids}", ids=ids))
    raise CallError(
        say("nobody in the records is called '{name}'", name=wished),
        say("drillroom records roster lists them"),
    )


def _called(person: Person) -> set[str]:
    numbers = [translator_for(each).say(say("person {number}", number=person.number)) for each in LANGUAGES]
    return names_of(person) | {plain(name) for name in (person.pseudonym, *numbers) if name}
