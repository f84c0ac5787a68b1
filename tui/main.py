"""The command `drillroom`: which subcommands there are, and how every failure becomes one message.

A subcommand is imported when it is called, so that help and version cost nothing; its module in
`tui/commands/` holds it under the name `command`. What a command does stands there, not here.
"""

import copy
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, NoReturn

import click

from simulator import __version__
from simulator.errors import CallError, DrillroomError
from simulator.language.click_words import install_for_click
from simulator.language.remedies import closest
from simulator.language.said import Said, say
from simulator.language.translator import LANGUAGES, N_, Translator, language_from_locale, translator_for
from tui.presentation.steering import harmless
from tui.session import Session, failure

COMMANDS = {
    "play": N_("Play a seat of a drill."),
    "serve": N_("Show the screens in a browser."),
    "scenarios": N_("List the scenarios there are."),
    "run": N_("Play a whole drill without a person: a bot or a script."),
    "host": N_("Open a drill that several people share."),
    "join": N_("Take a seat in a drill that several people share."),
    "control": N_("Run a drill that several people share."),
    "observe": N_("Watch a drill that several people share, or judge it."),
    "score": N_("Print the scorecard of a journal."),
    "whatif": N_("Say what each act put right would have changed."),
    "verify": N_("Say whether a journal is whole, unaltered and replays the same."),
    "report": N_("Write scorecards and after-action reports."),
    "records": N_("Past drills: list, ask, keep and forget them."),
    "readiness": N_("Say how ready a group is, from the records of its drills."),
    "new": N_("Start a scenario that already plays, to change."),
    "check": N_("Say whether a scenario is right."),
    "explain": N_("Say what a finding means."),
    "schema": N_("Print the JSON Schema that editors complete and check with."),
    "preview": N_("Play a scenario while you write it."),
    "rehearse": N_("Let bots play a scenario many times."),
    "upgrade": N_("Bring a scenario's file to the present format and tidy it."),
    "msel": N_("The list of injects out to a spreadsheet, and back in."),
    "translate": N_("Texts of a scenario out to a .po file, and translations back in."),
    "pack": N_("Write the papers for the day of a drill."),
    "bench": N_("Measure speed and memory, against bare loops of the same run."),
}
"""The subcommands with one line each, in the order in which help lists them."""

LOBBY = "lobby"
"""The module of what is done without a subcommand."""

CUT_OFF, CALL, INTERRUPTED = 1, 2, 130
"""Exit statuses: a reader that went away; a call that cannot be understood or carried out; Ctrl-C."""


class Drillroom(click.Group):
    """The group of subcommands: knows them by the table, and imports the one that is called."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Settle the language before anything is parsed, so that faults in the call come out in it too."""
        speaker = translator_for(wished_language(args))
        install_for_click(speaker)
        return super().make_context(info_name, args, parent, obj=Session(speaker), **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return load(cmd_name, ctx.ensure_object(Session).translator) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise no_command(args[0])
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        speaker = ctx.ensure_object(Session).translator
        super(Drillroom, in_language(self, speaker)).format_help(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, without importing anything."""
        speaker = ctx.ensure_object(Session).translator
        with formatter.section(speaker.say(N_("Commands"))):
            formatter.write_dl([(name, speaker.say(help)) for name, help in COMMANDS.items()])

    def main(self, args: Sequence[str] | None = None, *others: Any, **extra: Any) -> NoReturn:
        """Run one call and leave with its status; whatever goes wrong is one message."""
        words = list(sys.argv[1:] if args is None else args)
        _show_what_can_be_shown()
        extra["standalone_mode"] = False
        status = guarded(lambda: super(Drillroom, self).main(words, *others, **extra), words)
        sys.exit(status)


def wished_language(args: Sequence[str]) -> str:
    """The language of a call: the last `--lang` in it that names one, else the locale's."""
    words = list(args)
    if "--" in words:
        words = words[: words.index("--")]
    wished = [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    wished += [after for word, after in pairwise(words) if word == "--lang"]
    known = [language for language in wished if language in LANGUAGES]
    return known[-1] if known else language_from_locale(os.environ)


def load(name: str, speaker: Translator) -> click.Command:
    """A subcommand, its help in this language, taking `--lang` like every other."""
    command: click.Command = importlib.import_module(f"tui.commands.{name}").command
    return with_language(in_language(command, speaker), speaker)


def with_language(command: click.Command, speaker: Translator) -> click.Command:
    """The same command, which also takes `--lang`; the commands inside a group too."""
    found = copy.copy(command)
    found.params = [*command.params, language_option(speaker)]
    if isinstance(found, click.Group):
        found.commands = {
            name: with_language(in_language(inner, speaker), speaker) for name, inner in found.commands.items()
        }
    return found


def language_option(speaker: Translator) -> click.Option:
    """`--lang`, which `wished_language` has read already: here it is checked and explained."""
    help = speaker.say(N_("Language of what is said (default: the locale's)."))
    return click.Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=help)


def in_language(command: click.Command, speaker: Translator) -> Any:
    """A copy of a command with its help and its options' help in a language."""
    found = copy.copy(command)
    found.help = speaker.say(command.help) if command.help else command.help
    found.params = [_param(param, speaker) for param in command.params]
    return found


def _param(param: click.Parameter, speaker: Translator) -> click.Parameter:
    found = copy.copy(param)
    if isinstance(found, click.Option) and found.help:
        found.help = speaker.say(found.help)
    return found


def no_command(name: str) -> CallError:
    """The failure of a call with a subcommand that does not exist."""
    near = closest(name, tuple(COMMANDS))
    remedy = say("did you mean '{near}'?", near=near) if near else say("drillroom --help lists them")
    return CallError(say("there is no command '{name}'", name=name), remedy)


def guarded(call: Callable[[], Any], words: Sequence[str]) -> int:
    """The exit status of a call; where it fails, after one message on standard error."""
    try:
        status = call()
        sys.stdout.flush()
    except BrokenPipeError:
        _let_output_go()
        return CUT_OFF
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except Exception as error:
        # Whatever it is, a user gets a message and no traceback.
        return _told(error, translator_for(wished_language(words)))
    return status if isinstance(status, int) else 0


def _told(error: Exception, speaker: Translator) -> int:
    """Say a failure on standard error; answers the status to leave with."""
    message, status = message_of(error, speaker)
    try:
        sys.stdout.flush()
    except OSError:
        _let_output_go()
    try:
        click.echo(harmless(message), err=True)
    except OSError:
        _let_output_go()
    return status


def message_of(error: Exception, speaker: Translator) -> tuple[str, int]:
    """One message for a failure, and the status that goes with it."""
    match error:
        case DrillroomError():
            return failure(error, speaker), error.status
        case click.exceptions.NoArgsIsHelpError():
            return error.format_message(), CALL
        case click.ClickException():
            return speaker.say(say("error: {message}", message=_called(error))), CALL
        case _:
            return speaker.say(say("error: {message}", message=unforeseen(error))), CALL


def _called(error: click.ClickException) -> str:
    """What is wrong with a call, and how it is written."""
    usage = error.ctx.get_usage() if isinstance(error, click.UsageError) and error.ctx else ""
    return "\n".join(part for part in (error.format_message(), usage) if part)


def unforeseen(error: Exception) -> Said:
    """What to say of a failure that no part of Drillroom raised on purpose."""
    match error:
        case OSError(filename=None):
            return say("the system refuses: {reason}", reason=error.strerror or type(error).__name__)
        case OSError():
            return say("{path}: {reason}", path=error.filename, reason=error.strerror or type(error).__name__)
        case MemoryError():
            return say("not enough memory")
        case RecursionError():
            return say("nested too deeply to be read")
        case _:
            return say("a fault inside Drillroom ({fault} at {place})", fault=_fault(error), place=_place(error))


def _fault(error: Exception) -> str:
    first = str(error).split("\n")[0][:120]
    return f"{type(error).__name__}: {first}" if first else type(error).__name__


def _place(error: Exception) -> str:
    """The module and line at which it was raised, for whoever mends it."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}" if trace else "?"


def _show_what_can_be_shown() -> None:
    """A sign that the terminal's encoding lacks is shown as `?`, never a failure."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")


def _let_output_go() -> None:
    """Nobody reads on: keep the interpreter from complaining when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _show_version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"drillroom {__version__}")
        context.exit()


@click.group(
    cls=Drillroom,
    name="drillroom",
    invoke_without_command=True,
    help=N_("Train the people who answer a city's petition emergencies. Without a command: the lobby."),
)
@click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False,
              help=N_("Language of what is said (default: the locale's)."))  # fmt: skip
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version,
              help=N_("Print the version and leave."))  # fmt: skip
@click.pass_context
def drillroom(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        context.invoke(load(LOBBY, context.ensure_object(Session).translator))


def main() -> NoReturn:
    """The entry point of the installed command."""
    drillroom.main(prog_name="drillroom")


if __name__ == "__main__":
    main()
