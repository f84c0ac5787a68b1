"""Texts: reading load, likeness of the languages, data that looks real, words that label people."""

from pathlib import Path

import pytest

from simulator.authoring.text.personal import is_card, is_identity_number
from simulator.authoring.text.wording import shipped_wording
from tests.authoring.sample import findings_of, place_of

ENOUGH_WORDS = 40
CHANT = "zh: 有人在喊口号。"


def codes(folder: Path, *changes: tuple[str, str], profile: str = "publish") -> list[str]:
    return [each.code for each in findings_of(folder, *changes, profile=profile)]


# -- data that looks real: every number here is made of noughts and ones, or fails its check digit


@pytest.mark.parametrize(("number", "right"), [("110101199001010015", True), ("110101199001010016", False)])
def test_an_identity_number_has_the_check_sign_of_its_other_signs(number: str, right: bool) -> None:
    assert is_identity_number(number) is right


@pytest.mark.parametrize(
    ("number", "right"), [("4111" + "1" * 12, True), ("4111" + "1" * 11 + "2", False), ("0" * 16, False)]
)
def test_a_cards_number_has_the_digit_that_luhn_wants(number: str, right: bool) -> None:
    assert is_card(number) is right


@pytest.mark.parametrize(
    "words",
    [
        "138" + "0" * 8,
        "１３８" + "０" * 8,
        "+86 138 " + "0000 0000",
        "(010)6" + "0" * 7,
        "400-" + "0" * 7,
        "沪A·" + "1" * 5,
        "粤B" + "D1" + "1" * 4,
        "G" + "0" * 8,
        "www.hall" + ".cn",
        "rent@city" + ".gov.cn",
        "QQ：" + "1" * 6,
    ],
)
def test_what_somebody_could_have_is_told_at_its_place_and_keeps_a_scenario_from_being_published(
    tmp_path: Path, words: str
) -> None:
    change = (CHANT, f"zh: 有人喊，留了{words}。")
    [found] = findings_of(tmp_path, change)
    assert (found.code, found.severity, found.length) == ("W506", "error", len(words))
    assert (found.line, found.column) == place_of(words, words, change)


@pytest.mark.parametrize(
    "words", ["12345热线", "110", "2025年3月1日", "rent@hall.example", "第4107号", "1XX-XXXX-XXXX"]
)
def test_what_nobody_can_have_is_left_alone(tmp_path: Path, words: str) -> None:
    assert codes(tmp_path, (CHANT, f"zh: 有人喊，留了{words}。")) == []


def test_data_in_a_comment_is_found_too(tmp_path: Path) -> None:
    assert codes(tmp_path, ("length: 4h", "length: 4h  # rang 139" + "0" * 8)) == ["W506"]


# -- words that label people


def test_the_list_of_words_is_long_enough_and_bilingual() -> None:
    terms = shipped_wording().terms
    assert len(terms) >= ENOUGH_WORDS
    assert [name for name, term in terms.items() if not (term.en and term.zh)] == []
    assert [name for name, term in terms.items() if {*term.better.languages, *term.why.languages} != {"en", "zh"}] == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("en: Residents, zh: 居民", "en: The mob, zh: 居民"), [("W507", "error")]),
        (("en: Residents, zh: 居民", "en: Residents, zh: 乌合之众"), [("W507", "error")]),
        (("en: They chant.,", "en: \"They chant: 'We are no rabble.'\","), [("W508", "hint")]),
        (("en: The gate is blocked.,", "en: Mobile phones at the gate.,"), []),
        (("en: They chant.,", "en: He is no troublemaker.,"), []),
        (("text: {en: Say nothing., zh: 不说话。}", "text: {en: Send the mob away., zh: 把他们打发走。}"), []),
    ],
)
def test_a_label_weighs_by_whose_voice_it_is(
    tmp_path: Path, change: tuple[str, str], found: list[tuple[str, str]]
) -> None:
    assert [(each.code, each.severity) for each in findings_of(tmp_path, change)] == found


def test_a_citys_own_list_is_asked_beside_the_shipped_one(tmp_path: Path) -> None:
    own = "format: 1\nid: own\nterms: {guests: {en: [chant], better: {en: call}, why: {en: Because.}}}\n"
    (tmp_path / "wording.yaml").write_text(own, encoding="utf-8")
    [found] = findings_of(tmp_path)
    assert (found.code, str(found.help)) == ("W507", "better: call (Because.)")


def test_a_fault_in_a_citys_own_list_is_told_in_that_file(tmp_path: Path) -> None:
    (tmp_path / "wording.yaml").write_text("format: 1\nid: own\nterms: {guests: {en: [chant]}}\n", encoding="utf-8")
    assert [(Path(each.file).name, each.code) for each in findings_of(tmp_path)] == [("wording.yaml", "E202")] * 2


# -- languages and reading


def test_what_stands_in_brackets_may_be_long_in_one_language(tmp_path: Path) -> None:
    article = "（突发事件应对法第五条，以人民为中心，生命至上，先救人）"
    change = (
        "en: Eighty-six residents have come., zh: 来了八十六名居民。",
        f"en: A life in danger comes first in every case (ERL 5)., zh: 生命第一{article}。",
    )
    assert codes(tmp_path, change) == []


@pytest.mark.parametrize(("limit", "found"), [("48s", []), ("47s", ["W501"])])
def test_a_question_must_be_read_within_its_limit_at_the_scenarios_pace(
    tmp_path: Path, limit: str, found: list[str]
) -> None:
    # Two, one and one seconds of reading, twelve exercise seconds each.
    assert codes(tmp_path, ("time_limit: 5m", f"time_limit: {limit}"))[:1] == found


@pytest.mark.parametrize(("second", "found"), [("11m", ["W502"]), ("11m1s", [])])
def test_three_urgent_messages_need_more_than_a_minute(tmp_path: Path, second: str, found: list[str]) -> None:
    def alarm(name: str, at: str) -> str:
        return f"  {name}: {{at: {at}, urgent: true, to: commander, text: Alarm}}\n"

    alarms = alarm("one", "10m") + alarm("two", "10m") + alarm("three", second)
    assert codes(tmp_path, ("  chant:\n", alarms + "  chant:\n")) == found
