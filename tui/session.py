"""The present call of the command line: its language, and where its lines go.

Data goes to standard output, narration to standard error, so that a program can read the one while a
person reads the other. Nothing is kept between two calls in one process.
"""

import os
from dataclasses import dataclass

import click

from simulator.errors import DrillroomError
from simulator.language.said import Said, Written, say
from simulator.language.translator import Translator, language_from_locale, translator_for
from tui.presentation.steering import harmless


@dataclass(frozen=True, slots=True)
class Session:
    """What one call of the command line carries to its commands, as click's context object."""

    translator: Translator


def translator() -> Translator:
    """The translator of the present call; outside a call, the one that the locale asks for."""
    context = click.get_current_context(silent=True)
    session = context.find_object(Session) if context else None
    return session.translator if session else translator_for(language_from_locale(os.environ))


def emit(line: Said | str | Written) -> None:
    """One line of data, on standard output. Of a plain string only what would steer a terminal is written out."""
    click.echo(harmless(_in_language(line)))


def narrate(line: Said | str | Written) -> None:
    """One line beside the data, on standard error; a plain string as in `emit`."""
    click.echo(harmless(_in_language(line)), err=True)


def warn(message: Said) -> None:
    """One warning, on standard error."""
    narrate(say("warning: {message}", message=message))


def _in_language(line: Said | str | Written) -> str:
    return line if isinstance(line, str) else translator().say(line)


def failure(error: DrillroomError, speaker: Translator) -> str:
    """A failure as one message: what is wrong, and what to do where there is something to do."""
    if error.remedy is None:
        return speaker.say(say("error: {message}", message=error.message))
    return speaker.say(say("error: {message}; {remedy}", message=error.message, remedy=error.remedy))
