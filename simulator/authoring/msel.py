"""The MSEL as a table: a scenario's injects as the rows that trainers keep in a spreadsheet.

Files of spreadsheets are read and written by `reports.msel`; how rows become injects again stands in `msel_rows` and
`msel_merging`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.language.said import Said, say
from simulator.language.text import Text
from simulator.language.translator import Translator
from simulator.scenario.expectations import Expectation
from simulator.scenario.messages import Inject
from simulator.scenario.scenario import Scenario

COLUMNS: Mapping[str, Said] = {
    "id": say("Inject id"),
    "time": say("Inject time"),
    "when": say("Condition"),
    "to": say("Receivers"),
    "from": say("Sender"),
    "channel": say("Channel"),
    "text": say("Inject text"),
    "expected": say("Expected action"),
    "orders": say("Orders and answers"),
    "clause": say("Clause"),
}
"""The columns in their order. `from` and `text` come once a language, as `Text (en)`."""

CHANNELS: Mapping[str, Said] = {
    "phone": say("phone call"),
    "radio": say("radio call"),
    "field_report": say("field report"),
    "post": say("post online"),
    "visitor": say("visitor"),
    "superior": say("superior"),
    "document": say("document"),
    "observation": say("observation"),
}
"""How a message comes, in words."""

IN_LANGUAGES = ("from", "text")
"""The columns that there are once a language."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of texts under their headings."""

    title: str
    """With the mark of an exercise."""
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sheet_of(scenario: Scenario, translator: Translator) -> Sheet:
    """The injects of a scenario, in the order of its file, headed in a language; texts in all of the scenario's."""
    title = translator.say(say("EXERCISE: {title}", title=scenario.title))
    columns = [column for name in COLUMNS for column in _spread(name, scenario.languages)]
    headings = tuple(heading(name, language, translator) for name, language in columns)
    rows = tuple(
        tuple(_cell(scenario, name, translator, column, language) for column, language in columns)
        for name in scenario.injects
    )
    return Sheet(title, headings, rows)


def _spread(column: str, languages: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(column, language) for language in languages] if column in IN_LANGUAGES else [(column, "")]


def heading(column: str, language: str, translator: Translator) -> str:
    """A column's heading: `Text (en)`."""
    named = translator.say(COLUMNS[column])
    return f"{named} ({language})" if language else named


def _cell(scenario: Scenario, name: str, translator: Translator, column: str, language: str) -> str:
    inject = scenario.injects[name]
    match column:
        case "id":
            return name
        case "time":
            return "" if inject.at is None else str(inject.at)
        case "when":
            return "" if inject.when is None else str(inject.when)
        case "to":
            return ", ".join(inject.to)
        case "from":
            return _text(inject.from_, language)
        case "channel":
            return translator.say(CHANNELS[inject.by])
        case "text":
            return _text(inject.text, language)
        case _:
            return "\n".join(_expected(each, translator, column) for each in due_with(scenario, name, inject))


def _text(text: Text | None, language: str) -> str:
    """A text in a language, empty where it is missing there; one without a language in the first."""
    if text is None:
        return ""
    return (text.root.get(language, "") if text.languages else str(text)).strip()


def due_with(scenario: Scenario, name: str, inject: Inject) -> list[Expectation]:
    """What is expected when an inject, or a question that it puts, has come."""
    triggers = {name, *inject.asks}
    return [each for each in scenario.expectations.values() if each.due in triggers]


def _expected(expectation: Expectation, translator: Translator, column: str) -> str:
    if column == "expected":
        return f"{expectation.of}: {translator.say(expectation.task)}"
    if column == "orders":
        return "; ".join(str(each) for each in expectation.do)
    return ", ".join(expectation.clauses)
