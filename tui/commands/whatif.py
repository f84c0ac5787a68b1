"""`drillroom whatif`: what each act put right would have changed, alone and together."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from reports.aar.whatif_object import finding_facts, joint_facts, measures
from reports.whatif_words import caveat, effects, happened, headline, joint_line, joint_words, put_right
from reports.wording import Wording
from simulator.errors import JournalError
from simulator.journal.journal import Journal
from simulator.journal.reading import read_journal
from simulator.language.said import say
from simulator.language.translator import N_
from simulator.rehearsal.whatif.model import Finding, Joint, PutRight, WhatIf
from simulator.rehearsal.whatif.trying import what_if
from tui.commands.score import scenario_of
from tui.session import emit, narrate, translator

PATIENCE = 2.0
"""Seconds after which progress is told where standard error is no terminal."""

MATTERED = 3
"""So many acts stand at the top."""


@click.command("whatif", help=N_("Say what each act put right would have changed, all else as it was."))
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--json", "as_object", is_flag=True, help=N_("Print one JSON object."))
@click.pass_context
def command(context: click.Context, journal: Path, as_object: bool) -> None:
    kept = whole(journal)
    scenario = scenario_of(kept)
    found = what_if(scenario, kept, progress=progress())
    wording = Wording(scenario, translator(), kept.header.get("personas", {}))
    if as_object:
        emit(json.dumps(object_of(wording, found), ensure_ascii=False, indent=2))
    else:
        for line in lines(wording, found):
            emit(line)
    context.exit(0 if found.exact else 1)


def whole(path: Path) -> Journal:
    """The journal of a drill that has ended. Raises `FileError` where the file is missing, `JournalError` where it
    is torn, altered or unfinished.
    """
    reading = read_journal(path)
    if reading.torn:
        line = reading.problems[0].line
        message = say("{path}:{line}: {problem}", path=str(path), line=line, problem=reading.problems[0].message)
        raise JournalError(message, say("take up the drill again and play it to its end"))
    if reading.journal.closing is None:
        message = say("{path}: the drill's end is missing", path=str(path))
        raise JournalError(message, say("take up the drill again and play it to its end"))
    return reading.journal


def progress() -> Callable[[int, int], None]:
    """Tells on standard error how far it is, with the time left: on a terminal on one line, else now and then."""
    starts = told = time.monotonic()
    terminal = sys.stderr.isatty()

    def tell(done: int, total: int) -> None:
        nonlocal told
        now = time.monotonic()
        left = round((now - starts) / done * (total - done))
        words = translator().say(
            say("{done} of {total} drills played, {left} s left", done=done, total=total, left=left)
        )
        if terminal:
            click.echo(f"\r{words}\x1b[K", err=True, nl=done == total)
        elif now - told >= PATIENCE:
            told = now
            narrate(words)

    return tell


def lines(wording: Wording, found: WhatIf) -> list[str]:
    """What is found, to be read."""
    if not found.exact:
        reason = [] if found.difference is None else [wording.said(found.difference)]
        return [wording.say("Nothing can be said: the unchanged replay is not the recorded drill."), *reason]
    title = wording.say("{mark} · {title}", mark=wording.exercise(), title=wording.said(wording.scenario.title).strip())
    if not found.findings:
        return [title, wording.say("Nothing was missed, late, wrong or unlawful.")]
    told = [title, caveat(wording), ""]
    for place, finding in enumerate(found.findings, start=1):
        if place == MATTERED + 1:
            told += [wording.say("Beside the three that mattered most:"), ""]
        told += [f"{place}. {headline(wording, finding)}", f"   {put_right(wording, finding)}"]
        told += [f"   - {line}" for line in effects(wording, finding)]
        told.append("")
    if found.left_out:
        told.append(
            wording.say("Not tried, because there are so many: {number} of less weight.", number=found.left_out)
        )
    return told + joint_words(wording, found)


def object_of(wording: Wording, found: WhatIf) -> dict[str, Any]:
    """The same as an object; figures to two decimals, measures as they are."""
    return {
        "exact": found.exact,
        "difference": None if found.difference is None else wording.said(found.difference),
        "caveat": caveat(wording),
        "findings": [_finding(wording, each) for each in found.findings],
        "joint": [_joint(wording, found, each) for each in found.joint],
        "together": None if found.together is None else _joint(wording, found, found.together),
        "left_out": found.left_out,
    }


def _finding(wording: Wording, each: Finding) -> dict[str, Any]:
    about = {"expectation": each.expectation, "instance": each.instance} if each.expectation else {}
    return {
        **about,
        **({"conduct": each.conduct} if each.conduct else {}),
        **finding_facts(each),
        "headline": headline(wording, each),
        "put_right": put_right(wording, each),
        "deeds": [_deed(deed) for deed in each.deeds],
        "avoided": [happened(wording, fact, better=True) for fact in each.avoided],
        "brought": [happened(wording, fact, better=False) for fact in each.brought],
    }


def _deed(deed: PutRight) -> dict[str, Any]:
    done = {"verb": deed.verb, "with": dict(deed.arguments)} if deed.verb else {}
    said = {"decision": deed.decision, "option": deed.option} if deed.decision else {}
    read = {} if deed.message is None else {"message": deed.message}
    return {"seat": deed.seat, "at": deed.at, **done, **said, **read, "entry": deed.entry, "was": deed.was}


def _joint(wording: Wording, found: WhatIf, each: Joint) -> dict[str, Any]:
    return {
        **joint_facts(each),
        "said": joint_line(wording, found, each),
        "world": measures(each.world),
        "avoided": [happened(wording, fact, better=True) for fact in each.avoided],
        "brought": [happened(wording, fact, better=False) for fact in each.brought],
    }
