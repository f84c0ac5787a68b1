"""Every code that a finding can bear, with its severity and title. A code never changes its meaning.

E1xx the YAML itself, E2xx the shape, E3xx names and types in conditions, E4xx the
meaning, W4xx what is missing, unused or never comes about, W5xx the text.
"""

from dataclasses import dataclass
from typing import Literal

from simulator.language.said import Said, say

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True)
class Code:
    """What stands behind a code, wherever it is found."""

    severity: Severity
    title: Said


def _error(title: Said) -> Code:
    return Code("error", title)


def _warning(title: Said) -> Code:
    return Code("warning", title)


def _hint(title: Said) -> Code:
    return Code("hint", title)


YAML_CODES = {
    "E100": _error(say("the file is too large")),
    "E101": _error(say("the file is not UTF-8")),
    "E102": _error(say("a control character")),
    "E103": _error(say("an invisible mark")),
    "E104": _error(say("half a character")),
    "E105": _error(say("a tab")),
    "E106": _error(say("nothing is written in the file")),
    "E110": _error(say("the structure cannot be read")),
    "E111": _error(say("a full-width sign where YAML needs a plain one")),
    "E112": _error(say("typographic quotes where YAML needs plain ones")),
    "E113": _error(say("a quote that is never closed")),
    "E114": _error(say("a bracket that is never closed")),
    "E115": _error(say("indentation that fits no line above")),
    "E120": _error(say("a key that stands there twice")),
    "E121": _error(say("an anchor, alias or merge")),
    "E122": _error(say("a tag")),
    "E123": _error(say("more than one document, or a directive")),
    "E124": _error(say("a key that is not text")),
    "E130": _error(say("a word that YAML versions read differently")),
    "E131": _error(say("a number that is not written as a decimal")),
    "E132": _error(say("a date or clock time without quotes")),
    "E133": _error(say("a number without end")),
    "E140": _error(say("too deeply nested")),
    "E141": _error(say("too many entries")),
}

SHAPE_CODES = {
    "E201": _error(say("a setting that does not exist")),
    "E202": _error(say("a setting that is missing")),
    "E203": _error(say("a value of another type")),
    "E204": _error(say("a comma without quotes")),
    "E205": _error(say("a word that is not one of the choices")),
    "E206": _error(say("a value outside its limits")),
    "E207": _error(say("a name with other signs than letters, digits and _")),
    "E208": _error(say("a text in no known language")),
    "E210": _error(say("a time, area or amount that cannot be read")),
}

CONDITION_CODES = {
    "E300": _error(say("a condition that cannot be read")),
    "E301": _error(say("a word that the thing can never be")),
    "E302": _error(say("a time without its unit")),
    "E303": _error(say("a name that nothing bears")),
    "E304": _error(say("a part that the thing does not have")),
    "E305": _error(say("one '=' where a comparison is meant")),
    "E306": _error(say("values of different types")),
    "E307": _error(say("two values that both change by themselves")),
    "E308": _error(say("a value that is no condition")),
    "E309": _error(say("a condition that holds before anything happened")),
    "E310": _error(say("an argument that the order does not have")),
    "E311": _error(say("an 'otherwise' out of place")),
    "E312": _error(say("since( ) of something that does not happen")),
}

MEANING_CODES = {
    "E400": _error(say("a reference to nothing")),
    "E401": _error(say("a plan that cannot be found")),
    "E402": _error(say("a name that is taken")),
    "E403": _error(say("an effect on what cannot take it")),
    "E404": _error(say("a value that the state cannot take")),
    "E405": _error(say("an order without an argument it needs")),
    "E406": _error(say("something to do that is no act")),
    "E407": _error(say("a trigger that does not reach the seat")),
    "E408": _error(say("a condition without an act of the seat")),
    "E409": _error(say("an act that is no order")),
    "E410": _error(say("an order that the seat may not give")),
    "E411": _error(say("a target after its limit")),
    "E412": _error(say("a limit after the drill's end")),
    "E413": _error(say("a time after the drill's end")),
    "E414": _error(say("stages out of order")),
    "E415": _error(say("a stage that can never be reached")),
    "E416": _error(say("a pressure that chases itself")),
    "E417": _error(say("a clause that the plan does not have")),
    "E418": _error(say("a conduct code that does not exist")),
    "E419": _error(say("a measure of nothing")),
    "E421": _error(say("a time that counts from itself")),
    "E422": _error(say("a trigger that does not exist")),
    "E423": _error(say("an answer that another seat gives")),
    "E424": _error(say("a name that plan and catalogues do not have")),
    "E425": _error(say("chapters that overlap")),
    "E426": _error(say("chapters that do not fill the drill")),
    "E427": _error(say("a name in braces that stands for nothing")),
    "E430": _error(say("a player that does not exist")),
    "E431": _error(say("a limit that nobody can keep")),
    "E432": _error(say("more to do than time")),
    "E490": _error(say("a playthrough that comes out otherwise")),
    "W401": _warning(say("a translation that is missing")),
    "W402": _warning(say("a clause of the type that nothing exercises")),
    "W403": _warning(say("an outcome that does not count harm")),
    "W404": _warning(say("an inject that nothing delivers")),
    "W405": _warning(say("a decision that nothing puts")),
    "W406": _warning(say("an inject that nobody receives")),
    "W407": _warning(say("a unit without a way")),
    "W408": _warning(say("a skill that nobody has")),
    "W409": _warning(say("a message between two chapters")),
    "W410": _warning(say("a condition that can never hold")),
    "W411": _warning(say("something that never comes about")),
    "W412": _warning(say("an expectation that never falls due")),
    "W413": _warning(say("an answer that leads back")),
    "W414": _warning(say("a target that nobody can reach")),
    "W415": _warning(say("a unit demanded at two places")),
    "W416": _warning(say("a unit that nothing needs")),
    "W417": _warning(say("a place where nothing is")),
    "W418": _warning(say("a state that nothing reads")),
    "W419": _warning(say("a state that nothing changes")),
    "W420": _warning(say("a seat with nothing to do")),
    "W421": _warning(say("an order that does nothing")),
    "W422": _warning(say("a contingency inject that comes by itself")),
    "W423": _warning(say("a reception where there is none")),
}

TEXT_CODES = {
    "W501": _warning(say("a question that closes before it is read")),
    "W502": _warning(say("urgent messages too close together")),
    "W503": _warning(say("more to read than time")),
    "W504": _warning(say("languages of very different length")),
    "W505": _warning(say("a name in braces that one language lacks")),
    "W506": _warning(say("data that looks real")),
    "W507": _warning(say("a word that labels people")),
    "W508": _hint(say("a labelling word in somebody's mouth")),
    "W509": _warning(say("a text in the wrong language")),
}

CODES: dict[str, Code] = {**YAML_CODES, **SHAPE_CODES, **CONDITION_CODES, **MEANING_CODES, **TEXT_CODES}
"""All codes by name."""
