"""The pages for trainers as text: their links, headings, pictures and examples."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.docs.wording import TRAINERS

NAMES = ("tutorial.md", "reference.md", "how-scores-come-about.md", "adapting.md")

_FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
_CALL = re.compile(r"drillroom ([a-z]+)")


def folder(language: str) -> Path:
    """Where the pages of a language stand."""
    return TRAINERS if language == "en" else TRAINERS / language


def text(language: str, name: str) -> str:
    """A page."""
    return (folder(language) / name).read_text(encoding="utf-8")


def examples(page: str, kind: str = "yaml") -> list[str]:
    """The fenced examples of a kind."""
    return [body for fence, body in _FENCED.findall(page) if fence == kind]


def prose(page: str) -> str:
    """A page without its fenced examples."""
    return _FENCED.sub("", page)


def headings(page: str) -> list[int]:
    """How deep each heading of a page is, in order."""
    return [len(match[1]) for match in re.finditer(r"^(#+) ", prose(page), re.MULTILINE)]


def links(page: str) -> Iterator[tuple[bool, str, str]]:
    """Every link of a page: whether it is a picture, its words, where it leads."""
    for match in _LINK.finditer(prose(page)):
        yield match[1] == "!", match[2], match[3]


def anchors(page: str) -> set[str]:
    """The places of a page that a link may lead to."""
    return set(re.findall(r'<a id="([^"]+)">', page))


def calls(page: str) -> set[str]:
    """The commands that a page names."""
    return set(_CALL.findall(page))
