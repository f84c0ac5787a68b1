"""Puts what the program says into a person's language, at the edge: screen, line or paper.

One `Translator` a session, so that the language switches live: the session takes another one.
Catalogues are gettext's, keyed by the English template; scenario text carries its own languages.
"""

import gettext
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from simulator.errors import CallError
from simulator.language.said import Said, Written, say

LANGUAGES = ("en", "zh")
"""The languages of the interface; English is the language of the templates."""

DOMAIN = "drillroom"
CATALOGUES = Path(__file__).with_name("locale")

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def N_(message: str) -> str:  # noqa: N802 — gettext's own name for it, which extraction looks for
    """Mark a message for the catalogue and hand it back untranslated."""
    return message


class Translator:
    """Says things in one language. Raises `CallError` for a language that the interface lacks."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            known = list(LANGUAGES)
            raise CallError(
                say("no interface language '{language}'", language=language),
                say("it can be: {known}", known=known),
            )
        self.language = language
        fallback = language == "en"
        self.catalogue = gettext.translation(DOMAIN, CATALOGUES, [language], fallback=fallback)

    def say(self, said: Said | str | Written) -> str:
        """The message in this language.

        A `Said` has its values put in, each in the same language; an author's text answers with its own
        wording; a plain string is looked up as it stands, and comes back unchanged where the
        catalogue does not know it.
        """
        match said:
            case Said(template, values):
                return self._lookup(template).format(**{name: self._value(v) for name, v in values.items()})
            case str():
                return self._lookup(said)
            case _:
                return said.in_language(self.language)

    def _lookup(self, message: str) -> str:
        # gettext answers the empty message with the catalogue's own header.
        return self.catalogue.gettext(message) if message else message

    def _value(self, value: Any) -> Any:
        """A value as it is put into a template; strings are ids or people's words and stay."""
        match value:
            case str() | int() | float():
                return value
            case Said() | Written():
                return self.say(value)
            case list() | tuple():
                return self._lookup(N_(", ")).join(str(self._value(each)) for each in value)
            case _:
                return value


def translator_for(language: str) -> Translator:
    """The translator of `en` or `zh`. Raises `CallError` for another language."""
    return Translator(language)


def language_from_locale(environ: Mapping[str, str]) -> str:
    """The interface language that the environment asks for, in gettext's order; English by default.

    `LANGUAGE` may list several (`fr:zh_CN`), of which the first known counts; else the first of
    `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides alone.
    """
    wished = environ.get("LANGUAGE", "").split(":")
    wished.append(next((environ[name] for name in _LOCALE_VARIABLES if environ.get(name)), ""))
    known = (_language_of(locale) for locale in wished)
    return next((language for language in known if language in LANGUAGES), "en")


def _language_of(locale: str) -> str:
    return locale.replace("-", "_").split("_")[0].split(".")[0].lower()
