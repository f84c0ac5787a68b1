"""The expectations of a scenario with their model answers, and the breaches that lie near: for the facilitator."""

from reports.card.deeds import model_answer, reasons
from reports.pack.conditions import in_words
from reports.pack.naming import Numbered
from reports.pack.triggers import due_words
from reports.pack.words import basis, breach, on_one_line, percent, severity
from reports.paper.model import Block, Bullets, Cell, Column, Facts, Paragraph, Section, Table
from simulator.language.condition import Condition
from simulator.language.tree import Act
from simulator.scenario.expectations import Expectation


def tasks(key: Numbered) -> Section:
    """What the plan expects of each seat: a table, then each task with its model answer and the reasons."""
    wording = key.wording
    seats = [seat for seat in wording.scenario.seats if _of(key, seat)]
    table = Table(
        "tasks",
        wording.say("Tasks by seat"),
        _columns(key),
        tuple(_row(key, name, each) for seat in seats for name, each in _of(key, seat).items()),
    )
    note = wording.say(
        "Time runs from when the message or question reached the seat. Within the target it is at full "
        "worth; from the target to the limit its worth falls; past the limit it earns nothing for time."
    )
    sections = tuple(
        Section(wording.seat(seat), (), tuple(_task(key, each) for each in _of(key, seat).values())) for seat in seats
    )
    return Section(wording.say("What is expected, and the model answers"), (Paragraph(note, "quiet"), table), sections)


def _of(key: Numbered, seat: str) -> dict[str, Expectation]:
    return {name: each for name, each in key.wording.scenario.expectations.items() if each.of == seat}


def _columns(key: Numbered) -> tuple[Column, ...]:
    wording = key.wording
    return (
        Column(wording.say("Seat"), 16),
        Column(wording.say("Task"), 26),
        Column(wording.say("Due from"), 24),
        Column(wording.say("Target"), 9),
        Column(wording.say("Limit"), 9),
        Column(wording.say("Weight"), 7, right=True),
        Column(wording.say("Clauses"), 12),
    )


def _row(key: Numbered, name: str, each: Expectation) -> tuple[Cell, ...]:
    wording = key.wording
    return (
        Cell(wording.seat(each.of)),
        Cell(on_one_line(wording, each.task), tone="poor" if each.critical else ""),
        Cell(due_words(key, each)),
        Cell(wording.span(each.target), each.target / 60),
        Cell(wording.span(each.limit), each.limit / 60),
        Cell(f"{each.weight:g}", each.weight),
        Cell(wording.listed(each.clauses)),
    )


def _task(key: Numbered, each: Expectation) -> Section:
    wording = key.wording
    answer = Bullets(model_answer(wording, each), ordered=len(each.do) > 1)
    blocks: list[Block] = [Facts(_facts(key, each)), Paragraph(wording.say("Model answer:")), answer]
    why = reasons(wording, each)
    if why:
        blocks += [Paragraph(wording.say("Why:")), Bullets(why)]
    if each.quality:
        blocks += [Paragraph(wording.say("How well it is done, the first that holds:")), Bullets(_grades(key, each))]
    if each.wrong:
        blocks += [Paragraph(wording.say("Tempting and wrong here:")), Bullets(_wrong(key, each))]
    return Section(on_one_line(wording, each.task), tuple(blocks))


def _facts(key: Numbered, each: Expectation) -> tuple[tuple[str, str], ...]:
    wording = key.wording
    met = "" if each.met is None else in_words(key, each.met.tree)
    law = "" if each.law is None else wording.say("the limit is set by law: {source}", source=each.law.source)
    pairs = (
        (wording.say("Due from"), due_words(key, each)),
        (
            wording.say("Target and limit"),
            wording.say(
                "{target}, at the latest {limit}", target=wording.span(each.target), limit=wording.span(each.limit)
            ),
        ),
        (wording.say("Clauses"), wording.listed(each.clauses)),
        (wording.say("Met when"), met),
        (wording.say("Marks"), wording.listed(_marks(key, each))),
        (wording.say("Law"), law),
        (wording.say("Never done"), breach(wording, each.if_missed)),
    )
    return tuple(pair for pair in pairs if pair[1])


def _marks(key: Numbered, each: Expectation) -> list[str]:
    wording, found = key.wording, []
    if each.critical == "team":
        found.append(wording.say("critical for the whole team"))
    elif each.critical:
        found.append(wording.say("critical"))
    if each.coordination:
        found.append(wording.say("between seats"))
    if each.repeat:
        found.append(wording.say("each time anew"))
    return found


def _grades(key: Numbered, each: Expectation) -> tuple[str, ...]:
    wording = key.wording
    found = []
    for grade in each.quality:
        values = {"percent": percent(grade.is_), "condition": in_words(key, grade.when.tree)}
        said = wording.say("{percent}: {condition}", **values)
        code = breach(wording, grade.conduct)
        found.append(wording.say("{said} (breach: {breach})", said=said, breach=code) if code else said)
    return tuple(found)


def _wrong(key: Numbered, each: Expectation) -> tuple[str, ...]:
    found = []
    for condition in each.wrong:
        said, code = in_words(key, condition.tree), breach(key.wording, code_of(key, condition))
        found.append(key.wording.say("{said} (breach: {breach})", said=said, breach=code) if code else said)
    return tuple(found)


def code_of(key: Numbered, condition: Condition) -> str | None:
    """The breach that a wrong order is, by the catalogue."""
    tree = condition.tree
    orders = key.wording.scenario.catalogue.orders
    return orders[tree.verb].conduct if isinstance(tree, Act) and tree.verb in orders else None


def traps(key: Numbered) -> Section:
    """Every answer and every order here that is a breach, with its legal basis: what to look out for."""
    wording = key.wording
    columns = (
        Column(wording.say("Where"), 26),
        Column(wording.say("Breach"), 26),
        Column(wording.say("How grave"), 12),
        Column(wording.say("Basis"), 24),
    )
    places = [*_answers(key), *_orders(key)]
    rows = tuple(
        (Cell(where), Cell(breach(wording, code)), Cell(severity(wording, code)), Cell(basis(wording, code)))
        for where, code in places
    )
    empty = wording.say("No answer and no order here is a breach.")
    note = wording.say(
        "An evaluator notes these as facts: who, when, what was said or ordered. Whether an act is unlawful "
        "in a real case is for a lawyer."
    )
    table = Table("traps", wording.say("Breaches that lie near"), columns, rows, empty)
    return Section(wording.say("Conduct to look out for"), (Paragraph(note, "quiet"), table))


def _answers(key: Numbered) -> list[tuple[str, str]]:
    wording = key.wording
    return [
        (wording.say("answer {answer}", answer=key.answer(name, option)), written.conduct)
        for name, decision in wording.scenario.decisions.items()
        for option, written in decision.options.items()
        if written.conduct
    ]


def _orders(key: Numbered) -> list[tuple[str, str]]:
    """The orders on offer that are breaches, and who may give them."""
    wording, scenario, found = key.wording, key.wording.scenario, []
    for verb, order in scenario.catalogue.orders.items():
        seats = [wording.seat(seat) for seat in scenario.seats if scenario.may_order(seat, verb)]
        if order.conduct and verb not in scenario.without and seats:
            said = wording.verb(verb)
            where = (
                said if len(seats) == len(scenario.seats) else wording.say("{order} ({seats})", order=said, seats=seats)
            )
            found.append((where, order.conduct))
    return found
