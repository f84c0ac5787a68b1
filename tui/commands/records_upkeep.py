"""The upkeep of the records: keeping journals, making all anew, settling items, the roster, export, forgetting."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from reports.records.keeping import Outcome, journals_in, keep_all, known_journals
from reports.records.keeping import rebuild as make_anew
from reports.records.rows import Filter
from simulator.errors import CallError, ContentError
from simulator.language.said import say
from simulator.language.translator import N_
from tui.commands.records_call import DATABASE, DEPARTMENT, NAMED, SINCE, UNTIL, opened, print_lines, shown
from tui.presentation.records import roster_lines
from tui.session import emit, narrate, translator, warn

BOTS = click.option("--bots", is_flag=True, help=N_("Keep the drills and seats of bots too."))
REPLAY = click.option("--verify", "replay", is_flag=True, help=N_("Keep only what replays the same (slow)."))
FILE = click.Path(path_type=Path)


@click.command("add", help=N_("Keep drills by their journals. A folder stands for all journals in it."))
@click.argument("journals", metavar="JOURNAL…", nargs=-1, required=True, type=FILE)
@BOTS
@REPLAY
@DATABASE
def add(journals: tuple[Path, ...], bots: bool, replay: bool, db: str | None) -> None:
    paths = journals_in(journals)
    opened(db).close()
    if not told(keep_all(db, paths, bots, replay)) and paths:
        raise ContentError(say("no drill could be kept"))


@click.command("rebuild", help=N_(
    "Make all anew from journals. These are the known ones, and those in the folders (default: the journals' folder). "
    "The roster and what was changed by hand stay."))  # fmt: skip
@click.argument("folders", metavar="[DIR…]", nargs=-1, type=FILE)
@BOTS
@REPLAY
@DATABASE
def rebuild(folders: tuple[Path, ...], bots: bool, replay: bool, db: str | None) -> None:
    known = known_journals(db)
    gone = [path for path in known if not path.is_file()]
    paths = journals_in([*(folders or own_folder()), *(path for path in known if path not in gone)])
    if not paths:
        raise CallError(say("there is no journal to make the records from"), say("name the folders that hold some"))
    for path in gone:
        warn(say("left out: {reason}", reason=say("{path} does not exist", path=str(path))))
    told(make_anew(db, paths, bots, replay))


def own_folder() -> tuple[Path, ...]:
    """The folder of the journals that nobody named a place for, where there is one."""
    from tui.plain.start import journal_folder

    return (journal_folder(),)


def told(outcomes: Iterable[Outcome]) -> int:
    """Say of each journal why it was left out, then how many are kept; answers how many."""
    from reports.records.played import OnlyBots

    kept = new = bots = left_out = 0
    for outcome in outcomes:
        if outcome.error is None:
            kept, new = kept + 1, new + outcome.new
            continue
        bots += isinstance(outcome.error, OnlyBots)
        left_out += 1
        warn(say("left out: {reason}", reason=outcome.error.message))
    emit(say("Drills kept: {kept}, of them new: {new}. Left out: {left_out}.", kept=kept, new=new, left_out=left_out))
    if bots:
        narrate(say("Played by bots only: {number}; --bots keeps them too.", number=bots))
    return kept


@click.command("settle", help=N_("Change an improvement item by hand."))
@click.argument("drill", type=int)
@click.argument("item")
@click.option("--status", type=click.Choice(["open", "fixed", "again"]), help=N_("How it stands."))
@click.option("--owner", help=N_("Who puts it right."))
@click.option("--by", metavar="DAY", help=N_("By which day (2026-03-31)."))
@DATABASE
def settle(drill: int, item: str, status: str | None, owner: str | None, by: str | None, db: str | None) -> None:
    if status is None and owner is None and by is None:
        raise CallError(say("nothing to change"), say("give --status, --owner or --by"))
    with opened(db) as records:
        records.settle(drill, item, status or "", owner, by)
    emit(say("Changed: drill {drill}, item '{item}'.", drill=drill, item=item))


@click.command("export", help=N_("Write a .csv, .json or .xlsx file."))
@click.argument("file", type=FILE)
@click.option("--table", type=click.Choice(["seats", "drills", "tasks", "breaches", "items"]), default="seats",
              show_default=True, help=N_("What a CSV file holds; the others hold all of it."))  # fmt: skip
@DEPARTMENT
@SINCE
@UNTIL
@NAMED
@DATABASE
def export(file: Path, table: str, db: str | None, **given: Any) -> None:
    from reports.records.export import exported, save

    with opened(db) as records:
        content = exported(records, file, table, Filter(**given, language=translator().language), translator())
    save(file, content)
    emit(str(file))


@click.command("forget", help=N_("Delete all that is kept of a person."))
@click.argument("name", metavar="PERSON")
@click.option("--yes", is_flag=True, help=N_("Do not ask."))
@DATABASE
def forget(name: str, yes: bool, db: str | None) -> None:
    speaker = translator()
    with opened(db) as records:
        (person,) = records.people(Filter(person=name, language=speaker.language, named=True))
        if not yes:
            question = say("Delete all that is kept of {name} ({id})?", name=person.shown, id=person.id)
            click.confirm(speaker.say(question), abort=True, err=True)
        gone = records.forget(person.id)
    emit(say("Deleted: {name}. Drills they took part in: {number}.", name=person.shown, number=gone.drills))
    for path in gone.journals:
        warn(say("{path} still names them; delete it too, or a rebuild brings them back", path=str(path)))


@click.group("roster", invoke_without_command=True, help=N_("Who there is, by name. Import and export it."))
@DATABASE
@click.pass_context
def roster(context: click.Context, db: str | None) -> None:
    if context.invoked_subcommand is not None:
        return
    with opened(db) as records:
        people = records.people(Filter(named=True, language=translator().language))
    print_lines(roster_lines(shown(), people))


@roster.command("import", help=N_("Enter people from a .yaml or .csv file. Those of the same id are changed."))
@click.argument("file", type=FILE)
@DATABASE
def enrol(file: Path, db: str | None) -> None:
    from reports.records.roster import read_roster

    people = read_roster(file)
    with opened(db) as records:
        number = records.enrol(people)
    emit(say("People entered: {entered}. In the roster: {number}.", entered=len(people), number=number))


@roster.command("export", help=N_("Write a .yaml or .csv file. Everybody who took part is in it."))
@click.argument("file", type=FILE)
@DATABASE
def write_roster(file: Path, db: str | None) -> None:
    from reports.records.export import save
    from reports.records.roster import roster_file

    with opened(db) as records:
        people = records.people(Filter(named=True))
    save(file, roster_file(file, people))
    emit(str(file))


COMMANDS = (add, rebuild, settle, export, forget, roster)
