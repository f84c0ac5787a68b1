"""The questions of the hot wash, and what the facilitator may do when a drill does not go as planned."""

from reports.messages import PURPOSES
from reports.pack.naming import Numbered, in_order
from reports.pack.triggers import due_words, when
from reports.pack.words import on_one_line
from reports.paper.model import Bullets, Paragraph, Section
from simulator.language.said import Said, say
from simulator.language.tree import Told, walk
from simulator.scenario.deeds import Answered, deeds, due_of
from simulator.scenario.expectations import Expectation
from simulator.scenario.messages import Purpose


def questions(key: Numbered) -> Section:
    """Questions for everybody, for each clause that is exercised with its tasks, and to close with."""
    wording = key.wording
    note = wording.say(
        "Let those who sat there speak first, then the evaluators. Ask what was known then, not what is known now. "
        "Nobody is blamed: a plan that nobody could follow is a finding about the plan."
    )
    return Section(
        wording.say("Questions for the hot wash"),
        (Paragraph(note, "quiet"),),
        (
            Section(wording.say("To begin with"), (Bullets(_said(key, OPENING)),)),
            Section(wording.say("Clause by clause"), (), tuple(_by_clause(key))),
            Section(wording.say("What came of it"), (Bullets(_of_outcome(key)),)),
            Section(wording.say("To close with"), (Bullets(_said(key, CLOSING)),)),
        ),
    )


OPENING = (
    say("In one sentence each: what was this about, seen from your seat?"),
    say("When did you first think: this is going to be more than a normal day? What made you think so?"),
    say("What did the petitioners want, in their own words? Who has told them what is going to happen?"),
)

CLOSING = (
    say("What shall we keep doing, what shall we stop, what shall we begin?"),
    say("Which clause of our own plan would have helped today, which was in the way, which is missing?"),
    say("Who does what by when? Write it down with a name and a date."),
)


def _said(key: Numbered, lines: tuple[Said, ...]) -> tuple[str, ...]:
    return tuple(key.wording.said(line) for line in lines)


def _by_clause(key: Numbered) -> list[Section]:
    """The tasks under the clause that each names first."""
    wording = key.wording
    known = wording.scenario.emergency_plan.clauses
    found = []
    for clause, written in known.items():
        mine = [each for each in wording.scenario.expectations.values() if each.clauses[0] == clause]
        if mine:
            title = wording.say("{clause}: {text}", clause=clause, text=on_one_line(wording, written.text))
            found.append(Section(title, (Bullets(tuple(line for each in mine for line in of_task(key, each))),)))
    return found


def of_task(key: Numbered, each: Expectation) -> tuple[str, ...]:
    """The questions that a task gives rise to, by what it asks for."""
    wording = key.wording
    values = {
        "seat": wording.seat(each.of),
        "task": on_one_line(wording, each.task),
        "due": due_words(key, each),
        "target": wording.span(each.target),
        "limit": wording.span(each.limit),
    }
    return tuple(wording.said(Said(line.template, values | line.values)) for line in _asks(key, each))


def _asks(key: Numbered, each: Expectation) -> list[Said]:
    told = any(isinstance(part, Told) for condition in each.do for part in walk(condition.tree))
    answered = [deed for deed in deeds(each) if isinstance(deed, Answered)]
    found = [
        say(
            "{seat}, '{task}': it fell due with {due}, and the plan gives {target}, at most {limit}. When did you "
            "begin, and what came first instead?"
        )
    ]
    if told:
        found.append(
            say("{seat}, '{task}': which figure did you give, from whom had you got it, and how sure were you?")
        )
    if answered:
        questions = [key.question(deed.decision) for deed in answered]
        ask = say(
            "{seat}: read out what you were asked ({questions}) and what you answered. How does it sound to the "
            "one who asked?",
            questions=questions,
        )
        found.append(ask)
    if each.coordination:
        found.append(say("'{task}': who needed to know this, who told them, and how do you know that it arrived?"))
    if each.wrong or any(grade.conduct for grade in each.quality):
        found.append(
            say("'{task}': what would have been the quick way out here? Whom would it have harmed, which law?")
        )
    if each.critical:
        found.append(say("'{task}' is critical: what has to be prepared so that it works on the worst day as well?"))
    return found


def _of_outcome(key: Numbered) -> tuple[str, ...]:
    wording = key.wording
    found = []
    for measure in wording.scenario.outcome.values():
        name = wording.said(measure.name) if measure.name else key.path(measure.measure.rpartition(".")[0])
        found.append(wording.say("{measure}: when did it turn, and what turned it?", measure=name))
    found.append(wording.say("What would have happened without you? (The report compares it with a silent drill.)"))
    return tuple(found)


def contingencies(key: Numbered) -> Section:
    """What to do when it goes otherwise: too slow, too fast, too much, into the ditch, or when it gets real."""
    wording = key.wording
    return Section(
        wording.say("When it goes otherwise"),
        (),
        (
            Section(wording.say("The team is stuck"), (Bullets(_stuck(key)),)),
            Section(wording.say("The team is ahead"), (Bullets(_ahead(key)),)),
            Section(wording.say("It is too much"), (Bullets(_too_much(key)),)),
            *_off_track(key),
            Section(wording.say("At any time"), (Bullets(_said(key, ANY_TIME)),)),
        ),
    )


def _off_track(key: Numbered) -> tuple[Section, ...]:
    """The messages that lead a team back, where there are some."""
    back = _kept_ready(key, "redirect")
    return (Section(key.wording.say("The team is off the track"), (Bullets(back),)),) if back else ()


def _kept_ready(key: Numbered, purpose: Purpose) -> tuple[str, ...]:
    """The contingency injects with a purpose, each with its words."""
    wording = key.wording
    return tuple(
        wording.say("{message} is kept ready, {purpose}: “{words}”", message=key.message(name),
                    purpose=PURPOSES[purpose], words=on_one_line(wording, inject.text))
        for name, inject in wording.scenario.injects.items()
        if inject.purpose == purpose
    )  # fmt: skip


ANY_TIME = (
    say("A real emergency: say 'real emergency', end the exercise, and deal with it. Nothing else counts."),
    say("Somebody is distressed by the story: take them out without comment, look after them, let a stand-in go on."),
    say("Something fails: the drill pauses and its journal is kept; take it up again with drillroom play --resume."),
    say("Somebody knows the plan better than the scenario: let it pass, note it, and bring it up in the hot wash."),
)


def _stuck(key: Numbered) -> tuple[str, ...]:
    """What is kept ready to help; for each critical task, what may be said once its target is past."""
    wording, found = key.wording, [*_kept_ready(key, "help")]
    for each in wording.scenario.expectations.values():
        if each.critical:
            values = {
                "task": on_one_line(wording, each.task),
                "seat": wording.seat(each.of),
                "target": wording.span(each.target),
                "due": due_words(key, each),
            }
            found.append(
                wording.say(
                    "'{task}' has not begun {target} after {due}: let a superior ring {seat} and ask how "
                    "things stand. Do not name the task.",
                    **values,
                )
            )
    found.append(
        wording.say("In practice, pause and ask one question: what is the most urgent thing now, and whose is it?")
    )
    return tuple(found)


def _ahead(key: Numbered) -> tuple[str, ...]:
    """What is kept ready to press; messages on condition that did not come yet and can be sent by hand."""
    wording, scenario = key.wording, key.wording.scenario
    waiting = [name for name in in_order(scenario) if scenario.injects[name].when is not None]
    found = [*_kept_ready(key, "pressure")]
    found += [
        wording.say(
            "{message} comes only on condition ({when}). It can be played by telephone all the same.",
            message=key.message(name),
            when=when(key, name, scenario.injects[name]),
        )
        for name in waiting
        if scenario.injects[name].urgent
    ][:5]
    found.append(wording.say("Ask a seat for a written line to the petitioners, and have somebody read it aloud."))
    found.append(wording.say("Take one seat away for ten minutes: who steps in, and what do they need to know?"))
    return tuple(found)


def _too_much(key: Numbered) -> tuple[str, ...]:
    """What may be left out without changing what is scored."""
    wording, scenario = key.wording, key.wording.scenario
    dues = {name for each in scenario.expectations.values() if (due := due_of(scenario, each)) for name in due.ids}
    quiet = [
        key.messages[name]
        for name, inject in scenario.injects.items()
        if name not in dues
        and not inject.purpose
        and not inject.asks
        and not inject.add
        and not inject.raises
        and not inject.harm
    ]
    numbers = wording.listed(str(number) for number in sorted(quiet))
    found = (
        [
            wording.say(
                "Nothing is due because of these messages; whoever reads late loses little: {numbers}.", numbers=numbers
            )
        ]
        if quiet
        else []
    )
    found.append(wording.say("Halve the pace, or pause once and let every seat say what it has in hand."))
    found.append(wording.say("Give a seat to a stand-in: it goes by the book, and the others go on learning."))
    return tuple(found)
