"""Faults of names, references and conditions."""

from tests.authoring.faults.sown import Fault, one, same

NAMES: tuple[Fault, ...] = (
    # Conditions
    one(
        "E300",
        "a condition that breaks off",
        ("hall.density > 0.6}", "hall.density > >}"),
        ("hall.density > 0.6}", "hall.density > >}"),
    ),
    one(
        "E301",
        "a word that a stage can never be",
        ("not windows.open", "residents.stage == blokcing"),
        ("when: support_platoon.on_scene}", "when: residents.stage == blokcing}"),
    ),
    one(
        "E302",
        "a time without its unit in a condition",
        ("residents.waited > 60m", "residents.waited > 60"),
        ("residents.waited > 60m", "residents.waited > 60"),
    ),
    same("E303", "a misspelt name in a condition", ("hall.density > 0.6", "hal.density > 0.6")),
    same("E304", "a misspelt part in a condition", ("hall.density > 0.6", "hall.densty > 0.6")),
    same("E305", "one = for two", ("hall.density > 0.6", "hall.density = 0.6")),
    same("E306", "a truth compared with a number", ("hall.density > 0.6", "hall.density > true")),
    same("E307", "two values that both change by themselves", ("hall.density > 0.6", "hall.people > hall.density")),
    same("E308", "a number for a condition", ("hall.density > 0.6", "hall.density")),
    one(
        "E309",
        "a time since what never happened",
        ("since(relay_progress()) < 20m", "since(relay_progress()) > 20m"),
        (
            "when: since(relay_progress(incident=residents).done) < 20m}",
            "when: since(relay_progress(incident=residents).done) > 20m}",
        ),
    ),
    one(
        "E310",
        "an argument of no order",
        ('register(incident=residents)"]', 'register(incidnt=residents)"]'),
        ("- register(incident=residents)\n    wrong:", "- register(incidnt=residents)\n    wrong:"),
    ),
    same("E311", "an 'otherwise' out of place", ("when: hall.density > 0.6", "when: otherwise")),
    same("E312", "since( ) of a head count", ("hall.density > 0.6", "since(hall.people) < 5m")),
    # References
    one(
        "E400",
        "a base that is nowhere",
        ("base: bureau", "base: burau"),
        ("base: housing_office", "base: housing_ofice"),
    ),
    one(
        "E400",
        "a seat that is none",
        ("of: duty_officer\n", "of: duty_oficer\n"),
        ("of: housing\n    task: {en: Listen in person", "of: housng\n    task: {en: Listen in person"),
    ),
    one(
        "E400",
        "an option for silence that is none",
        ("if_silent: wait", "if_silent: nothing"),
        ("if_silent: guard_decides", "if_silent: nothing"),
    ),
    one(
        "E400",
        "an inject that a stage cannot deliver",
        ("inject: gate_blocked", "inject: gate_bloked"),
        ("inject: gate_blocked", "inject: gate_bloked"),
    ),
    one(
        "E401",
        "a plan that is nowhere",
        ("length: 4h", "length: 4h\nplan: riverside"),
        ("plan: petition-emergency", "plan: riverside"),
    ),
    one("E402", "a name that is taken", ("  ms_yu:", "  hall:"), ("  qiao_lan:", "  hall:\n")),
    one(
        "E403",
        "a step of what cannot be raised",
        ("{residents.heard: 0.2}", "{residents.people: 0.2}"),
        (
            "raises: {residents.trust: 0.01}\n        why: {en: Wrong",
            "raises: {residents.people: 0.01}\n        why: {en: Wrong",
        ),
    ),
    one(
        "E404",
        "a value that the state cannot take",
        ("start: quiet", "start: calm"),
        ("set: {forewarned: true}", "set: {forewarned: 3}"),
    ),
    one(
        "E417",
        "a clause that the plan lacks",
        ("clauses: [M4]", "clauses: [M9]"),
        ("clauses: [M3, G2]", "clauses: [M3, G9]"),
    ),
    one("E418", "a conduct code that is none", ("conduct: U02", "conduct: U99"), ("conduct: U06", "conduct: U99")),
    one(
        "E419",
        "a measure of nothing",
        ("windows.left", "windows.lft"),
        ("measure: residents.outside.mean", "measure: residents.outsde.mean"),
    ),
    one(
        "E427",
        "a name in braces that stands for nothing",
        ("en: They chant., zh: 有人在喊口号。", 'en: "{residnts.people} chant.", zh: "{residnts.people}人在喊口号。"'),
        ("zh: 平均紧张度", 'zh: "{residnts.people}人的平均紧张度"'),
    ),
    one(
        "E430",
        "a player that does not exist",
        ("player: by-the-book", "player: by-the-bok"),
        ("player: silent", "player: silnt"),
    ),
)
