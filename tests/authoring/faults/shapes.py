"""Faults of the YAML and of the shape."""

from tests.authoring.faults.sown import Fault, one, same

SHAPES: tuple[Fault, ...] = (
    # The YAML
    one(
        "E102", "a control character in a text", ("They chant.", "They\a chant."), ("Pay the rent!", "Pay\a the rent!")
    ),
    one(
        "E103",
        "an invisible mark in a text",
        ("They chant.", "They\u200b chant."),
        ("Pay the rent!", "Pay\u200b the rent!"),
    ),
    one(
        "E105",
        "a tab for spaces",
        ("    base: bureau\n", "\tbase: bureau\n"),
        ("    base: housing_office", "\tbase: housing_office"),
    ),
    one(
        "E110",
        "a value that begins with a reserved sign",
        ('clock: "07:40"', "clock: @07:40"),
        ('clock: "07:40"', "clock: @07:40"),
    ),
    one(
        "E111", "a full-width colon", ("base: bureau", "base：bureau"), ("base: housing_office", "base：housing_office")
    ),
    same("E112", "typographic quotes", ('clock: "07:40"', "clock: “07:40”")),
    same("E113", "a quote that is never closed", ('clock: "07:40"', 'clock: "07:40')),
    one(
        "E114",
        "a bracket that is never closed",
        ("skills: [reception]", "skills: [reception"),
        ("skills: [counselling]", "skills: [counselling"),
    ),
    one(
        "E115",
        "a line that is not far enough in",
        ("    base: bureau\n", "   base: bureau\n"),
        ("    base: housing_office\n", "   base: housing_office\n"),
    ),
    one(
        "E120",
        "a key twice",
        ("    base: bureau\n", "    base: bureau\n    base: hall\n"),
        ("    base: housing_office\n", "    base: housing_office\n    base: hall\n"),
    ),
    one(
        "E121",
        "an anchor",
        ("base: bureau", "base: &home bureau"),
        ("base: housing_office", "base: &home housing_office"),
    ),
    same("E122", "a tag", ("people: 86\n", "people: !!int 86\n")),
    same("E123", "a directive", ("format: 1\n", "%YAML 1.2\n---\nformat: 1\n")),
    one(
        "E130",
        "a word that YAML versions read differently",
        ("leaders_told: {start: false}", "leaders_told: {start: no}"),
        ("forewarned: {start: false}", "forewarned: {start: no}"),
    ),
    same("E131", "a number with a leading nought", ("people: 86\n", "people: 086\n")),
    same("E132", "a clock time without quotes", ('clock: "07:40"', "clock: 07:40")),
    one("E133", "a number without end", ("capacity: 60", "capacity: .inf"), ("capacity: 2000", "capacity: .inf")),
    # The shape
    one(
        "E201",
        "a misspelt setting",
        ("by: phone", "bye: phone"),
        ("arrivals: {from: residents, every: 3m}", "arivals: {from: residents, every: 3m}"),
    ),
    one(
        "E202",
        "a setting left out",
        ("    task: {en: Greet them, zh: 先打招呼}\n", ""),
        ("    task: {en: First report upward, zh: 首报}\n", ""),
    ),
    one(
        "E203",
        "one word where a list belongs",
        ("clauses: [M4]\n", "clauses: M4\n"),
        ("clauses: [W1]\n", "clauses: W1\n"),
    ),
    one(
        "E203", "a word where a number belongs", ("people: 86\n", "people: many\n"), ("people: 86\n", "people: many\n")
    ),
    one(
        "E204",
        "a comma without quotes",
        ("{en: They chant., zh", "{en: They chant, all of them., zh"),
        ("{en: mean tension, zh", "{en: mean tension, all day, zh"),
    ),
    one(
        "E205",
        "a kind that does not exist",
        ("kind: reception", "kind: recption"),
        ("kind: reception", "kind: recption"),
    ),
    one("E206", "a share above one", ("base: 0.20", "base: 1.20"), ("base: 0.28", "base: 1.28")),
    one("E207", "a capital letter in a name", ("  ms_yu:", "  Ms_yu:"), ("  qiao_lan:", "  Qiao_lan:")),
    one("E208", "a language that is none", ("zh: 于雯", "中文: 于雯"), ("zh: 乔岚", "中文: 乔岚")),
    one("E210", "a time without its unit", ("target: 3m", "target: 3"), ("target: 26m", "target: 26")),
    one(
        "E210",
        "a window that runs backwards",
        ("travel: 8m..14m", "travel: 14m..8m"),
        ("travel: 12m..18m", "travel: 18m..12m"),
    ),
)
