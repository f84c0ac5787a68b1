"""A small scenario, complete and without a fault, that tests change in one place at a time."""

from pathlib import Path

from simulator.authoring.check import check
from simulator.authoring.diagnostics import Finding
from simulator.authoring.load import load_text
from simulator.scenario.scenario import Scenario

SAMPLE = """\
format: 1
id: sample
type: mass
title: {en: Late rent at the hall, zh: 大厅里的过渡费}
languages: [en, zh]
clock: "07:40"
length: 4h
briefing: {en: Eighty-six residents have come., zh: 来了八十六名居民。}

seats: [commander, duty_officer, petition_lead, public_security]

places:
  hall: {name: {en: Hall, zh: 大厅}, capacity: 60, area: 120 m2}
  bureau: {name: {en: Bureau, zh: 信访局}}
routes:
  - {between: [bureau, hall], travel: 8m..14m}

units:
  reception_team:
    name: {en: Reception team, zh: 接待组}
    base: bureau
    skills: [reception]
    under: petition_lead

cast:
  ms_yu: {name: {en: Yu Wen, zh: 于雯}}
state:
  leaders_told: {start: false}
  buses: {start: 0, max: 4}
  mood_of_press: {start: quiet, one_of: [quiet, loud]}

incidents:
  residents:
    kind: gathering
    name: {en: Residents, zh: 居民}
    place: hall
    people: 86
    tension: {start: 0.30, base: 0.20, half_life: 25m}
    pressures:
      unheard: {raises: 0.40, when: not residents.heard}
      crowded: {raises: 0.10, when: hall.density > 0.6}
      shields: {raises: 0.35, when: show_of_force() and since(show_of_force()) < 60m}
    reliefs:
      progress: {lowers: 0.10, when: since(relay_progress()) < 20m}
    stages:
      chanting: {above: 0.50, inject: chant}
      blocking: {above: 0.70, inject: gate_blocked, harm: {injured: 0..2}}
  windows:
    kind: reception
    name: {en: Windows, zh: 窗口}
    place: hall
    staff: reception
    arrivals: {from: residents, every: 90s}
    service: 8m
    patience: 45m

injects:
  doors:
    at: 0m
    to: [duty_officer, petition_lead]
    from: {en: Hall guard, zh: 大厅保安}
    by: phone
    text: {en: "Eighty-six people at the door.", zh: 门口有八十六人。}
    asks: first_words
    tells: {residents.people: 86}
  chant:
    to: petition_lead
    text: {en: They chant., zh: 有人在喊口号。}
  gate_blocked:
    to: [commander, public_security]
    text: {en: The gate is blocked., zh: 大门被堵。}
  second_wave:
    at: doors + 45m
    when: residents.waited > 60m and not windows.open
    to: petition_lead
    text: {en: Ninety more are on their way., zh: 又有九十人正在赶来。}
    add: {residents.people: 90, buses: 2}

decisions:
  first_words:
    to: petition_lead
    text: {en: "What do you say first?", zh: 你先说什么？}
    time_limit: 5m
    if_silent: wait
    options:
      listen: {text: {en: Listen., zh: 先听。}, quality: 1.0, raises: {residents.heard: 0.2}}
      wait: {text: {en: Say nothing., zh: 不说话。}, quality: 0.0, conduct: U02}

expectations:
  open_doors:
    of: petition_lead
    task: {en: Open reception, zh: 开窗接访}
    clauses: [M3, W2]
    due: doors
    do: ["open_reception(place=hall)", "register(incident=residents)"]
    target: 10m
    limit: 25m
  greet:
    of: petition_lead
    task: {en: Greet them, zh: 先打招呼}
    clauses: [M4]
    due: first_words
    do: [first_words == listen]
    wrong: [disperse_first()]
    target: 3m
    limit: 5m
  first_report:
    of: duty_officer
    task: {en: Report upward, zh: 上报}
    clauses: [M2, W1]
    due: doors
    do: ["report_upward(kind=first, people=told(residents.people))"]
    quality:
      - {is: 1.0, when: report_upward.people within 10% of told(residents.people)}
      - {is: 0, conduct: U09, when: otherwise}
    target: 15m
    limit: 30m
  respond:
    of: commander
    task: {en: Start the response, zh: 启动响应}
    clauses: [O1, M1, W3]
    due: residents.blocking
    do: [activate(level=III), listen(incident=residents)]
    target: 10m
    limit: 20m
allowed: [talk_on_site()]

outcome:
  tension: {measure: residents.tension.mean, per: 0.1, weight: 2}
  unserved: {measure: windows.left, per: 10}
  injured: {measure: harm.injured, per: 1, weight: 5}

playthroughs:
  by_the_book: {player: by-the-book, expect: [overall > 50, rating != U]}
"""


def sample_yaml(*changes: tuple[str, str]) -> str:
    """The sample with texts replaced, each of which stands in it once."""
    text = SAMPLE
    for old, new in changes:
        if text.count(old) != 1:
            raise AssertionError(f"{old!r} stands {text.count(old)} times in the sample")
        text = text.replace(old, new)
    return text


def sample(folder: Path, *changes: tuple[str, str]) -> Scenario:
    """The sample as a scenario, on the shipped plan, orders and conduct."""
    loaded = load_text(sample_yaml(*changes), folder / "scenario.yaml")
    if loaded.scenario is None:
        raise AssertionError("\n".join(f"{each.line}: {each.message}" for each in loaded.findings))
    return loaded.scenario


def findings_of(folder: Path, *changes: tuple[str, str], profile: str = "publish") -> list[Finding]:
    """What `check` finds in the changed sample, its playthroughs left aside."""
    path = folder / "scenario.yaml"
    path.write_text(sample_yaml(*changes), encoding="utf-8")
    return check(path, profile).findings


def place_of(text: str, part: str, *changes: tuple[str, str]) -> tuple[int, int]:
    """Line and column, from 1, of *part* inside the one line of the changed sample that holds *text*."""
    lines = [(number, line) for number, line in enumerate(sample_yaml(*changes).split("\n"), 1) if text in line]
    ((number, line),) = lines
    return number, line.index(part) + 1
