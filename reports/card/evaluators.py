"""What evaluators noted and rated, beside what the machine found, in words."""

from collections.abc import Sequence

from reports.card.numbers import MEANINGS
from reports.wording import Wording
from simulator.evaluation.agreement import FEW, Agreement, Rated
from simulator.journal.entry import REMARK, Entry


def remarks(journal: Sequence[Entry]) -> tuple[Entry, ...]:
    """What evaluators noted, with and without a rating, in its order."""
    return tuple(entry for entry in journal if entry.kind == REMARK and entry.payload.get("accepted"))


def agreement_words(wording: Wording, found: Agreement) -> str:
    """Who rated how much, and how far that agrees with the machine; empty where nobody rated."""
    if not found.rated:
        return ""
    names = wording.listed(dict.fromkeys(each.evaluator for each in found.rated))
    parts = [wording.say("{names}: {number} rated", names=names, number=len(found.rated))]
    if found.exact is not None and found.near is not None:
        parts += [
            wording.say("{percent} % the same as the machine's", percent=round(100 * found.exact)),
            wording.say("{percent} % at most one step apart", percent=round(100 * found.near)),
        ]
    if found.kappa is not None:
        parts.append(wording.say("kappa {kappa}", kappa=f"{round(found.kappa, 2) + 0.0:.2f}"))
    return wording.listed(parts)


def kappa_words(wording: Wording, found: Agreement) -> str:
    """How the agreement is to be read."""
    words = wording.say(
        "Neither changes the other. Kappa is Cohen's with linear weights: 1 full agreement, 0 as by chance."
    )
    if found.compared < FEW:
        return wording.say("{words} Below {number} ratings it says nothing.", words=words, number=FEW)
    return words


def rated_words(wording: Wording, rated: Rated) -> str:
    """One rating: `Gu Yan rated it S: with some challenges; “good tone”`."""
    values = {"name": rated.evaluator, "letter": rated.human, "meaning": MEANINGS[rated.human], "words": rated.words}
    if not rated.words.strip():
        return wording.say("{name} rated it {letter}: {meaning}", **values)
    return wording.say("{name} rated it {letter}: {meaning}. “{words}”", **values)


def apart_words(wording: Wording, rated: Rated) -> str:
    """How a rating lies beside the machine's."""
    if rated.apart is None:
        return wording.say("not observed by the machine")
    if rated.apart == 0:
        return wording.say("the same")
    if rated.apart > 0:
        return wording.say("kinder, by {steps}", steps=rated.apart)
    return wording.say("stricter, by {steps}", steps=-rated.apart)
