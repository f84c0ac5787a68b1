"""How orders may be called in a line: by id, or by their names in any language."""

from collections.abc import Sequence

from simulator.scenario.scenario import Scenario


def order_names(scenario: Scenario) -> dict[str, str]:
    """What orders may be called, also those outside a seat's authority: the drill says why not."""
    names: dict[str, str] = {}
    for verb, order in scenario.catalogue.orders.items():
        if verb not in scenario.without:
            names |= {name.casefold(): verb for name in order.name.root.values()}
            names[verb] = verb
    return names


def named_order(scenario: Scenario, words: Sequence[str]) -> tuple[str, int]:
    """The order that the first words name, and how many words name it; nothing and 0 where they name none."""
    names = order_names(scenario)
    for count in range(len(words), 0, -1):
        said = " ".join(words[:count]).casefold()
        if said in names:
            return names[said], count
    return "", 0
