"""`drillroom translate`: a scenario's texts out to a `.po` file for translators, and their work back in."""

from pathlib import Path

import click

from simulator.authoring.library import find_scenario
from simulator.authoring.load import load_scenario
from simulator.authoring.saving import replace_bytes, rewrite
from simulator.authoring.translating import Taken, exported, read_po, taken, target_of
from simulator.errors import CallError, ContentError, FileError
from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.session import emit, narrate, warn

MOST_BYTES = 20 * 1024 * 1024
"""Of a `.po` file that is read."""

TO = click.option("--to", "target", metavar="LANG", help=N_("The language to translate into (default: the other one)."))


@click.group("translate", help=N_("Texts of a scenario out to a .po file, and translations back in."))
def command() -> None:
    """Holds the two directions."""


@command.command("export", help=N_("Write the texts of SCENARIO as a .po file; an earlier one shows what is stale."))
@click.argument("scenario", metavar="SCENARIO")
@click.argument("out", metavar="[OUT.po]", required=False, type=click.Path(path_type=Path))
@TO
@click.option("--plain", is_flag=True, help=N_("Texts written without a language, too."))
def export(scenario: str, out: Path | None, target: str | None, plain: bool) -> None:
    loaded = load_scenario(find_scenario(scenario))
    source, wished = target_of(loaded, target)
    before = read_po(_text(out), str(out)) if out is not None and out.exists() else None
    made = exported(loaded, source, wished, before, plain)
    if out is None:
        emit(str(made).rstrip("\n"))
    else:
        replace_bytes(out, (str(made).rstrip("\n") + "\n").encode())
    missing = len([each for each in made if not each.msgstr])
    stale = len([each for each in made if each.fuzzy])
    narrate(say("{count} texts, {source} to {target}: {missing} without a translation, {stale} stale (marked fuzzy)",
                count=len(made), source=source, target=wished, missing=missing, stale=stale))  # fmt: skip
    if out is not None:
        narrate(say("written to {path}; bring it back with: drillroom translate import {path} {scenario}",
                    path=str(out), scenario=scenario))  # fmt: skip


@command.command("import", help=N_("Write the translations of FILE.po into SCENARIO; nothing else of it changes."))
@click.argument("file", metavar="FILE.po", type=click.Path(path_type=Path))
@click.argument("scenario", metavar="SCENARIO")
@TO
@click.option("--dry", is_flag=True, help=N_("Say what would be done, and change nothing."))
@click.pass_context
def take_in(context: click.Context, file: Path, scenario: str, target: str | None, dry: bool) -> None:
    path = find_scenario(scenario)
    loaded = load_scenario(path)
    po = read_po(_text(file), str(file))
    source, wished = target_of(loaded, target or po.metadata.get("Language") or None)
    known = po.metadata.get("X-Source-Language", source)
    if known != source:
        message = say("{file} was made from '{known}', the scenario is written in '{source}'",
                      file=str(file), known=known, source=source)  # fmt: skip
        raise CallError(message, say("export it anew"))
    found = taken(loaded, po, source, wished)
    if found.written and not dry:
        kept = rewrite(path, found.text)
        narrate(say("{path} is changed; as it was before: {kept}", path=str(path), kept=kept.name))
    _tell(found, dry)
    context.exit(0 if found.holds else 1)


def _tell(found: Taken, dry: bool) -> None:
    for place in found.unlike:
        warn(say("{place}: the names in braces are not those of the source; left out", place=place))
    for place in found.stale:
        warn(say("{place}: the source has changed since the export; left out", place=place))
    for place in found.unknown:
        warn(say("{place}: the scenario has no such text; left out", place=place))
    emit(_first(len(found.written), dry))
    emit(say("{count} as they were", count=len(found.same)))
    emit(say("{missing} missing, {fuzzy} fuzzy, {stale} stale", missing=len(found.missing),
             fuzzy=len(found.fuzzy), stale=len(found.stale)))  # fmt: skip
    emit(say("{unlike} with other names in braces, {unknown} of no text",
             unlike=len(found.unlike), unknown=len(found.unknown)))  # fmt: skip


def _first(count: int, dry: bool) -> Said:
    return say("{count} would be written", count=count) if dry else say("{count} written", count=count)


def _text(path: Path) -> str:
    """A `.po` file's text. Raises `FileError` where it cannot be opened, `ContentError` where it is no UTF-8."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ContentError(say("{file} is too large to be a .po file", file=str(path)), say("check the name"))
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = say("{file} is not UTF-8", file=str(path))
        raise ContentError(message, say("save it as UTF-8")) from error
    except FileNotFoundError as error:
        raise FileError(say("{file} does not exist", file=str(path)), say("check the name")) from error
    except OSError as error:
        raise FileError(say("{file} cannot be opened", file=str(path)), say("check who may read it")) from error
