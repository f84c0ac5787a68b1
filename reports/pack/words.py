"""Words that several parts of the pack share: a seat's orders, breaches, fractions, paragraphs of a text."""

from reports.wording import Wording
from simulator.language.text import Text


def on_one_line(wording: Wording, text: Text | None) -> str:
    """An author's text without its line breaks; empty where there is none."""
    return "" if text is None else " ".join(wording.text(text).split())


def breach(wording: Wording, code: str | None) -> str:
    """A breach by its code and name; empty for none."""
    known = wording.scenario.conduct.codes
    if code is None or code not in known:
        return code or ""
    return wording.say("{code} {name}", code=code, name=known[code].name)


def basis(wording: Wording, code: str) -> str:
    """What law or rule a breach is measured by."""
    known = wording.scenario.conduct.codes
    return wording.listed(each.cites for each in known[code].basis) if code in known else ""


def severity(wording: Wording, code: str) -> str:
    """How bad a breach is."""
    conduct = wording.scenario.conduct
    if code not in conduct.codes or conduct.codes[code].severity not in conduct.severities:
        return ""
    return wording.said(conduct.severities[conduct.codes[code].severity].name)


def percent(share: float) -> str:
    return f"{round(share * 100)} %"
