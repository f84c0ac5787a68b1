"""Faults of expectations, times and incidents."""

from tests.authoring.faults.sown import Fault, one, same

QUIET = (
    "\nincidents:\n  quiet:\n    kind: gathering\n    name: {en: Visitors, zh: 访客}\n    place: hall\n    people: 3\n"
    "    tension: {start: 0.0, base: 0.0, half_life: 25m}\n    stages: {furious: {above: 0.95, inject: chant}}\n"
)
GATE = "expectations:\n  gate:\n    of: commander\n    task: {en: See the gate, zh: 看大门}\n    clauses: [M1]\n"

TASKS: tuple[Fault, ...] = (
    # Expectations
    one(
        "E405",
        "an order without what it needs",
        ('"register(incident=residents)"]', '"register()"]'),
        ("- register(incident=residents)\n    wrong:", "- register()\n    wrong:"),
    ),
    one(
        "E406",
        "a state to be done",
        ("[first_words == listen]", "[residents.heard]"),
        ("[door_question == both_wings]", "[residents.heard]"),
    ),
    one(
        "E407",
        "a trigger that reaches another seat",
        ("due: residents.blocking", "due: residents.chanting"),
        ("due: faint\n", "due: street_office_call\n"),
    ),
    one(
        "E408",
        "a condition that no act meets",
        ("    wrong: [disperse_first()]", "    met: residents.heard > 0.5"),
        ('met: "dispatch(unit=medics, place=hall).done or call_medics(place=hall).done"', "met: residents.heard > 0.5"),
    ),
    one(
        "E409",
        "an answer among the wrong orders",
        ("[disperse_first()]", "[first_words == wait]"),
        ('wrong: ["single_queue()", "pay_first()"]', "wrong: [door_question == calm_first]"),
    ),
    one(
        "E410",
        "an order that the seat may not give",
        ("[disperse_first()]", "[seize_phones()]"),
        ('wrong: ["ask_superior_first()"]\n    target: 6m', 'wrong: ["activate(level=II)"]\n    target: 6m'),
    ),
    one(
        "E422",
        "a trigger that does not exist",
        ("due: residents.blocking", "due: residents.bloking"),
        ("due: faint\n", "due: fant\n"),
    ),
    one(
        "E423",
        "an answer of another seat",
        ('    to: petition_lead\n    text: {en: "What', '    to: duty_officer\n    text: {en: "What'),
        ("  door_question:\n    to: petition_lead", "  door_question:\n    to: duty_officer"),
    ),
    # Times
    one("E411", "a target after its limit", ("target: 15m", "target: 40m"), ("target: 26m", "target: 80m")),
    one("E412", "a limit after the end", ("limit: 20m", "limit: 5h"), ("limit: 71m", "limit: 9h")),
    one("E413", "a message after the end", ("at: doors + 45m", "at: doors + 5h"), ("at: 68m\n", "at: 8h\n")),
    one(
        "E421",
        "a time that counts from itself",
        ("at: doors + 45m", "at: second_wave + 45m"),
        ("at: 68m\n", "at: faint + 8m\n"),
    ),
    Fault(
        "E431",
        "orders that take longer than the limit",
        (("    target: 16m\n    limit: 20m", "    target: 10m\n    limit: 15m"),),
        (("target: 26m\n    limit: 71m", "target: 5m\n    limit: 10m"),),
    ),
    Fault(
        "E432",
        "two tasks at once that do not fit into their time",
        (
            (
                "expectations:\n",
                f"{GATE}    due: residents.blocking\n    do: [inspect(place=hall)]\n    target: 10m\n    limit: 20m\n",
            ),
        ),
        (
            (
                "expectations:\n",
                f"{GATE}"
                "    due: speakers_ready\n    do: [inspect(place=hall), mediate(incident=residents)]\n"
                "    target: 30m\n    limit: 40m\n",
            ),
            ("target: 26m\n    limit: 71m", "target: 26m\n    limit: 40m"),
        ),
    ),
    Fault(
        "W414",
        "a target that nobody can reach",
        (("target: 16m", "target: 10m"),),
        (("target: 26m\n    limit: 71m", "target: 5m\n    limit: 71m"),),
    ),
    same(
        "E425",
        "chapters that overlap",
        ("\nbriefing:", "\nchapters: {one: {starts: 0m, length: 5h}, two: {starts: 4h, length: 4h}}\nbriefing:"),
    ),
    same(
        "E426",
        "chapters that do not fill the drill",
        ("\nbriefing:", "\nchapters: {one: {starts: 0m, length: 2h}}\nbriefing:"),
    ),
    # Incidents
    one("E414", "stages out of order", ("above: 0.50", "above: 0.75"), ("above: 0.50", "above: 0.75")),
    Fault(
        "E415",
        "a stage out of reach",
        (
            ("above: 0.70", "above: 0.99"),
            ("raises: 0.35, when: show", "raises: 0.05, when: show"),
            ("0.40, when", "0.05, when"),
        ),
        (("\nincidents:\n", QUIET),),
    ),
    one(
        "E416",
        "a pressure that chases itself",
        ("not residents.heard}", "residents.tension < 0.5}"),
        (
            "unheard: {raises: 0.36, when: not residents.heard}",
            "unheard: {raises: 0.36, when: residents.tension < 0.5}",
        ),
    ),
)
