"""A paper as one HTML page that needs nothing beside itself: no script, no request, figures inline.

Screen readers are told what figures show; the page follows the system's light or dark colours and prints on A4.
"""

from functools import cache

from markupsafe import Markup

from reports.figures.drawing import svg
from reports.figures.inline import inline
from reports.figures.typeface import cells
from reports.formats.columns import widths
from reports.formats.ready import figures, headed, ready, tables
from reports.formats.seal import sealed
from reports.page import LANGUAGE_TAGS, TEMPLATES, environment, policy
from reports.paper.model import Paper, Section
from simulator.language.said import say
from simulator.language.translator import translator_for

DEEPEST = 6
"""HTML has no lower headings."""
CELL, AROUND, WIDEST = 0.6, 1.2, 64
"""How many em a half-width character of a table takes, amply, and a cell beside its text; how wide a table is."""
IN_CONTENTS = 2
"""Sections down to this depth stand in the list of contents."""


def page(paper: Paper) -> str:
    """The page in the paper's language."""
    whole = ready(paper)
    style = styles() + own_styles(whole)
    sections = list(headed(whole))
    return environment().get_template("paper.html.j2").render(
        lang=LANGUAGE_TAGS.get(whole.language, whole.language),
        policy=policy(style),
        style=Markup(style),
        paper=whole,
        t=words(whole.language),
        sections=[(anchor, min(depth + 1, DEEPEST), section) for anchor, depth, section in sections],
        contents=entries(sections),
        drawings={each.name: Markup(inline(svg(each.draw()), each.name, each.title, each.description))
                  for each in figures(whole)},
        sealed=sealed(whole),
    )  # fmt: skip


def entries(sections: list[tuple[str, int, Section]]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The list of contents: anchor and title of each section, each with those right below it."""
    found: list[tuple[str, str, list[tuple[str, str]]]] = []
    for anchor, depth, section in sections:
        if depth == 1:
            found.append((anchor, section.title, []))
        elif depth <= IN_CONTENTS:
            found[-1][2].append((anchor, section.title))
    return found


def words(language: str) -> dict[str, str]:
    """The page's own words by the names under which its template asks for them."""
    speaker = translator_for(language)
    return {
        "skip": speaker.say(say("Skip to the text")),
        "scroll": speaker.say(say("can be scrolled sideways")),
        "journals": speaker.say(say("The journals")),
    }


@cache
def styles() -> str:
    """The style sheet that all reports share."""
    return (TEMPLATES / "paper.css").read_text(encoding="utf-8")


def own_styles(paper: Paper) -> str:
    """What is this paper's own: how wide the columns of its tables are, and its mark on every printed page."""
    rules = [f'@page {{ @top-center {{ content: "{_escaped(paper.exercise)}" }} }}']
    for table in tables(paper):
        wished = sum(column.width for column in table.columns) * CELL
        rules.append(f"#{table.name} {{ min-width: {min(round(wished), WIDEST)}em }}")
        for place, width in enumerate(widths(table.columns, table.rows, WIDEST, _width, AROUND), 1):
            rules.append(f"#{table.name} thead th:nth-child({place}) {{ width: {100 * width / WIDEST:.1f}% }}")
    return "\n".join([*rules, ""])


def _width(text: str) -> float:
    """How wide a text of a table is, in em."""
    return CELL * cells(text)


def _escaped(text: str) -> str:
    """A text as the content of a style sheet's string, which cannot end the string nor the sheet."""
    return "".join(sign if sign.isalnum() else f"\\{ord(sign):x} " for sign in text)
