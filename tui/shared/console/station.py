"""One place at the console of a shared drill: what its person sees, in the language of a session, and what they do."""

from collections.abc import Callable

from reports.wording import Wording
from simulator.engine.view import Receipt
from simulator.errors import DrillroomError
from simulator.journal.acts import Act
from simulator.journal.controls import Doing
from simulator.journal.entry import BASELINES
from simulator.language.said import Said, say
from simulator.language.translator import LANGUAGES, Translator, translator_for
from simulator.room.shared.desk import ControlDesk
from simulator.room.shared.model import Role
from tui.presentation.failures import in_one
from tui.presentation.lines import Tone
from tui.presentation.orders import REFUSALS
from tui.shared.seat.people import NO_LINK

Spoken = Callable[[Wording], str]
"""Something said, to be put into whatever language the screen has when it is shown."""

NOT_DONE = {
    "unknown": say("there is no such thing here"), "not_held": say("it is not held"),
    "arguments": say("words are missing, or too many"), "closed": say("the drill is over"),
    "delivered": say("it has been delivered already"),
}  # fmt: skip
"""Why something was not done, by the code of the receipt, where a seat would be told otherwise."""


SCORED_WITHIN = 20
"""Among so many last entries the one stands with which a drill is scored: nearly nothing comes after it."""


class Station:
    """What a controller, an evaluator or an observer works with; nothing here knows how it is drawn."""

    def __init__(self, desk: ControlDesk, translator: Translator) -> None:
        self.desk = desk
        self.wording = Wording(desk.scenario, translator, desk.header.get("personas", {}))
        self.now = desk.console()
        self.notice: Spoken = _nothing
        self.tone: Tone = ""
        self._trouble: DrillroomError | None = None

    @property
    def role(self) -> Role:
        """What the person may do."""
        return self.desk.role

    @property
    def is_scored(self) -> bool:
        """Whether the drill has ended and been scored."""
        return any(entry.kind == BASELINES for entry in self.desk.entries[-SCORED_WITHIN:])

    @property
    def is_cut_off(self) -> bool:
        """Whether the link is broken for now: it comes back by itself."""
        return self.desk.is_cut_off

    def look(self) -> None:
        """Take in what was told since; a link that breaks, or a disk that fails, is the notice."""
        self.now = self.desk.console()
        trouble = self.desk.trouble
        before, self._trouble = self._trouble, trouble
        if self.is_cut_off:
            self.say(lambda wording: wording.said(NO_LINK), "urgent")
        elif trouble is not None and (before is None or str(before) != str(trouble)):
            self.complain(trouble)
        elif trouble is None and before is not None:
            self.reply(say("The link stands again."))

    def made_of(self) -> object:
        """What the panes are made of, cheap to compare."""
        return self.now, len(self.desk.entries), self.wording

    def lead(self, what: Doing, done: Spoken) -> bool:
        """Run the drill, or note something; what came of it is the notice. Answers whether it was done."""
        return self._take(lambda: self.desk.lead(what), done)

    def act(self, seat: str, act: Act, done: Spoken) -> bool:
        """Act in a seat that was taken over. Answers whether it was taken on."""
        return self._take(lambda: self.desk.act(seat, act), done)

    def _take(self, deed: Callable[[], Receipt], done: Spoken) -> bool:
        try:
            receipt = deed()
        except DrillroomError as error:
            self.complain(error)
            return False
        self.look()
        if receipt.accepted:
            self.say(lambda wording: wording.say("Done: {what}", what=done(wording)))
            return True
        unclear = say("it cannot be done now")
        reason = NOT_DONE.get(receipt.refused, REFUSALS.get(receipt.refused, unclear))
        self.say(
            lambda wording: wording.say("Refused: {what} – {reason}.", what=done(wording), reason=reason), "urgent"
        )
        return False

    def say(self, spoken: Spoken, tone: Tone = "") -> None:
        """Make something the notice."""
        self.notice, self.tone = spoken, tone

    def hush(self) -> None:
        """Take the notice away: something else is being done."""
        self.say(_nothing)

    def reply(self, said: Said) -> None:
        """A message of the interface as the notice."""
        self.say(lambda wording: wording.said(said))

    def complain(self, error: DrillroomError) -> None:
        """An error as the notice: what is wrong, and what to do."""
        self.say(lambda wording: wording.said(in_one(error)), "urgent")

    @property
    def other_language(self) -> str:
        """The language that the switch leads to."""
        place = LANGUAGES.index(self.wording.translator.language)
        return LANGUAGES[(place + 1) % len(LANGUAGES)]

    def speak(self, language: str) -> None:
        """Go on in another language."""
        self.wording = Wording(self.wording.scenario, translator_for(language), self.wording.personas)


def _nothing(wording: Wording) -> str:
    return ""
