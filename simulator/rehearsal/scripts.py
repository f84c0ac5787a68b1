"""The scripts that playthroughs name: files of timed acts in the scenario's folder."""

from pathlib import Path

from simulator.errors import ScriptError
from simulator.language.said import say
from simulator.players.script import Script, read_script
from simulator.scenario.scenario import Scenario


def script_of(scenario: Scenario, name: str, folder: Path) -> Script:
    """The script of this name, from the scenario's folder.

    Raises `FileError` where it cannot be opened, `ScriptError` with its first fault where it has any.
    """
    script = read_script(folder / name, scenario)
    if script.findings:
        first = script.findings[0]
        place = f"{first.file}:{first.line}:{first.column}"
        raise ScriptError(say("{place}: {message}", place=place, message=first.message), first.help)
    return script
