"""The last parts of an after-action report: timeline, clauses, evaluators' notes, conduct, and what it rests on."""

from reports.aar.content import Content
from reports.aar.shared import ratings
from reports.card.breaches import breach, laws
from reports.card.model import NONE, Breach
from reports.card.numbers import figure
from reports.card.receipts import clauses
from reports.card.story import events
from reports.paper.model import Block, Cell, Column, Facts, Paragraph, Section, Table
from simulator.journal.entry import NOTE, REMARK, Entry
from simulator.scenario.conduct import Severity

ROOM = 8
"""Empty rows for notes by hand, where none were written in the drill."""


def timeline(content: Content) -> Section:
    """What came in, who did what, what the world did."""
    wording = content.wording
    table = Table(
        "timeline",
        wording.say("Timeline"),
        (
            Column(wording.say("When"), 8),
            Column(wording.say("Kind"), 8),
            Column(wording.say("Who"), 14),
            Column(wording.say("What"), 50),
            Column(wording.say("Entry"), 6, right=True),
        ),
        tuple(
            (Cell(each.when), Cell(each.kind), Cell(each.who), Cell(each.what), Cell(str(each.entry), each.entry))
            for each in events(wording, content.journal)
        ),
    )
    return Section(wording.say("Timeline"), (table,))


def clause_table(content: Content) -> Section:
    """Every clause that the scenario exercises: how often it fell due, and how well it was met."""
    wording, scored = content.wording, content.scored
    words = clauses(wording, [each.id for each in scored.clauses])
    rows = tuple(
        (
            Cell(each.id),
            Cell(clause.text),
            Cell(str(each.expected), each.expected),
            Cell(str(each.met), each.met),
            Cell(figure(each.score) if each.expected else wording.say("not tried"), each.score),
        )
        for clause, each in zip(words, scored.clauses, strict=True)
    )
    columns = (
        Column(wording.say("Clause"), 7),
        Column(wording.say("Wording"), 50),
        Column(wording.say("Times due"), 8, right=True),
        Column(wording.say("Times met"), 8, right=True),
        Column(wording.say("Score"), 9, right=True),
    )
    title = wording.say("Clauses of the plan")
    return Section(title, (Table("clauses", title, columns, rows),))


def notes(content: Content) -> Section:
    """What evaluators and trainees wrote down in the drill; with room for a pen where there is nothing."""
    wording = content.wording
    found = [entry for entry in content.journal if is_note(entry)]
    columns = (
        Column(wording.say("When"), 10), Column(wording.say("Who"), 18), Column(wording.say("Note"), 60),
    )  # fmt: skip
    rated = ratings(content)
    if found or rated:
        rows = tuple(_note(content, entry) for entry in found)
        table = Table("notes", wording.say("Notes"), columns, rows, wording.say("No notes were written in the drill."))
        return Section(wording.say("Evaluator notes"), (table, *rated))
    empty = tuple((Cell(""), Cell(""), Cell("")) for _ in range(ROOM))
    words = Paragraph(wording.say("No notes were written in the drill. Room for notes by hand:"))
    return Section(wording.say("Evaluator notes"), (words, Table("notes", wording.say("Notes"), columns, empty)))


def is_note(entry: Entry) -> bool:
    """Whether an entry is something written down: a trainee's note, or an evaluator's that is more than a rating."""
    if entry.kind == REMARK and (entry.payload["rating"] or not entry.payload.get("accepted")):
        return False
    return entry.kind in (NOTE, REMARK) and bool(note_words(entry).strip())


def note_words(entry: Entry) -> str:
    """What a note says."""
    return str(entry.payload.get("words" if entry.kind == REMARK else "text", ""))


def _note(content: Content, entry: Entry) -> tuple[Cell, ...]:
    wording, said = content.wording, entry.payload
    if entry.kind == REMARK:
        who = wording.say("{name} on {seat}", name=said["by"], seat=wording.seat(said["seat"]))
        return (Cell(wording.clock(said["time"])), Cell(who), Cell(note_words(entry)))
    return (Cell(wording.clock(entry.time)), Cell(wording.seat(entry.seat or "")), Cell(note_words(entry)))


# -- appendix -----------------------------------------------------------------------------------------------


def appendix(content: Content) -> Section:
    """Findings of conduct with their legal basis, and what the report rests on."""
    wording = content.wording
    found = [
        (trainee.seat, each, breach(wording, content.journal, each))
        for trainee in content.trainees
        for each in trainee.findings
    ]
    blocks: list[Block] = [
        Table("conduct", wording.say("Unlawful and harmful acts with their legal basis"), _columns(content),
              tuple(_breach(content, seat, each.severity, words) for seat, each, words in found),
              wording.say("No unlawful or harmful act was found."))
    ]  # fmt: skip
    cited = laws(wording, [words for _, _, words in found])
    if cited:
        blocks.append(Facts(tuple((fact.name, fact.value) for fact in cited)))
    return Section(
        wording.say("Appendix"),
        (),
        (
            Section(wording.say("Conduct"), tuple(blocks)),
            Section(wording.say("What this report rests on"), rests(content)),
        ),
    )


def _columns(content: Content) -> tuple[Column, ...]:
    wording = content.wording
    return (
        Column(wording.say("When"), 8),
        Column(wording.say("Seat"), 12),
        Column(wording.say("Code"), 6),
        Column(wording.say("Finding"), 20),
        Column(wording.say("Severity"), 10),
        Column(wording.say("Act"), 24),
        Column(wording.say("Legal basis"), 24),
    )


def _breach(content: Content, seat: str, severity: Severity, words: Breach) -> tuple[Cell, ...]:
    basis = "\n".join(f"{each.cites} ({each.strength})" for each in words.basis)
    return (
        Cell(words.when),
        Cell(content.wording.seat(seat)),
        Cell(words.code),
        Cell(words.name),
        Cell(words.severity, tone="poor" if severity == "harmful" else "bad"),
        Cell(words.what),
        Cell(basis or NONE),
    )


def rests(content: Content) -> tuple[Block, ...]:
    """Where every figure comes from, and how it can be checked."""
    wording, header = content.wording, content.journal[0].payload
    words = wording.say(
        "Every figure follows from the journal of this drill and the scenario in it. drillroom verify plays it again"
        " and prints the same hash."
    )
    return (
        Paragraph(words),
        Facts(
            (
                (wording.say("Scenario"), content.scored.scenario),
                (wording.say("Digest of the scenario"), content.scored.digest),
                (wording.say("Engine"), str(header.get("engine", NONE))),
                (wording.say("Entries"), str(len(content.journal))),
                (wording.say("Head of the journal (SHA-256)"), content.head),
            )
        ),
    )
