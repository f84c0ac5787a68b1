"""`drillroom` alone: a menu on a terminal; else a drill by the book, told, scored and reported."""

from collections.abc import Sequence
from datetime import UTC, datetime

import click

from reports.markdown import markdown, write_report
from reports.wording import Wording
from simulator.authoring.library import find_scenario, shipped
from simulator.authoring.load import scenario_or_raise
from simulator.journal.file import write_all
from simulator.language.said import Said, say
from simulator.language.translator import LANGUAGES, N_, Translator, translator_for
from simulator.rehearsal.run import Finished, run_drill
from simulator.room.opening import Wishes
from simulator.scenario.scenario import Scenario
from tui.commands.play import has_screen, line_width, on_terminal, playing
from tui.plain.start import Playing, drawn_seed, journal_path, play_new
from tui.presentation.log import story_lines
from tui.presentation.scorecard import scorecard_lines, scorecard_sections
from tui.session import emit, narrate, translator
from tui.speech import LANGUAGE_NAMES

FIRST = "mass"
"""The scenario that shows what a drill is."""

SEED = 1
"""The seed of the drill that is shown: the same every time."""

UNWRAPPED = 100_000
"""A width at which no line is broken: paper breaks its own."""


@click.command("lobby", help=N_("Choose a drill; without a terminal, show one."))
def command() -> None:
    """Open the lobby, or show a drill where nobody can choose."""
    if has_screen():
        # Loaded here: lines and pipes need nothing of Textual.
        from tui.on_screen import play_from_lobby

        play_from_lobby(translator())
    elif on_terminal():
        choose()
    else:
        show()


def show() -> None:
    """Play the first scenario by the book; print it and its score; write journal and report."""
    scenario = scenario_or_raise(find_scenario(FIRST))
    path = journal_path(scenario.id, datetime.now(UTC))
    finished = run_drill(scenario, SEED)
    speaker = translator()
    wording = Wording(scenario, speaker, finished.journal.header["personas"])
    emit(wording.say("{exercise}: {title}", exercise=wording.exercise(), title=scenario.title))
    for line in story_lines(wording, finished.journal, line_width()):
        emit(line)
    for line in scorecard_lines(scenario, finished.journal, finished.scorecard, speaker, line_width()):
        emit(line)
    write_all(finished.journal, path)
    report = path.with_suffix(".md")
    write_report(report, report_of(scenario, finished, speaker))
    emit(say("The journal: {path}", path=str(path)))
    emit(say("The report: {path}", path=str(report)))


def report_of(scenario: Scenario, finished: Finished, speaker: Translator) -> str:
    """The scorecard as a Markdown report."""
    wording = Wording(scenario, speaker)
    title = wording.say("{exercise}: {title}", exercise=wording.exercise(), title=scenario.title)
    sections = scorecard_sections(scenario, finished.journal, finished.scorecard, speaker, UNWRAPPED)
    return markdown(title, [(section.title, section.lines) for section in sections])


def choose() -> None:
    """Ask for language, scenario, seat and how to play, one menu after another, and play."""
    speaker = chosen_language(translator())
    paths = shipped()
    loaded = [scenario_or_raise(path) for path in paths]
    wording = [Wording(scenario, speaker) for scenario in loaded]
    titles = [f"{each.said(each.scenario.title)} [{each.scenario.id}]" for each in wording]
    chosen = wording[menu(speaker, say("Which scenario?"), titles)]
    seats = list(chosen.scenario.seats)
    seat = seats[menu(speaker, say("Which seat?"), [chosen.seat(each) for each in seats])]
    ways = [speaker.say(say("practise: pauses and hints")), speaker.say(say("be assessed"))]
    assessed = menu(speaker, say("How?"), ways) == 1
    name = click.prompt(speaker.say(say("Your name, as reports shall show it")), default="", show_default=False)
    wishes = Wishes(seat, name, drawn_seed(), assessed=assessed, language=speaker.language)
    path = journal_path(chosen.scenario.id, datetime.now(UTC))
    console = playing()
    play_new(chosen.scenario, wishes, path, Playing(console.console, speaker, width=console.width))


def chosen_language(speaker: Translator) -> Translator:
    """The language the person wants, the present one first."""
    others = [language for language in LANGUAGES if language != speaker.language]
    languages = [speaker.language, *others]
    names = [LANGUAGE_NAMES[language] for language in languages]
    return translator_for(languages[menu(speaker, say("Which language?"), names)])


def menu(speaker: Translator, question: Said, choices: Sequence[str]) -> int:
    """Ask for one of several by number; answers its place, from 0."""
    narrate(speaker.say(question))
    for number, choice in enumerate(choices, 1):
        narrate(f"  {number}. {choice}")
    chosen: int = click.prompt(speaker.say(say("Number")), type=click.IntRange(1, len(choices)), default=1)
    return chosen - 1
