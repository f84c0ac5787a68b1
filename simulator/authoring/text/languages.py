"""The two languages of a text: of like length, with the same names, each in its own script (W504, W505, W509)."""

import re
from collections.abc import Iterator

from simulator.authoring.diagnostics import Finding
from simulator.authoring.document import KeyPath
from simulator.authoring.meaning.matter import Matter
from simulator.language.said import say
from simulator.language.text import Text
from simulator.scenario.placeholders import placeholders

_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’-]*")
_BRACKETED = re.compile(r"\([^)]*\)|（[^）]*）")
"""What stands in brackets: mostly an article, which is short in one language and long in the other."""
_SEVERAL_WORDS = 3

SHORT, LONG = 8, 20
"""Words from which a length is compared, and from which it is compared more closely."""
BAND, CLOSE_BAND = (0.45, 3.2), (0.6, 2.6)
"""Chinese characters for each English word. In the shipped texts it is 0.57..2.5 from ten words on and 0.76..2.24 from
twenty; shorter ones vary too much to say anything.
"""


def language_findings(matter: Matter) -> Iterator[Finding]:
    """Translations that say more or less than their source, or stand in the wrong language."""
    for path, text in matter.texts:
        if not {"en", "zh"} <= set(text.languages):
            continue
        wrong = list(_script(matter, path, text))
        yield from wrong or _length(matter, path, text)
        yield from _names(matter, path, text)


def _script(matter: Matter, path: KeyPath, text: Text) -> Iterator[Finding]:
    english, chinese = (_CHINESE.findall(text.root[code]) for code in ("en", "zh"))
    if len(english) > len(_WORD.findall(text.root["en"])):
        message = say("under 'en' stands Chinese")
        yield matter.at("W509", (*path, "en"), message, say("write it in English, or exchange the two"))
    if not chinese and len(_WORD.findall(text.root["zh"])) >= _SEVERAL_WORDS:
        message = say("under 'zh' stands no Chinese")
        yield matter.at("W509", (*path, "zh"), message, say("translate it"))


def _length(matter: Matter, path: KeyPath, text: Text) -> Iterator[Finding]:
    whole, bare = _size(text, cut=False), _size(text, cut=True)
    if _alike(*whole) or _alike(*bare):
        return
    words, characters = whole
    code = "zh" if characters < words else "en"
    message = say("one language says much more than the other: {words} English words, {characters} characters",
                  words=words, characters=characters)  # fmt: skip
    yield matter.at("W504", (*path, code), message, say("see what is missing here"))


def _size(text: Text, cut: bool) -> tuple[int, int]:
    """English words and Chinese characters, what stands in brackets cut out or not."""
    english, chinese = (_BRACKETED.sub("", text.root[code]) if cut else text.root[code] for code in ("en", "zh"))
    return len(_WORD.findall(english)), len(_CHINESE.findall(chinese))


def _alike(words: int, characters: int) -> bool:
    """Whether two texts are of a length at which they may well say the same."""
    if max(words, characters / 2) < SHORT or not words or not characters:
        return True
    low, high = CLOSE_BAND if words >= LONG else BAND
    return low <= characters / words <= high


def _names(matter: Matter, path: KeyPath, text: Text) -> Iterator[Finding]:
    named = {code: set(placeholders(Text({code: text.root[code]}))) for code in text.languages}
    every = set().union(*named.values())
    for code, names in named.items():
        missing = sorted(every - names)
        if missing:
            message = say("here {names} in braces is missing", names=missing)
            remedy = say("write {name} where the other language has it", name="{" + missing[0] + "}")
            yield matter.at("W505", (*path, code), message, remedy)
