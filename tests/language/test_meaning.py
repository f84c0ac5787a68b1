"""What conditions mean: every misuse is named before anything runs."""

import pytest

from simulator.language.meaning import check_condition
from simulator.language.parser import parse
from simulator.language.vocabulary import COUNT, DURATION, EVENT, NUMBER, SHARE, TRUTH, Thing, Type, Verb, Vocabulary

WORDS = Vocabulary(
    {
        "residents": Thing(
            "incident",
            {"tension": Type("share", flows=True), "people": COUNT, "heard": SHARE,
             "waited": Type("duration", flows=True),
             "stage": Type("word", ("calm", "chanting", "blocking")), "blocking": EVENT, "present": TRUTH},
        ),
        "hall": Thing("place", {"density": Type("number", flows=True)}),
        "doors": Thing("inject", {}, EVENT),
        "first_words": Thing("decision", {}, Type("word", ("listen", "wait"))),
        "elapsed": Thing("time", {}, Type("duration", flows=True)),
    },
    {"report_upward": Verb({"kind": Type("word", ("first", "final")), "people": NUMBER}),
     "promise": Verb({"by": DURATION})},
)  # fmt: skip

RIGHT = [
    "residents.tension > 0.5 and not residents.heard",
    "residents.stage == blocking or first_words == listen",
    "since(report_upward) < 20m",
    "report_upward and since(report_upward) > 20m",
    "residents.blocking and since(residents.blocking) >= 5m",
    "report_upward.people within 10% of told(residents.people)",
    "promise(by=45m).broken",
    "since(first_words == listen) < 10m",
    "doors and elapsed > 1h",
    "residents.people + 10 > 90",
    "otherwise",
]

WRONG = [
    ("residents.stage == blokcing", "E301", "'residents' has no stage 'blokcing'", "did you mean 'blocking'?"),
    ("residens.tension > 0.5", "E303", "nothing is called 'residens'", "did you mean 'residents'?"),
    ("residents.tenson > 0.5", "E304", "'residents' has no 'tenson'", "did you mean 'tension'?"),
    ("residents", "E304", "'residents' alone says nothing", "it has:"),
    ("residents.waited > 60", "E302", "a number without its unit is compared with a time", "write 10m"),
    ("residents.tension > 10m", "E306", "a number is compared with a time", "write a number"),
    ("residents.tension", None, "", ""),
    ("residents.waited", "E308", "a time alone is not a condition", "compare it"),
    ("residents.tension > hall.density", "E307", "two values that both change", "compare each with a number"),
    ("since(report_upward) > 20m", "E309", "this holds from the start", "write 'x and since(x)"),
    ("since(residents.people) < 5m", "E312", "since( ) takes something that happens", "name an inject"),
    ("report_upward(peple=5)", "E310", "'report_upward' has no argument 'peple'", "did you mean 'people'?"),
    ("report_upward(kind=second)", "E301", "'second' is not possible here", "it can be: first, final"),
    ("report_upwards(kind=first)", "E303", "there is no order 'report_upwards'", "did you mean 'report_upward'?"),
    ("promise(by=45)", "E302", "a number without its unit", "write 10m"),
    ("residents.stage > calm", "E303", "nothing is called 'calm'", ""),
    ("first_words == 5", "E306", "a word is compared with a number", "it can be: listen, wait"),
    ("since(report_upward) + 5m < 20m", "E307", "no arithmetic on what changes", "compare it"),
]


@pytest.mark.parametrize("source", RIGHT)
def test_what_makes_sense_has_no_fault(source: str) -> None:
    assert check_condition(parse(source), WORDS) == []


@pytest.mark.parametrize(("source", "code", "message", "remedy"), WRONG)
def test_what_makes_none_is_named_with_a_remedy(source: str, code: str | None, message: str, remedy: str) -> None:
    faults = check_condition(parse(source), WORDS)
    if code is None:
        assert faults == []
        return
    assert faults[0].code == code
    assert str(faults[0].message).startswith(message)
    assert str(faults[0].help).startswith(remedy)


def test_all_faults_of_a_condition_come_at_once() -> None:
    codes = [fault.code for fault in check_condition(parse("residens.x and residents.stage == blokcing"), WORDS)]
    assert codes == ["E303", "E301"]
