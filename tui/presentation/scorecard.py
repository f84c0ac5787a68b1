"""The scorecard of a drill as lines: the numbers and letters, then every point with where it comes from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports.card.drill import run_by
from reports.card.seating import seat_words, stays_of
from reports.wording import Wording
from simulator.evaluation.conduct import Finding
from simulator.evaluation.rating import Cap
from simulator.evaluation.scorecard import Scorecard, Trainee
from simulator.journal.entry import Entry
from simulator.language.said import say
from simulator.language.translator import Translator
from simulator.scenario.scenario import Scenario
from tui.presentation.text import wrapped
from tui.presentation.verdict import act_of, verdict_lines

NONE = "–"
"""Stands for a figure that this drill says nothing about."""

FIGURES = {
    "speed": say("speed"), "quality": say("quality"), "conduct": say("conduct"), "outcome": say("outcome"),
    "coordination": say("coordination"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the scorecard."""

    title: str
    lines: list[str]


def scorecard_lines(
    scenario: Scenario, journal: Iterable[Entry], scorecard: Scorecard, translator: Translator, width: int
) -> list[str]:
    """The whole scorecard in lines of at most *width* cells."""
    lines: list[str] = []
    for section in scorecard_sections(scenario, journal, scorecard, translator, width):
        lines += ["", *wrapped(section.title, width, "== "), *section.lines]
    return lines[1:]


def scorecard_sections(
    scenario: Scenario, journal: Iterable[Entry], scorecard: Scorecard, translator: Translator, width: int
) -> list[Section]:
    """The scorecard part by part: the team, each trainee and what was expected of them, the world, the clauses."""
    entries = list(journal)
    personas = entries[0].payload.get("personas", {})
    page = _Page(Wording(scenario, translator, personas), entries, scorecard, width)
    sections = [page.summary()]
    for trainee in scorecard.trainees:
        if not trainee.stand_in:
            sections += page.trainee(trainee)
    return [section for section in (*sections, page.world(), page.clauses()) if section.lines]


@dataclass(frozen=True, slots=True)
class _Page:
    """One scorecard on its way to lines."""

    wording: Wording
    journal: Sequence[Entry]
    scorecard: Scorecard
    width: int

    def said(self, line: str, first: str = "", rest: str = "  ") -> list[str]:
        return wrapped(line, self.width, first, rest)

    def summary(self) -> Section:
        """The team's number and letter, and who was not scored."""
        wording, team = self.wording, self.scorecard.team
        values = {"exercise": wording.exercise(), "title": wording.scenario.title}
        title = wording.say("{exercise}: scorecard – {title}", **values)
        length = wording.span(self.scorecard.length)
        lines = self.said(wording.say("Played: {length}, seed {seed}", length=length, seed=self.scorecard.seed))
        if self.scorecard.incomplete:
            lines += self.said(wording.say("Ended early: incomplete, so there is no rating."))
        number = wording.say("Team: {overall}", overall=_both(team.overall, team.rating))
        outcome = wording.say("{number}; outcome {outcome}", number=number, outcome=_figure(team.outcome))
        lines += [*self.said(outcome), *self.caps(team.caps)]
        absent = [wording.seat(each.seat) for each in self.scorecard.trainees if each.stand_in]
        lines += self.said(wording.say("Stand-ins, not scored: {seats}", seats=absent)) if absent else []
        return Section(title, [*lines, *self.shared()])

    def shared(self) -> list[str]:
        """Of a shared drill who had the seats that changed hands, who ran it, and how evaluators agree."""
        wording = self.wording
        hands = [(wording.seat(seat), seat_words(wording, stays)) for seat, stays in stays_of(self.journal).items()
                 if len(stays) > 1]  # fmt: skip
        facts = [*hands, *((fact.name, fact.value) for fact in run_by(wording, self.journal, self.scorecard))]
        return [line for name, value in facts for line in self.said(wording.say("{seat}: {who}", seat=name, who=value))]

    def trainee(self, trainee: Trainee) -> list[Section]:
        """One trainee: the figures, then expectation by expectation, then conduct and what was not needed."""
        wording = self.wording
        seat = wording.seat(trainee.seat)
        who = wording.say("{seat}: {name}", seat=seat, name=trainee.name) if trainee.name else seat
        if len([each for each in self.scorecard.trainees if each.seat == trainee.seat]) > 1:
            seat = who
        expected = wording.say("{seat}: what was expected", seat=seat)
        return [
            Section(who, self.figures(trainee)),
            Section(expected, self.expectations(trainee)),
            Section(wording.say("{seat}: conduct", seat=seat), self.conduct(trainee)),
            Section(wording.say("{seat}: orders that were not needed", seat=seat), self.unneeded(trainee)),
        ]

    def figures(self, trainee: Trainee) -> list[str]:
        """Overall with its letter, the five figures, caps and lost points."""
        wording = self.wording
        lines = self.said(wording.say("Overall: {overall}", overall=_both(trainee.overall, trainee.rating)))
        figures = [f"{wording.said(name)} {_figure(getattr(trainee.figures, part))}" for part, name in FIGURES.items()]
        lines += self.said(wording.say("Figures: {figures}", figures=figures))
        values = {"credit": f"{trainee.credit:.2f}", "of": f"{trainee.of:.2f}"}
        lines += self.said(wording.say("Credit: {credit} of {of}", **values))
        lines += self.caps(trainee.caps)
        return lines + self.lost(trainee)

    def lost(self, trainee: Trainee) -> list[str]:
        if not trainee.lost:
            return []
        values = {"lost": _figure(trainee.lost), "orders": len(trainee.unneeded), "hints": len(trainee.hints)}
        return self.said(
            self.wording.say("Points lost: {lost} (orders not needed: {orders}, hints: {hints})", **values)
        )

    def caps(self, caps: Iterable[Cap]) -> list[str]:
        """Why a number stands no higher."""
        lines: list[str] = []
        for cap in caps:
            values = {"rating": cap.rating, "points": f"{cap.at_most:g}", "reason": cap.reason}
            line = self.wording.say("At most {rating}, {points} points: {reason}", **values)
            lines += self.said(line if cap.entry is None else f"{line} [{cap.entry}]")
        return lines

    def expectations(self, trainee: Trainee) -> list[str]:
        lines: list[str] = []
        for judged in trainee.judged:
            lines += verdict_lines(self.wording, self.journal, judged, self.width)
        return lines

    def conduct(self, trainee: Trainee) -> list[str]:
        """The breaches, each with its legal basis and whether it was put right."""
        lines: list[str] = []
        for found in trainee.findings:
            lines += self.finding(found)
        return lines

    def finding(self, found: Finding) -> list[str]:
        wording, catalogue = self.wording, self.wording.scenario.conduct
        known, severity = catalogue.codes.get(found.code), catalogue.severities.get(found.severity)
        values = {
            "clock": wording.clock(found.at),
            "code": found.code,
            "name": known.name if known else "",
            "severity": severity.name if severity else found.severity,
            "entry": found.entry,
        }
        lines = self.said(wording.say("{clock} {code} {name} – {severity} [{entry}]", **values))
        entry = self.journal[found.entry]
        if entry.is_act:
            lines += self.said(wording.say("what: {act}", act=act_of(wording, entry)), "   ", "     ")
        if known is not None and known.explains is not None:
            lines += self.said(wording.said(known.explains).strip(), "   ", "     ")
        basis = [each.cites for each in known.basis] if known else []
        if basis:
            lines += self.said(wording.say("legal basis: {basis}", basis=basis), "   ", "     ")
        if found.repaired_at is not None:
            clock = wording.clock(found.repaired_at)
            lines += self.said(wording.say("put right at {clock}", clock=clock), "   ", "     ")
        return lines

    def unneeded(self, trainee: Trainee) -> list[str]:
        lines: list[str] = []
        for number in trainee.unneeded:
            lines += self.said(f"{act_of(self.wording, self.journal[number])} [{number}]")
        return lines

    def world(self) -> Section:
        """What came of it: the measures that the scenario calls its outcome."""
        lines: list[str] = []
        for name, measure in self.wording.scenario.outcome.items():
            measures = self.scorecard.measures
            value = measures.get(measure.measure, measures.get(f"{measure.measure}.end"))
            if value is not None:
                shown = self.wording.said(measure.name) if measure.name else name.replace("_", " ")
                lines += self.said(self.wording.say("{name}: {value}", name=shown, value=f"{value:.4g}"))
        return Section(self.wording.say("What came of it"), lines)

    def clauses(self) -> Section:
        """The plan's clauses that this drill tried, and those that it could have."""
        lines: list[str] = []
        clauses = self.wording.scenario.emergency_plan.clauses
        untried = [each.id for each in self.scorecard.clauses if not each.expected]
        for each in (each for each in self.scorecard.clauses if each.expected):
            values = {"clause": each.id, "met": each.met, "expected": each.expected, "score": _figure(each.score)}
            lines += self.said(self.wording.say("{clause}: {score} (met {met} of {expected})", **values))
            if each.id in clauses:
                lines += self.said(self.wording.said(clauses[each.id].text).strip(), "   ", "   ")
        if untried:
            lines += self.said(self.wording.say("Not observed in this drill: {clauses}", clauses=untried))
        return Section(self.wording.say("Clauses of the plan"), lines)


def _figure(number: float | None) -> str:
    return NONE if number is None else f"{number:.1f}"


def _both(number: float | None, rating: str | None) -> str:
    """Number and letter side by side."""
    return f"{_figure(number)} {rating or NONE}"
