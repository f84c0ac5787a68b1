"""A decision that is put to the seat: question, numbered options, the time left. A digit answers."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from reports.messages import CHANNELS
from simulator.engine.view import OpenDecision
from simulator.journal.acts import Answer
from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.presentation.board import time_left
from tui.presentation.conversation import so_far
from tui.presentation.lines import Item, item, items, numbered
from tui.presentation.text import wrapped
from tui.screens.base import Keys, Panel
from tui.screens.desk import Desk
from tui.widgets.pane import Pane


class Deciding(Panel):
    """The open decisions, one at a time, the most pressing first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,right", "turn", N_("Next decision"), id="decision.next", show=False,
                tooltip=N_("to the other decision that is open")),
    ]  # fmt: skip
    OFFERS: ClassVar[tuple[str, ...]] = ("help", "pause", "language")
    OWN: ClassVar[Keys] = (("1-9", say("Answer")), ("Esc", say("Later")))
    ABOUT: ClassVar[Said] = say(
        "A decision: the digit of an option answers at once, or arrows and Enter. Esc puts it aside, F4 brings it "
        "back; its time runs on."
    )
    ON_TOP: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._place = 0

    @property
    def decision(self) -> OpenDecision | None:
        """The decision in sight; nothing when none is open any more."""
        waiting = sorted(self.desk.view.decisions, key=lambda decision: decision.closes)
        return waiting[self._place % len(waiting)] if waiting else None

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="options", eager=False)

    def heading(self) -> str:
        wording, decision = self.desk.wording, self.decision
        if decision is None:
            return ""
        left = time_left(wording, decision, self.desk.view.time)
        many = len(self.desk.view.decisions)
        if many == 1:
            return wording.say("DECISION – {left}", left=left)
        place = self._place % many + 1
        return wording.say("DECISION {place} of {many} – {left}", place=place, many=many, left=left)

    def lines(self, width: int) -> list[Item]:
        """Who asks, the question, the options with their numbers."""
        wording, decision = self.desk.wording, self.decision
        if decision is None:
            return []
        known = wording.scenario.decisions[decision.decision]
        by, who = wording.said(CHANNELS[known.by]), wording.said(known.from_) if known.from_ else ""
        asks = wording.say("{channel} – {sender}", channel=by, sender=who) if who else by
        options = [(option, wording.option(decision.decision, option)) for option in decision.options]
        question = items(wrapped(wording.said(known.text).strip(), width))
        last, earlier = so_far(wording, self.desk.view.answers, decision.decision, width)
        found = [item(wrapped(asks, width), "dim"), *last, *question, item([""]), *numbered(options, width)]
        if earlier:
            found += [item([""]), *items(wrapped(wording.say("Said before that:"), width), "head"), *earlier]
        return found

    def reload(self) -> None:
        if self.decision is None:
            self.close()
        super().reload()

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        self.answer(chosen.key)

    def digit(self, digit: str) -> None:
        """Answer with the option of this number."""
        decision, place = self.decision, int(digit)
        if decision is not None and 1 <= place <= len(decision.options):
            self.answer(decision.options[place - 1])

    def answer(self, option: str) -> None:
        """Give the answer; the panel goes when nothing else is asked."""
        decision = self.decision
        if decision is None:
            return
        asked = decision.decision
        self.desk.act(Answer(asked, option), lambda wording: wording.option(asked, option))
        if self.decision is None:
            self.close()
        self.house.refresh_all()

    def action_turn(self) -> None:
        self._place += 1
        self.reload()
