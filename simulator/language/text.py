"""Text that an author writes, in one language or several, and how long it takes to read.

The program's own messages are not this: they are `Said`, and the catalogue translates them.
"""

import re
from typing import Any, Self

from pydantic import (
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    RootModel,
    field_validator,
    model_serializer,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

PLAIN = ""
"""The key under which a plain string is kept: a text that needs no translation."""

# Written out rather than asked of `unicodedata`, whose tables differ between Python versions:
# reading times decide when a decision's clock starts, so they must not.
_CJK = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af\U00020000-\U0003ffff]")
_WIDE_SIGNS = re.compile("[\u2e80-\u303f\uff00-\uffef]")
_LATIN = re.compile("[0-9A-Za-z\u00c0-\u024f]")
_LANGUAGE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")


class Text(RootModel[dict[str, str]]):
    """A text in its languages: made from `{"en": …, "zh": …}` or from a plain string.

    The first language written is the source. Serialises back to the same mapping or string.
    Raises pydantic's `ValidationError` for no language at all, a key that is no language code,
    and a value that is not a string.
    """

    model_config = ConfigDict(frozen=True)

    root: dict[str, str] = Field(min_length=1)

    @field_validator("root", mode="before")
    @classmethod
    def _accept_plain(cls, given: Any) -> Any:
        return {PLAIN: given} if isinstance(given, str) else given

    @field_validator("root")
    @classmethod
    def _know_languages(cls, root: dict[str, str]) -> dict[str, str]:
        for code in root:
            if code != PLAIN and not _LANGUAGE.fullmatch(code):
                raise ValueError(f"'{code}' is not a language code such as en or zh")
        return root

    @model_serializer(mode="plain")
    def _as_written(self) -> dict[str, str] | str:
        return self.root.get(PLAIN, self.root)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        by_language = {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1}
        return {"anyOf": [{"type": "string"}, by_language]}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in, source first; none for a plain string."""
        return tuple(code for code in self.root if code != PLAIN)

    def in_language(self, language: str) -> str:
        """The text in `language`, or in its source language where that is missing or blank."""
        own = self.root.get(language, "")
        return own if own.strip() else next(iter(self.root.values()))

    def reading_seconds(self, words_per_minute: int, characters_per_minute: int) -> int:
        """Whole seconds to read the longest of its languages, rounded up.

        Latin words separated by spaces count by `words_per_minute`, Chinese, Japanese and Korean
        characters by `characters_per_minute` (both above 0); punctuation counts nothing.
        """
        each = (reading_seconds(text, words_per_minute, characters_per_minute) for text in self.root.values())
        return max(each)

    def __str__(self) -> str:
        return next(iter(self.root.values()))

    def __hash__(self) -> int:
        return hash(tuple(self.root.items()))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        return self


def reading_seconds(text: str, words_per_minute: int, characters_per_minute: int) -> int:
    """Whole seconds to read one string, rounded up; see `Text.reading_seconds`."""
    characters = len(_CJK.findall(text))
    between = _WIDE_SIGNS.sub(" ", _CJK.sub(" ", text))
    words = sum(1 for word in between.split() if _LATIN.search(word))
    # One exact fraction of a second, so that no float decides a second.
    over = 60 * (words * characters_per_minute + characters * words_per_minute)
    return -(-over // (words_per_minute * characters_per_minute))
