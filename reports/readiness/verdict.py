"""The verdict in three sentences: how ready, where weakest, what to do next and who is due."""

from functools import reduce

from reports.card.numbers import MEANINGS, figure, percent
from reports.readiness.model import Clause, Due, Readiness
from reports.readiness.naming import Names
from reports.readiness.statistics import SMALL
from simulator.evaluation.rating import letter


def verdict(names: Names, ready: Readiness) -> tuple[str, ...]:
    """The sentences; one alone where there is nothing to say more of."""
    if ready.overall is None or not ready.clauses:
        return (names.say("{group}: no scored drill is in the records.", group=group(names, ready)),)
    return (how_ready(names, ready), weakest(names, ready), what_next(names, ready))


def group(names: Names, ready: Readiness) -> str:
    """Who was asked for, in words."""
    asked = ready.asked
    if asked.person:
        return ready.people[0].shown if ready.people else names.say("this person")
    return asked.department or names.say("All departments")


def how_ready(names: Names, ready: Readiness) -> str:
    """Letter, score and share of tasks done in time; and whether all this rests on little."""
    assert ready.overall is not None
    rated = letter(ready.overall.median)
    low, high = (round(end * 100) for end in ready.in_time.interval)
    sentence = names.say(
        "{group}: rated {letter}, {meaning}. The median of {number} scores is {median}; {share} of {tasks} tasks were"
        " done well and within their limit (95 % interval {low}–{high} %).",
        group=group(names, ready), meaning=MEANINGS[rated], letter=rated, number=ready.overall.number,
        median=figure(ready.overall.median), share=percent(ready.in_time.value or 0.0), tasks=ready.in_time.of,
        low=low, high=high,
    )  # fmt: skip
    if ready.drills >= SMALL:
        return sentence
    few = names.say("These are few drills ({number}): take it as a hint.", number=ready.drills)
    return joined(names, [sentence, few])


def joined(names: Names, sentences: list[str]) -> str:
    """Sentences one after the other."""
    first, *others = sentences
    return reduce(lambda before, after: names.say("{before} {after}", before=before, after=after), others, first)


def weakest(names: Names, ready: Readiness) -> str:
    """The three weakest clauses of those that rest on enough tasks."""
    if not ready.weakest:
        return names.say("No clause came up at least {number} times with credit left to earn.", number=SMALL)
    told = [_told(names, clause) for clause in ready.weakest]
    return names.say("Weakest: {clauses}.", clauses=names.say("; ").join(told))


def _told(names: Names, clause: Clause) -> str:
    values = {"clause": names.clause(clause.id).rstrip(".。"), "credit": percent(clause.credit), "tasks": clause.tasks}
    return names.say("{clause} ({credit} of the credit, {tasks} tasks)", **values)


def what_next(names: Names, ready: Readiness) -> str:
    """Which scenarios train the weakest clauses, and who is due for training."""
    sentences = []
    if ready.weakest:
        scenarios = [names.say("'{title}'", title=names.scenario(scenario)) for scenario in training(ready.weakest)]
        clauses = names.listed([clause.id for clause in ready.weakest])
        found = {"clauses": clauses, "scenarios": names.listed(scenarios)}
        sentences.append(names.say("Next: train {clauses} with {scenarios}.", **found))
    if ready.trained:
        sentences.append(_due(names, ready))
    return joined(names, sentences or [names.say("Next: play more drills.")])


def _due(names: Names, ready: Readiness) -> str:
    if not ready.due:
        return names.say("Nobody of {number} is due for training.", number=ready.trained)
    first = ready.due[0]
    values = {"due": len(ready.due), "number": ready.trained, "person": first.shown, "why": why_due(names, first)}
    return names.say("{due} of {number} people are due for training, first of all {person}: {why}.", **values)


def why_due(names: Names, due: Due) -> str:
    """What somebody is most overdue for."""
    if due.overdue:
        clause, days = next(iter(due.overdue.items()))
        return names.say("{clause} is {days} days overdue", clause=clause, days=days)
    return names.say("{clauses} never practised", clauses=names.listed(list(due.never[:3])))


def training(clauses: tuple[Clause, ...]) -> tuple[str, ...]:
    """As few scenarios as bring up all these clauses: always the one next that brings up most of what is left."""
    left = list(clauses)
    chosen: list[str] = []
    while left:
        counts = {scenario: 0 for clause in left for scenario in clause.scenarios}
        for clause in left:
            for scenario in clause.scenarios:
                counts[scenario] += 1
        best = min(counts, key=lambda scenario: (-counts[scenario], scenario))
        chosen.append(best)
        left = [clause for clause in left if best not in clause.scenarios]
    return tuple(chosen)
