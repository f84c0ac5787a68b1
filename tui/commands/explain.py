"""`drillroom explain`: what a finding of `check` means, with a wrong and a right example."""

import json
import tempfile
from pathlib import Path

import click

from simulator.authoring.check import check
from simulator.authoring.codes import CODES
from simulator.authoring.diagnostics import printable
from simulator.authoring.explaining import Example, as_files, example_of, examples
from simulator.language.said import say
from simulator.language.translator import N_, Translator
from tui.session import emit, translator

MOST_LINES = 12
"""Lines of an example that are shown."""


@click.command(help=N_("Say what a finding means, with a wrong and a right example; without a code: list them all."))
@click.argument("code", required=False)
@click.option("--json", "as_object", is_flag=True, help=N_("Print one JSON object."))
def command(code: str | None, as_object: bool) -> None:
    chosen = dict([example_of(code)]) if code else examples()
    if as_object:
        listed = [_object(name, example) for name, example in chosen.items()]
        emit(json.dumps(listed[0] if code else listed, ensure_ascii=False, indent=2))
    elif code:
        emit(_page(*next(iter(chosen.items())), translator()))
    else:
        emit(_list(translator()))


def _object(code: str, example: Example) -> dict[str, object]:
    speaker = translator()
    return {
        "code": code,
        "severity": CODES[code].severity,
        "title": speaker.say(CODES[code].title),
        "means": example.means.in_language(speaker.language),
        "wrong": printable_lines(example.wrong),
        "right": printable_lines(example.right),
    }


def _list(speaker: Translator) -> str:
    width = max(len(code) for code in CODES)
    rows = [f"{code:<{width}}  {_severity(code, speaker)}: {speaker.say(each.title)}" for code, each in CODES.items()]
    return "\n".join(rows)


def _severity(code: str, speaker: Translator) -> str:
    names = {"error": say("error"), "warning": say("warning"), "hint": say("hint")}
    return speaker.say(names[CODES[code].severity])


def _page(code: str, example: Example, speaker: Translator) -> str:
    parts = [f"{_severity(code, speaker)}[{code}]: {speaker.say(CODES[code].title)}"]
    parts.append(example.means.in_language(speaker.language).strip())
    parts.append(f"{speaker.say(say('A wrong example'))}:\n{_moved_in(example.wrong, example.times)}")
    said = _said_of(code, example, speaker)
    parts += [f"{speaker.say(say('What check says of it'))}:\n{said}"] if said else []
    parts.append(f"{speaker.say(say('A right example'))}:\n{_moved_in(example.right)}")
    return "\n\n".join(parts)


def _moved_in(text: str, times: int = 1) -> str:
    lines = printable_lines(text).split("\n")
    shown = [*lines[:MOST_LINES], *(["…"] if len(lines) > MOST_LINES or times > 1 else [])]
    return "\n".join(f"    {line}".rstrip() for line in shown)


def printable_lines(text: str) -> str:
    """A text whose signs that could steer a terminal are written out, line by line."""
    return "\n".join(printable(line) for line in text.split("\n"))


def _said_of(code: str, example: Example, speaker: Translator) -> str:
    """The message and the remedy that the wrong example gets; nothing for what is found by playing or in an editor."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            for name, text in as_files(example, wrong=True).items():
                (Path(folder) / name).write_text(text, encoding=example.encoding)
        except UnicodeEncodeError:
            return ""
        findings = check(Path(folder) / "scenario.yaml").findings
    told = next((each for each in findings if each.code == code), None)
    if told is None:
        return ""
    lines = [told.message, *([told.help] if told.help else [])]
    return "\n".join(f"    {printable(speaker.say(line))}" for line in lines)
