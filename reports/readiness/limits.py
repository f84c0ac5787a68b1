"""What readiness rests on, and what limits it, in words."""

from reports.readiness.model import Readiness
from reports.readiness.naming import Names
from reports.readiness.statistics import SMALL


def period(names: Names, ready: Readiness) -> str:
    """From the first drill to the last."""
    if not ready.first:
        return "–"
    return names.say("{first} to {last}", first=ready.first, last=ready.last)


def few(ready: Readiness) -> bool:
    """Whether so few people took part that numbers say little, and a reader may guess who they are."""
    return len(ready.people) < SMALL


def notices(names: Names, ready: Readiness) -> list[str]:
    """What limits the report."""
    found = []
    small = len([clause for clause in ready.clauses if clause.small])
    if small:
        found.append(names.say("{number} clauses rest on fewer than {few} tasks and are not ranked among the weakest.",
                               number=small, few=SMALL))  # fmt: skip
    if ready.undated:
        found.append(names.say("{number} drills bear no day: they are in no trend.", number=ready.undated))
    if not ready.asked.named and any(department.people < SMALL for department in ready.departments):
        found.append(names.say("Where so few people took part, a reader may guess who they are."))
    if ready.uncompared:
        titles = names.listed([names.scenario(scenario) for scenario in ready.uncompared])
        found.append(
            names.say("Not compared with the bots, for no journal of it can be read: {titles}.", titles=titles)
        )
    return found
