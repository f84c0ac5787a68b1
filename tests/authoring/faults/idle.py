"""Faults of what never comes about, is missing or is not used."""

from tests.authoring.faults.sown import Edit, Fault, one, same

SQUARE = "  annex: {name: {en: Annex, zh: 附楼}}\n"
QUARREL = "  quarrel:\n    when: elapsed > 9h\n    to: {seat}\n    text: {{en: They quarrel., zh: 他们吵起来了。}}\n"
SING = "{name: {en: Sing, zh: 唱歌}, does: {en: Sing., zh: 唱歌。}, group: care, takes: 1m}"
GO = (
    "{{of: {seat}, task: {{en: Go, zh: 去}}, clauses: [M3], due: {due},"
    ' do: ["dispatch(unit={unit}, place={place})"], target: 3m, limit: {limit}}}\n'
)


def quarrel(seat: str) -> str:
    """A message to a seat that never comes."""
    return QUARREL.format(seat=seat)


def both(seat: str, due: str, unit: str, places: tuple[str, str], limit: str) -> Edit:
    """Two expectations at once that send one unit to two places."""
    one_place, other_place = (GO.format(seat=seat, due=due, unit=unit, place=place, limit=limit) for place in places)
    return "expectations:\n", f"expectations:\n  one_place: {one_place}  other_place: {other_place}"


IDLE: tuple[Fault, ...] = (
    # What never comes about
    one(
        "W410",
        "a condition beyond the drill's length",
        ("residents.waited > 60m", "residents.waited > 60h"),
        ("elapsed < 60m and (", "elapsed > 430m and ("),
    ),
    one(
        "W410",
        "two conditions that exclude one another",
        ("hall.density > 0.6}", "hall.density > 0.6 and hall.density < 0.5}"),
        ("hall.density > 0.6}", "hall.density > 0.6 and hall.density < 0.5}"),
    ),
    one(
        "W410",
        "a share above one",
        ("not windows.open", "residents.trust > 1.5"),
        ("when: support_platoon.on_scene}", "when: residents.trust > 1.5}"),
    ),
    Fault(
        "W411",
        "a message after one that never comes",
        (
            (
                "  second_wave:\n    at: doors + 45m",
                quarrel("petition_lead") + "  second_wave:\n    at: quarrel + 45m",
            ),
        ),
        (
            (
                "  faint:\n    at: 68m",
                quarrel("petition_lead") + "  faint:\n    at: quarrel + 8m",
            ),
        ),
    ),
    Fault(
        "W412",
        "a task that never falls due",
        (
            (
                "  chant:\n",
                quarrel("petition_lead") + "  chant:\n",
            ),
            ("due: first_words", "due: quarrel"),
        ),
        (
            (
                "  faint:\n    at: 68m",
                quarrel("public_security") + "  faint:\n    at: 68m",
            ),
            ("due: faint\n", "due: quarrel\n"),
        ),
    ),
    one(
        "W413",
        "an answer that leads back",
        ("quality: 0.0, conduct: U02", "quality: 0.0, then: first_words"),
        (
            "        quality: 0.2\n        why:\n          en: The guard has",
            "        quality: 0.2\n        then: door_question\n        why:\n          en: The guard has",
        ),
    ),
    # What is missing
    one(
        "W402",
        "a clause of the type that nothing exercises",
        ("[O1, M1, W3]", "[O1, M1]"),
        ("    clauses: [W1]\n", "    clauses: [W3]\n"),
    ),
    one(
        "W403",
        "an outcome without harm",
        ("measure: harm.injured", "measure: windows.served"),
        (
            "  injured:\n    measure: harm.injured\n    per: 1\n    weight: 5\n"
            "    name: {en: people injured, zh: 受伤人数}\n  unwell:\n    measure: harm.unwell",
            "  unwell:\n    measure: windows.served",
        ),
    ),
    one(
        "W404",
        "a message that nothing delivers",
        ("chanting: {above: 0.50, inject: chant}", "chanting: {above: 0.50}"),
        ("        inject: chant\n", ""),
    ),
    one("W405", "a question that nothing puts", ("    asks: first_words\n", ""), ("    asks: [door_question]\n", "")),
    one(
        "W406",
        "a message that nobody receives",
        ("to: [commander, public_security]", "to: []"),
        ("to: [duty_officer, commander, petition_lead, public_information]", "to: []"),
    ),
    Fault(
        "W409",
        "a message between two chapters",
        (
            (
                "length: 4h\n",
                "length: 28h\nchapters: {one: {starts: 0m, length: 4h}, two: {starts: 24h, length: 4h}}\n",
            ),
            ("  chant:\n", "  night: {at: 9h, to: petition_lead, text: {en: Night., zh: 夜里。}}\n  chant:\n"),
        ),
        (
            (
                "length: 7h\n",
                "length: 31h\nchapters: {one: {starts: 0m, length: 7h}, two: {starts: 24h, length: 7h}}\n",
            ),
            ("  faint:\n", "  night: {at: 9h, to: petition_lead, text: {en: Night., zh: 夜里。}}\n  faint:\n"),
        ),
    ),
    # Units and what is unused
    Fault(
        "W407",
        "a unit without a way",
        (
            ("places:\n", "places:\n" + SQUARE),
            ("allowed: [talk_on_site()]", 'allowed: ["dispatch(unit=reception_team, place=annex)"]'),
        ),
        (
            ("places:\n", "places:\n" + SQUARE),
            ("  - dispatch(unit=mediators)\n", "  - dispatch(unit=mediators, place=annex)\n"),
        ),
    ),
    one(
        "W408", "a skill that nobody has", ("staff: reception", "staff: arabic"), ("staff: reception", "staff: arabic")
    ),
    Fault(
        "W415",
        "a unit demanded at two places",
        (
            ("places:\n", "places:\n" + SQUARE),
            ("routes:\n", "routes:\n  - {between: [hall, annex], travel: 2m}\n"),
            both("petition_lead", "doors", "reception_team", ("hall", "annex"), "8m"),
        ),
        (both("public_security", "faint", "medics", ("hall", "square"), "4m"),),
    ),
    same(
        "W416",
        "a unit that nothing needs",
        (
            "\nunits:\n",
            "\nunits:\n  band: {name: {en: Band, zh: 乐队}, base: bureau, skills: [music], under: petition_lead}\n",
        ),
    ),
    same("W417", "a place where nothing is", ("\nplaces:\n", "\nplaces:\n" + SQUARE)),
    same("W418", "a state that nothing reads", ("\nstate:\n", "\nstate:\n  forgotten: {start: false}\n")),
    Fault(
        "W419",
        "a state that nothing changes",
        (("\nstate:\n", "\nstate:\n  fixed: {start: false}\n"), ("not windows.open", "not windows.open and not fixed")),
        (
            ("\nstate:\n", "\nstate:\n  fixed: {start: false}\n"),
            ("when: support_platoon.on_scene}", "when: support_platoon.on_scene and not fixed}"),
        ),
    ),
    one(
        "W420",
        "a seat with nothing to do",
        ("public_security]\n\n", "public_security, counsellor]\n\n"),
        ("\nseats:\n", "\nseats:\n  counsellor: {}\n"),
    ),
    one(
        "W421",
        "an order that does nothing",
        (
            "length: 4h\n",
            "length: 4h\norders: {sing: " + SING + "}\n",
        ),
        (
            "\norders:\n",
            "\norders:\n  sing: " + SING + "\n",
        ),
    ),
    one(
        "W422",
        "a contingency inject that comes by itself",
        ("  chant:\n", "  chant:\n    purpose: pressure\n"),
        ("  faint:\n", "  faint:\n    purpose: pressure\n"),
    ),
    one(
        "W423",
        "a reception where there is none",
        ("allowed: [talk_on_site()]", "allowed: [open_reception(place=bureau)]"),
        (
            "  - dispatch(unit=mediators)\n",
            "  - dispatch(unit=mediators)\n  - open_reception(place=square)\n",
        ),
    ),
)
