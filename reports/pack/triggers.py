"""When a message or a question comes, and what it does to the world, in a trainer's words."""

from collections.abc import Iterator

from reports.pack.conditions import in_words, plain
from reports.pack.naming import Numbered, fixed_second
from simulator.language.said import say
from simulator.language.tree import Name, Word
from simulator.scenario.deeds import due_of
from simulator.scenario.effects import Effects
from simulator.scenario.expectations import Expectation
from simulator.scenario.messages import Trigger
from simulator.scenario.values import Moment


def when(key: Numbered, name: str, trigger: Trigger) -> str:
    """When an inject or a decision comes: its own time or condition, and whatever else brings it."""
    ways = [way for way in (_own(key, name, trigger), *_brought(key, name)) if way]
    return key.wording.say("; or ").join(ways) or key.wording.say("never by itself: the controller sends it")


def _own(key: Numbered, name: str, trigger: Trigger) -> str:
    wording = key.wording
    repeat = getattr(trigger, "repeat", None)
    if trigger.at is not None and trigger.when is not None:
        values = {"moment": moment(key, name, trigger), "condition": in_words(key, trigger.when.tree)}
        said = wording.say("{moment}, if {condition}", **values)
    elif trigger.at is not None:
        said = moment(key, name, trigger)
    elif trigger.when is not None:
        said = wording.say("as soon as: {condition}", condition=in_words(key, trigger.when.tree))
    else:
        return ""
    return said if repeat is None else wording.say("{when}; again every {span}", when=said, span=wording.span(repeat))


def moment(key: Numbered, name: str, trigger: Trigger) -> str:
    """The written time of a message or a question."""
    at = trigger.at
    assert at is not None
    wording, second = key.wording, fixed_second(key.wording.scenario, trigger)
    if second is None:
        return _after(key, at)
    if at.window.fixed:
        return wording.clock(second)
    return wording.say("between {low} and {high}", low=wording.clock(second), high=wording.clock(at.window.high))


def _after(key: Numbered, at: Moment) -> str:
    """A time that counts from something else."""
    wording, event = key.wording, event_words(key, at.after)
    if at.window.fixed:
        return wording.say("{span} after {event}", span=wording.span(at.window.low), event=event)
    values = {"low": wording.span(at.window.low), "high": wording.span(at.window.high), "event": event}
    return wording.say("{low} to {high} after {event}", **values)


def event_words(key: Numbered, event: str) -> str:
    """Something that happens, by the name that `at` and `due` give it."""
    if event in key.messages:
        return key.message(event)
    if event in key.questions:
        return key.question(event)
    if event in key.wording.scenario.catalogue.orders:
        return key.wording.say("'{order}'", order=key.wording.verb(event))
    return in_words(key, Name(tuple(event.split(".")), (0, 0)))


def _brought(key: Numbered, name: str) -> Iterator[str]:
    """What brings a message or a question besides its own time: a stage, an answer, an order, another message."""
    scenario, wording = key.wording.scenario, key.wording
    for inject, message in scenario.injects.items():
        if name in message.inject or name in message.asks:
            yield wording.say("with {event}", event=key.message(inject))
    for incident, written in scenario.incidents.items():
        for stage, effects in getattr(written, "stages", {}).items():
            if name in effects.inject:
                values = {"thing": wording.thing(incident), "stage": wording.part(incident, stage)}
                yield wording.say("each time '{thing}' reaches '{stage}'", **values)
    for decision, question in scenario.decisions.items():
        for option, effects in question.options.items():
            if name in effects.inject or name == effects.then:
                yield wording.say("after answer {answer}", answer=key.answer(decision, option))
    for verb, order in scenario.catalogue.orders.items():
        if name in order.inject and verb not in scenario.without:
            yield wording.say("when '{order}' is carried out", order=wording.verb(verb))


def due_words(key: Numbered, expectation: Expectation) -> str:
    """What makes an expectation due."""
    due, wording = due_of(key.wording.scenario, expectation), key.wording
    if due is None:
        return expectation.due
    match due.kind:
        case "inject":
            return wording.listed(key.message(name) for name in due.ids)
        case "decision":
            return wording.listed(key.question(name) for name in due.ids)
        case _ if due.ids:
            topics = [key.message(name) if name in key.messages else wording.thing(name) for name in due.ids]
            return wording.say("word from another seat about {topics}", topics=topics)
        case _:
            return wording.say("word from another seat")


def effects_words(key: Numbered, effects: Effects) -> list[str]:
    """What a message, an answer or a stage does to the world, each effect in a few words."""
    wording = key.wording
    found = [_step(key, path, by, f"{abs(by):g}") for path, by in effects.add.items()]
    found += [_step(key, path, by, _points(by)) for path, by in effects.raises.items()]
    found += [_step(key, path, -by, _points(by)) for path, by in effects.lowers.items()]
    found += [
        wording.say("{kind}: {number}", kind=wording.part("", kind), number=str(number).replace("..", "–"))
        for kind, number in effects.harm.items()
    ]
    found += [
        wording.say("{thing} becomes: {value}", thing=key.path(path), value=plain(key, path, value))
        for path, value in effects.set.items()
    ]
    found += [wording.say("'{thing}' begins", thing=wording.thing(name)) for name in effects.starts]
    return found + [wording.say("'{thing}' is over", thing=wording.thing(name)) for name in effects.ends]


def _step(key: Numbered, path: str, by: float, number: str) -> str:
    """A step up or down."""
    return key.wording.say("{thing} {step}", thing=key.path(path), step=f"{'−' if by < 0 else '+'}{number}")


def _points(by: float) -> str:
    """A step of a share, in hundredths."""
    return f"{round(by * 100)} %"


def told_words(key: Numbered, effects: Effects) -> str:
    """The figures that a message tells, which may be wrong; empty where it tells none."""
    pairs = []
    for path, value in effects.tells.items():
        named = isinstance(value, str) and "." in value
        shown = key.wording.say("the true value") if named else in_words_of(key, path, value)
        pairs.append(key.wording.say("{thing} = {value}", thing=key.path(path), value=shown))
    return key.wording.listed(pairs)


def in_words_of(key: Numbered, path: str, value: object) -> str:
    """A told value."""
    if isinstance(value, str):
        return in_words(key, Word(value, (0, 0)))
    assert isinstance(value, bool | int | float)
    return plain(key, path, value)


def asked_words(key: Numbered, asks: tuple[str, ...]) -> str:
    """The questions that come with a message."""
    return key.wording.said(say("asks {questions}", questions=[key.question(name) for name in asks])) if asks else ""
