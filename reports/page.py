"""The scorecard of a drill as one HTML page that needs nothing beside itself: no script, no request, figures inline.

Whatever stands in a scenario or a journal is text to it: escaped, without control characters.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports.card.drill import card
from reports.card.model import Trainee
from reports.course import timelines
from reports.figures.drawing import svg
from reports.figures.expectations import expectations_chart
from reports.figures.inline import inline
from reports.figures.rows import Timeline
from reports.figures.tension import tension_chart
from reports.headings import headings
from reports.wording import Wording
from simulator.evaluation.scorecard import Scorecard
from simulator.journal.entry import Entry
from simulator.language.translator import Translator
from simulator.scenario.scenario import Scenario

TEMPLATES = Path(__file__).with_name("templates")
LANGUAGE_TAGS = {"zh": "zh-CN"}
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Control characters, marks that turn the direction of writing, and half pairs that UTF-8 cannot hold."""


def scorecard_page(
    scenario: Scenario, journal: Iterable[Entry], scorecard: Scorecard, translator: Translator, head_hash: str
) -> str:
    """The page in the translator's language. *head_hash* is the hash of the journal's last line."""
    entries = list(journal)
    wording = Wording(scenario, translator, entries[0].payload.get("personas", {}))
    words = card(wording, entries, scorecard, head_hash)
    style = styles()
    return environment().get_template("scorecard.html.j2").render(
        lang=LANGUAGE_TAGS.get(translator.language, translator.language),
        policy=policy(style),
        style=Markup(style),
        t=headings(wording),
        card=words,
        courses=[_course_figure(wording, rows, place) for place, rows in enumerate(timelines(wording, entries), 1)],
        charts=[_chart(wording, trainee) for trainee in words.trainees],
    )  # fmt: skip


@cache
def environment() -> Environment:
    """Where templates come from, and how what they print is made harmless."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def shown(value: Any) -> Any:
    """A value without the characters that no page shows; what is marked as ready stays."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def clean(text: str) -> str:
    """Text without the characters that no page shows."""
    return _UNSHOWN.sub("", text)


@cache
def styles() -> str:
    """The style sheet, as it stands in the page."""
    return (TEMPLATES / "scorecard.css").read_text(encoding="utf-8")


def policy(style: str) -> str:
    """The page's security policy: nothing is loaded, nothing runs, and only this style sheet counts."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _course_figure(wording: Wording, rows: Timeline, place: int) -> Markup:
    title = wording.say("How tense it was, what came in, and who did what")
    return Markup(inline(svg(tension_chart(rows)), f"course-{place}", title, described(wording, rows)))


def described(wording: Wording, rows: Timeline) -> str:
    """The figure of tension for those who cannot see it."""
    found = [wording.say("The tables on this page hold all that the figure shows.")]
    for course in rows.courses:
        time, tension = course.highest
        values = {"name": course.name, "tension": round(tension * 100), "clock": wording.clock(time)}
        found.append(wording.say("{name}: highest tension {tension} % at {clock}.", **values))
        for stay in course.stays:
            hours = {"begins": wording.clock(stay.begins), "ends": wording.clock(stay.ends)}
            found.append(wording.say("{stage} from {begins} to {ends}.", stage=stay.label, **hours))
    for lane in rows.lanes:
        found.append(wording.say("{name}: {number} marks.", name=lane.name, number=len(lane.marks)))
    return clean(" ".join(found))


def _chart(wording: Wording, trainee: Trainee) -> Markup:
    """The figure of one trainee's expectations; its rows stand in the table below it."""
    name = f"{trainee.anchor}-chart"
    title = clean(wording.say("{seat}: expectations by timeliness and quality", seat=trainee.seat))
    description = wording.say("The table that follows holds the same figures.")
    return Markup(inline(svg(expectations_chart(trainee.chart)), name, title, description))
