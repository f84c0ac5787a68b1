"""The fixed words of a scorecard's page: headings, heads of columns, labels."""

from reports.wording import Wording


def headings(wording: Wording) -> dict[str, str]:
    """By the name under which a template asks for them."""
    return _of_the_page(wording) | _of_a_trainee(wording) | _of_a_receipt(wording)


def _of_the_page(wording: Wording) -> dict[str, str]:
    return {
        "scorecard": wording.say("Scorecard"),
        "contents": wording.say("Contents"),
        "drill": wording.say("The drill"),
        "seats": wording.say("Who took part"),
        "seat": wording.say("Seat"),
        "who": wording.say("Who"),
        "team": wording.say("The team"),
        "overall": wording.say("Overall"),
        "rating": wording.say("Rating"),
        "outcome": wording.say("Outcome"),
        "capped": wording.say("Why it stands no higher"),
        "course": wording.say("How tense it was"),
        "world": wording.say("What came of it"),
        "measure": wording.say("Measure"),
        "here": wording.say("This drill"),
        "silent": wording.say("Trainees silent"),
        "book": wording.say("Trainees by the book"),
        "clauses": wording.say("Clauses of the plan"),
        "clause": wording.say("Clause"),
        "times_due": wording.say("Times due"),
        "times_met": wording.say("Times met"),
        "score": wording.say("Score"),
        "untried": wording.say("Clauses that did not come up in this drill"),
        "story": wording.say("Key events"),
        "when": wording.say("When"),
        "what": wording.say("What"),
        "kind": wording.say("Kind"),
        "entry": wording.say("Entry"),
        "laws": wording.say("Laws cited"),
        "head": wording.say("Head of the journal (SHA-256)"),
        "ratings": wording.say(
            "P performed without challenges, S with some challenges, M with major challenges, U unable to be performed"
        ),
        "scroll": wording.say("figure, can be scrolled sideways"),
    }


def _of_a_trainee(wording: Wording) -> dict[str, str]:
    return {
        "figures": wording.say("Figures"),
        "reckoned": wording.say("How overall came about"),
        "expected": wording.say("What was expected"),
        "task": wording.say("Task"),
        "status": wording.say("Status"),
        "due": wording.say("Due"),
        "took": wording.say("Took"),
        "target": wording.say("Target"),
        "limit": wording.say("Limit"),
        "quality": wording.say("Quality"),
        "timeliness": wording.say("Timeliness"),
        "credit": wording.say("Credit"),
        "receipts": wording.say("Receipts"),
        "conduct": wording.say("Conduct"),
        "no_conduct": wording.say("No unlawful or harmful act was found."),
        "unneeded": wording.say("Orders that nothing asked for"),
        "nothing_expected": wording.say("The scenario expects nothing of this seat."),
    }


def _of_a_receipt(wording: Wording) -> dict[str, str]:
    return {
        "done": wording.say("Done"),
        "nothing_done": wording.say("nothing that answers it"),
        "time": wording.say("Where the time went"),
        "earned": wording.say("Earned"),
        "spoiled": wording.say("Spoiled by"),
        "answer": wording.say("Model answer"),
        "why": wording.say("Why"),
        "entries": wording.say("Journal entries"),
        "note": wording.say("Note"),
        "act": wording.say("Act"),
        "severity": wording.say("Severity"),
        "lawful": wording.say("Instead"),
        "basis": wording.say("Legal basis"),
        "effect": wording.say("Effect"),
    }
