"""Data that looks like a real person's: identity numbers, telephones, cards, plates, addresses on the net (W506).

Looked for in every line of the file, its comments too, in ordinary and in full-width figures. Numbers with a check
digit count only where it is right (GB 11643 for identity numbers, Luhn for cards).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from simulator.authoring.diagnostics import Finding, found
from simulator.authoring.document import Document
from simulator.authoring.source import Place
from simulator.language.said import Said, say

_NARROW = {0xFF01 + step: 0x21 + step for step in range(94)} | {0x3000: 0x20}
"""Full-width signs, one for one, so that columns stay."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_DOMAINS = "com|net|org|gov|edu|info|cn|hk|tw|mo|io|me|app|top|xyz|vip|cc|uk|us|de|fr|ru|jp|kr|eu"
_SUSPECT = re.compile(r"\d{4}|\d{3}-|@|[A-Za-z]\.[a-z]{2}|微信|QQ|WeChat|WhatsApp|[A-Z]\w*[·•]")
"""What every kind has somewhere, and few lines have."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of data that could be somebody's."""

    name: Said
    pattern: re.Pattern[str]
    real: Callable[[str], bool]
    """Whether what matches could be a real one."""
    in_comments: bool = True


def is_identity_number(text: str) -> bool:
    """Whether the check sign of an 18-sign Chinese identity number is right (GB 11643)."""
    signs = re.sub("[ -]", "", text).upper()
    total = sum(int(sign) * weight for sign, weight in zip(signs[:17], _WEIGHTS, strict=True))
    return signs[17] == _CHECK[total % 11]


def is_card(text: str) -> bool:
    """Whether the check digit of a bank card's number is right (Luhn), and it is not one digit over and over."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    doubled = [digit if position % 2 == 0 else digit * 2 - 9 * (digit > 4)
               for position, digit in enumerate(reversed(digits))]  # fmt: skip
    return len(set(digits)) > 1 and sum(doubled) % 10 == 0


def _any(text: str) -> bool:
    return True


def _reachable(text: str) -> bool:
    """Whether an address on the net is none of those that are kept for examples (RFC 2606)."""
    return not re.search(r"(^|[@/.])example\.(com|net|org)\b", text)


_BIRTH = r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_AREA = r"0(?:10|2\d|[3-9]\d\d)"
_HOST = rf"(?:[A-Za-z0-9-]+\.)+(?:{_DOMAINS})(?![\w-])"

KINDS = (
    Kind(
        say("an identity number"),
        re.compile(rf"(?<!\d)[1-9]\d{{5}}[ -]?{_BIRTH}[ -]?\d{{3}}[\dXx](?!\d)"),
        is_identity_number,
    ),
    Kind(
        say("a bank card's number"),
        re.compile(r"(?<![\d-])[3-6]\d{3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\d-])"),
        is_card,
    ),
    Kind(say("a mobile number"), re.compile(r"(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d.])"), _any),
    Kind(
        say("a telephone number"),
        re.compile(rf"(?<!\d)(?:\({_AREA}\) ?|{_AREA}[ -])[2-9]\d{{6,7}}(?!\d)|(?<!\d)[48]00-\d{{3}}-?\d{{4}}(?!\d)"),
        _any,
    ),
    Kind(
        say("a car's plate"),
        re.compile(
            rf"[{_PROVINCES}][A-HJ-NP-Z][·•. ]?(?=[A-Z0-9]*\d)[A-HJ-NP-Z0-9]{{4,5}}[A-HJ-NP-Z0-9挂学警](?![A-Za-z0-9])"
        ),
        _any,
    ),
    Kind(
        say("a passport's number"),
        re.compile(r"(?<![A-Za-z0-9])(?:[EGPSD]\d{8}|E[A-HJ-NP-Z]\d{7})(?![A-Za-z0-9])"),
        _any,
    ),
    Kind(say("an e-mail address"), re.compile(rf"[\w.+-]+@{_HOST}", re.ASCII), _reachable),
    Kind(
        say("an address on the net"),
        re.compile(rf"(?<![\w@.-])(?:https?://|www\.)?{_HOST}(?:/[\w/.?=&%-]*)?", re.ASCII),
        _reachable,
        in_comments=False,
    ),
    Kind(say("an account's name"), re.compile(r"(?:微信号?|QQ号?|WeChat|WhatsApp)[: ]\s?[A-Za-z0-9_-]{5,20}"), _any),
)


def personal_findings(document: Document) -> Iterator[Finding]:
    """What could belong to somebody, each once at its place."""
    for number, line in enumerate(document.source.lines, start=1):
        narrow = line if line.isascii() else line.translate(_NARROW)
        if not _SUSPECT.search(narrow):
            continue
        taken: list[range] = []
        for kind in KINDS:
            if kind.in_comments or not narrow.lstrip().startswith("#"):
                yield from _of_kind(document, number, narrow, kind, taken)


def _of_kind(document: Document, number: int, line: str, kind: Kind, taken: list[range]) -> Iterator[Finding]:
    for match in kind.pattern.finditer(line):
        if any(match.start() in one or match.end() - 1 in one for one in taken) or not kind.real(match[0]):
            continue
        taken.append(range(*match.span()))
        place = Place(number, match.start() + 1, match.end() + 1)
        message = say("this could be a real person's: {kind}", kind=kind.name)
        remedy = say("leave it out, or write what nobody can have: {example}", example="1XX-XXXX-XXXX")
        yield found("W506", document.source.file, place, message, remedy)
