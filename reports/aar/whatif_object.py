"""What would have changed, as an object: figures and facts, with headlines in both languages."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reports.whatif_words import headline, joint_line, put_right
from reports.wording import Wording
from simulator.evaluation.as_json import figure
from simulator.language.translator import LANGUAGES, translator_for
from simulator.rehearsal.whatif.model import Changed, Finding, Joint, WhatIf


def whatif_object(wording: Wording, found: WhatIf) -> dict[str, Any]:
    """The findings by effect, and what several do together."""
    return {
        "exact": found.exact,
        "findings": [_finding(wording, each) for each in found.findings],
        "joint": [_joint(wording, found, each) for each in found.joint],
        "together": None if found.together is None else _joint(wording, found, found.together),
        "left_out": found.left_out,
    }


def languages(wording: Wording) -> dict[str, Wording]:
    """The same scenario and cast in each language of the interface."""
    return {language: replace(wording, translator=translator_for(language)) for language in LANGUAGES}


def finding_facts(each: Finding) -> dict[str, Any]:
    """What an object says of a finding in no language: figures to two decimals, measures as they are."""
    return {
        "seat": each.seat,
        **({"name": each.name} if each.name else {}),
        "entry": each.entry,
        "status": each.status,
        "becomes": each.becomes,
        "effect": figure(each.effect),
        "overall": _figures(each.overall),
        "team": _figures(each.team),
        "outcome": _figures(each.outcome),
        "world": measures(each.world),
        "void": list(each.void),
        "delayed": list(each.delayed),
    }


def joint_facts(each: Joint) -> dict[str, Any]:
    """The same of several findings together."""
    return {
        "findings": list(each.findings),
        "overall": _figures(each.overall),
        "team": _figures(each.team),
        "effect": figure(each.effect),
        "beyond": figure(each.beyond),
    }


def measures(world: Mapping[str, Changed]) -> dict[str, dict[str, float | None]]:
    """The closing measures that differ."""
    return {path: {"was": changed.was, "would": changed.would} for path, changed in world.items()}


def _finding(wording: Wording, each: Finding) -> dict[str, Any]:
    return {
        "expectation": each.expectation or None,
        "instance": each.instance or None,
        "conduct": each.conduct or None,
        **finding_facts(each),
        "headline": {language: headline(own, each) for language, own in languages(wording).items()},
        "put_right": {language: put_right(own, each) for language, own in languages(wording).items()},
    }


def _joint(wording: Wording, found: WhatIf, each: Joint) -> dict[str, Any]:
    said = {language: joint_line(own, found, each) for language, own in languages(wording).items()}
    return {**joint_facts(each), "said": said}


def _figures(changed: Changed) -> dict[str, float | None]:
    return {"was": figure(changed.was), "would": figure(changed.would)}
