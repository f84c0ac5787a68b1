"""What would have changed: the acts that mattered most, every one by its effect, and what several do together."""

from reports.aar.content import Content
from reports.card.model import NONE
from reports.card.numbers import figure
from reports.paper.model import Block, Bullets, Cell, Column, Paragraph, Section, Table
from reports.whatif_words import caveat, effects, headline, joint_words, put_right
from simulator.rehearsal.whatif.model import Changed, Finding, WhatIf

MATTERED = 3
"""So many acts are told at length."""


def counterfactual(content: Content) -> Section:
    """The section, or why there is none."""
    title = content.wording.say("What would have changed")
    if content.whatif is None:
        return Section(title, (Paragraph(content.wording.say("This was not worked out for this report.")),))
    if not content.whatif.exact:
        return Section(title, _inexact(content, content.whatif))
    if not content.whatif.findings:
        return Section(title, (Paragraph(content.wording.say("No act was missed, late, wrong or unlawful.")),))
    blocks: list[Block] = [Paragraph(caveat(content.wording)), _ranked(content, content.whatif)]
    if content.whatif.left_out:
        number = content.whatif.left_out
        words = content.wording.say("Not tried, because there are so many: {number} of less weight.", number=number)
        blocks.append(Paragraph(words, "quiet"))
    return Section(title, tuple(blocks), (*_mattered(content, content.whatif), *_joint(content, content.whatif)))


def _inexact(content: Content, found: WhatIf) -> tuple[Block, ...]:
    """A replay that differs from its journal says nothing about what would have been."""
    wording = content.wording
    lines = [wording.say("Played again, this drill does not run as its journal says: so nothing can be told.")]
    if found.difference is not None:
        lines.append(wording.said(found.difference))
    return (Paragraph("\n".join(lines), "poor"),)


def _mattered(content: Content, found: WhatIf) -> tuple[Section, ...]:
    """The first three, each with its headline and all that it would have changed."""
    return tuple(
        Section(
            content.wording.say("{number}. {what}", number=place, what=headline(content.wording, each)),
            (Paragraph(put_right(content.wording, each)), Bullets(tuple(effects(content.wording, each)))),
        )
        for place, each in enumerate(found.findings[:MATTERED], 1)
    )


def _ranked(content: Content, found: WhatIf) -> Table:
    """Every finding, the one that mattered most first."""
    wording = content.wording
    return Table(
        "what-if",
        wording.say("Each act put right by itself, the one that mattered most first"),
        (
            Column(wording.say("No."), 5, right=True),
            Column(wording.say("Put right"), 40),
            Column(wording.say("Overall of the seat"), 14, right=True),
            Column(wording.say("Overall of the team"), 14, right=True),
            Column(wording.say("What would have changed"), 36),
        ),
        tuple(_row(content, place, each) for place, each in enumerate(found.findings, 1)),
    )


def _row(content: Content, place: int, each: Finding) -> tuple[Cell, ...]:
    wording = content.wording
    return (
        Cell(str(place), place),
        Cell(put_right(wording, each)),
        _changed(each.overall),
        _changed(each.team),
        Cell(headline(wording, each)),
    )


def _changed(number: Changed) -> Cell:
    """What a figure was and would have been: `62.1 → 70.4`; the number behind it is the gain."""
    if number.was is None or number.would is None:
        return Cell(NONE)
    gain = round(number.gain, 2)
    tone = "good" if gain >= 1 else "bad" if gain <= -1 else ""
    return Cell(f"{figure(number.was)} → {figure(number.would)}", gain, tone)  # type: ignore[arg-type]


def _joint(content: Content, found: WhatIf) -> tuple[Section, ...]:
    """What several put right together do more, or less, than each alone."""
    wording = content.wording
    lines = tuple(joint_words(wording, found))
    return (Section(wording.say("Together"), (Bullets(lines),)),) if lines else ()
