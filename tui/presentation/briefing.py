"""What a trainee is told before the clock runs: the exercise, the seat, the units, how to begin."""

from reports.wording import Wording
from tui.presentation.text import wrapped


def briefing_lines(wording: Wording, seat: str, width: int) -> list[str]:
    """The briefing of one seat."""
    scenario = wording.scenario
    title = wording.say("{exercise}: {title}", exercise=wording.exercise(), title=scenario.title)
    length = wording.span(scenario.played)
    span = wording.say("It begins at {clock} and lasts {length}.", clock=wording.clock(0), length=length)
    lines = [*wrapped(title, width), *wrapped(span, width), *_chapters(wording, width), ""]
    lines += wrapped(wording.said(scenario.briefing).strip(), width)
    lines += ["", *wrapped(wording.say("Your seat: {seat}", seat=wording.seat(seat)), width)]
    role = scenario.emergency_plan.roles.get(scenario.role_of(seat))
    if role is not None and role.does is not None:
        lines += wrapped(wording.said(role.does), width)
    lines += _units(wording, seat, width)
    return [*lines, *wrapped(wording.say("Type ? for help."), width)]


def _units(wording: Wording, seat: str, width: int) -> list[str]:
    own = [wording.said(unit.name) for unit in wording.scenario.units.values() if unit.under == seat]
    return wrapped(wording.say("Your units: {units}", units=own), width) if own else []


def _chapters(wording: Wording, width: int) -> list[str]:
    """The chapters of a drill that spans days."""
    lines: list[str] = []
    for name in wording.scenario.chapters:
        lines += wrapped(chapter_line(wording, name), width, "  ")
    return lines


def chapter_line(wording: Wording, name: str) -> str:
    """A chapter: its name, when it begins and ends."""
    chapter = wording.scenario.chapters[name]
    called = wording.said(chapter.name) if chapter.name else name
    starts, ends = wording.clock(chapter.starts), wording.clock(chapter.ends)
    return wording.say("{chapter}: {starts} to {ends}", chapter=called, starts=starts, ends=ends)
