"""Acts in words: those that stand in a journal, and those that the plan expected."""

from reports.card.model import Deed
from reports.wording import Wording
from simulator.journal.entry import ANSWER, ORDER, Entry
from simulator.language.text import Text
from simulator.language.tree import Duration, Expression, Name, Number, Sum, Told, Truth, Word
from simulator.scenario.deeds import Answered, Ordered, deeds
from simulator.scenario.deeds import Deed as Asked
from simulator.scenario.expectations import Expectation
from simulator.scenario.messages import Option


def act_words(wording: Wording, entry: Entry) -> str:
    """An order or answer of the journal; nothing for other entries."""
    payload = entry.payload
    match entry.kind:
        case "act.order":
            return wording.order(payload["verb"], payload.get("with", {}))
        case "act.answer":
            return wording.say("“{words}”", words=wording.option(payload["decision"], payload["option"]).strip())
        case _:
            return ""


def deed(wording: Wording, entry: Entry, done: int | None = None) -> Deed:
    """An act with its time, and *done*, the second at which it counted; of an answer the trainer's reason too."""
    when = wording.clock(entry.time)
    if done is not None and wording.clock(done) != when:
        when = wording.say("{given}, carried out {done}", given=when, done=wording.clock(done))
    option = option_of(wording, entry.payload.get("decision", ""), entry.payload.get("option", ""))
    return Deed(when, act_words(wording, entry), reason(wording, option.why if option else None))


def is_deed(entry: Entry) -> bool:
    """Whether it is an order or an answer."""
    return entry.kind in (ORDER, ANSWER)


def option_of(wording: Wording, decision: str, option: str) -> Option | None:
    """An option of a decision, if the scenario has it."""
    known = wording.scenario.decisions.get(decision)
    return None if known is None else known.options.get(option)


def reason(wording: Wording, why: Text | None) -> str:
    """An author's reason on one line; empty where none is given."""
    return "" if why is None else " ".join(wording.said(why).split())


def model_answer(wording: Wording, expectation: Expectation) -> tuple[str, ...]:
    """What the plan expected, deed by deed."""
    return tuple(_asked(wording, each) for each in deeds(expectation))


def reasons(wording: Wording, expectation: Expectation) -> tuple[str, ...]:
    """Why: the expectation's own reason, then those of the answers that it asks for."""
    found = [reason(wording, expectation.why)]
    for each in deeds(expectation):
        if isinstance(each, Answered):
            option = option_of(wording, each.decision, each.option)
            found.append(reason(wording, option.why if option else None))
    return tuple(dict.fromkeys(words for words in found if words))


def _asked(wording: Wording, asked: Asked) -> str:
    if isinstance(asked, Answered):
        return wording.say("“{words}”", words=in_words(wording, asked))
    return in_words(wording, asked)


def in_words(wording: Wording, asked: Asked) -> str:
    """An order or an answer that the plan asks for, in words."""
    match asked:
        case Answered(decision=decision, option=option):
            return wording.option(decision, option).strip()
        case Ordered(verb=verb, arguments=arguments):
            known = wording.scenario.order(verb).arguments
            shown = [
                f"{wording.said(known[each.name].name)} {_value(wording, verb, each.name, each.value)}"
                for each in arguments
                if each.name in known
            ]
            name = wording.verb(verb)
            return wording.say("{order} ({arguments})", order=name, arguments=shown) if shown else name


def _value(wording: Wording, verb: str, name: str, written: Expression) -> str:
    """The value that the plan names for an argument."""
    match written:
        case Word(value=value) | Number(value=value):
            return wording.argument(wording.scenario.order(verb).arguments[name], value)
        case Truth(value=value):
            return wording.value(name, value)
        case Duration(value=value):
            return wording.say("within {span}", span=wording.span(value))
        case Told(of=Name() as told):
            return wording.say("as told: {name}", name=wording.path(told.path))
        case Sum(sign=sign, left=left, right=right):
            return f"{_value(wording, verb, name, left)} {sign} {_value(wording, verb, name, right)}"
        case _:
            return "…"
