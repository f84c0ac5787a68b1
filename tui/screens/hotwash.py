"""The hot wash: the scorecard explained, then the drill to walk through, where the time went, what mattered most."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.plain.words import cleaned
from tui.presentation.hotwash import answer_items, mattered_items, opening_items, spent_items, timeline_items
from tui.presentation.lines import Item, item, items
from tui.presentation.scorecard import scorecard_sections
from tui.presentation.text import wrapped
from tui.presentation.timeline import KINDS, Kind, rows
from tui.screens.base import DeskScreen, Keys
from tui.screens.commands import bindings, key_line
from tui.screens.desk import Desk
from tui.widgets.pane import Pane
from tui.widgets.strip import Heading, OneLine

PAGES: Mapping[str, Said] = {
    "score": say("Your score"), "timeline": say("Timeline"), "time": say("Time"), "mattered": say("What mattered"),
    "answers": say("Answers"),
}  # fmt: skip

WAITS = say("The drill is over. Working out the score …")
WAITS_FOR_OTHERS = say("The drill is over. The score comes by itself, once the evaluators have noted what they saw.")

FILTERS: tuple[Kind | None, ...] = (None, *KINDS)

OFFERED = ("help", "save", "plan", "again", "log", "language", "leave")


class HotWash(DeskScreen, inherit_bindings=False):
    """What was due, what was done when, what it earned, by which clause, and why; and how it might have gone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*OFFERED),
        Binding("left", "turn(-1)", N_("Page before"), id="hotwash.before", tooltip=N_("the page before"), show=False),
        Binding("right", "turn(1)", N_("Next page"), id="hotwash.next", tooltip=N_("the next page"), show=False),
        Binding("enter", "sift", N_("Sift"), id="hotwash.sift", tooltip=N_("show one kind of event"), show=False),
    ]
    OFFERS: ClassVar[tuple[str, ...]] = OFFERED
    OWN: ClassVar[Keys] = (("1-5", say("Page")),)
    ABOUT: ClassVar[Said] = say(
        "Five pages, by their digits or left and right: your score and where each point comes from; the drill to walk "
        "through (Enter shows one kind of event); where your time went; which acts mattered most, put right one at a "
        "time; the model answers. Arrows and page keys scroll."
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.page = "score"
        self.kind: Kind | None = None

    def body(self) -> ComposeResult:
        yield Heading(id="heading")
        yield OneLine(id="pages")
        yield Pane(self.lines, id="scorecard", depends=self.made_of)

    def reload(self) -> None:
        super().reload()
        if self.stands:
            self.query_one("#heading", Heading).show(self.desk.wording.say("Hot wash"))
            self.query_one("#pages", OneLine).show(self._pages())

    def keys_shown(self, width: int) -> str:
        shared = self.desk.room.shared
        return key_line(self.desk, tuple(each for each in OFFERED if not (shared and each == "again")), width, self.OWN)

    def _pages(self) -> str:
        """The pages with their digits, the present one in brackets."""
        named = [
            (name, f"{place} {self.desk.wording.said(said)}") for place, (name, said) in enumerate(PAGES.items(), 1)
        ]
        return " ".join(f"[{said}]" if name == self.page else f" {said} " for name, said in named)

    def made_of(self) -> object:
        """What the page is made of."""
        room = self.desk.room
        return self.page, self.kind, self.desk.wording, room.scorecard is None, self.desk.whatif, self.desk.progress

    def lines(self, width: int) -> list[Item]:
        """The page, once the score is worked out."""
        if self.desk.room.scorecard is None:
            waits = WAITS_FOR_OTHERS if self.desk.room.shared else WAITS
            return items(wrapped(self.desk.wording.said(waits), width))
        shown: Mapping[str, Callable[[int], list[Item]]] = {
            "score": self.score, "timeline": self.timeline, "time": self.time, "mattered": self.mattered,
            "answers": self.answers,
        }  # fmt: skip
        return shown[self.page](width)

    def score(self, width: int) -> list[Item]:
        """The three acts that mattered most, the scorecard, then where the journal lies."""
        wording, room = self.desk.wording, self.desk.room
        found = opening_items(wording, self.desk.whatif, width)
        assert room.scorecard is not None
        scenario, journal = room.drill.scenario, room.drill.journal
        for section in scorecard_sections(scenario, journal, room.scorecard, wording.translator, width):
            found += [*items(wrapped(section.title, width), "head"), *items(section.lines), item([""])]
        path = str(self.desk.path)
        kept = wording.say("The journal: {path}", path=path)
        report = wording.say("A report of it: drillroom report {path}", path=path)
        return [*found, *items(wrapped(kept, width)), *items(wrapped(report, width))]

    def timeline(self, width: int) -> list[Item]:
        """The drill from its beginning, event by event; all of them, or one kind."""
        return timeline_items(
            self.desk.wording, rows(self.desk.wording, self.desk.room.drill.journal), self.kind, width
        )

    def time(self, width: int) -> list[Item]:
        """Where the seat's time went, and for each expectation the time until noticed, decided, effective."""
        room = self.desk.room
        assert room.scorecard is not None
        return spent_items(self.desk.wording, list(room.drill.journal), room.scorecard, self.desk.seat, width)

    def mattered(self, width: int) -> list[Item]:
        """The acts by what each put right would have changed."""
        return mattered_items(self.desk.wording, self.desk.whatif, self.desk.progress, width)

    def answers(self, width: int) -> list[Item]:
        """For each expectation the model answer, the plan's clauses and the trainer's reasons."""
        scorecard = self.desk.room.scorecard
        assert scorecard is not None
        return answer_items(self.desk.wording, scorecard, self.desk.seat, width)

    def on_key(self, event: events.Key) -> None:
        """A digit turns to its page."""
        digit = cleaned(event.character or "")
        if digit in {str(place) for place in range(1, len(PAGES) + 1)}:
            event.stop()
            self.show_page(list(PAGES)[int(digit) - 1])

    def show_page(self, name: str) -> None:
        """Turn to a page, at its beginning."""
        self.page = name
        self.query_one("#scorecard", Pane).scroll_home(animate=False)
        self.renew()

    def action_turn(self, by: int) -> None:
        names = list(PAGES)
        self.show_page(names[(names.index(self.page) + by) % len(names)])

    def action_sift(self) -> None:
        """The next kind of event on the timeline."""
        if self.page == "timeline":
            self.kind = FILTERS[(FILTERS.index(self.kind) + 1) % len(FILTERS)]
            self.show_page("timeline")
