"""Going back in a practice, in lines: the list of moments, and the choice of one."""

from simulator.errors import CallError
from simulator.language.said import say
from simulator.room.rewinding import Point, must_be_practice, points
from tui.plain.session import Plain
from tui.plain.words import number
from tui.presentation.text import wrapped
from tui.presentation.timeline import point_line

ALL = ("all", "全部")


def rewind(plain: Plain, rest: str) -> None:
    """List the moments to which the seat may go back, or go back to one of them and play on from there."""
    journal = plain.room.drill.journal
    must_be_practice(journal)
    found = points(journal, plain.seat)
    if not rest or rest.casefold() in ALL:
        _list(plain, found, messages=bool(rest))
        return
    wanted = number(rest)
    if wanted is None or not 1 <= wanted <= len(found):
        raise CallError(say("there is no moment '{number}'", number=rest), say("rewind lists them"))
    if plain.go_back is not None:
        plain.go_back(found[wanted - 1])
        plain.gone_back = True


def _list(plain: Plain, found: tuple[Point, ...], messages: bool) -> None:
    for place, point in enumerate(found, 1):
        if messages or point.kind != "message":
            line = point_line(plain.wording, plain.room.drill.journal, point)
            plain.show(wrapped(line, plain.width, f"{place:>4}. "))
    if found:
        plain.write(say("type: rewind NUMBER; a new journal goes on from there, this one stays as it is"))
    else:
        plain.write(say("There is nothing to go back to yet."))
