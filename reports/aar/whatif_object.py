"""What would have changed, as an object: figures and facts, with headlines in both languages."""

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


def _finding(wording: Wording, each: Finding) -> dict[str, Any]:
    return {
        "expectation": each.expectation or None,
        "instance": each.instance or None,
        "conduct": each.conduct or None,
        "seat": each.seat,
        "entry": each.entry,
        "status": each.status,
        "becomes": each.becomes,
        "headline": {language: headline(own, each) for language, own in languages(wording).items()},
        "put_right": {language: put_right(own, each) for language, own in languages(wording).items()},
        "effect": figure(each.effect),
        "overall": _figures(each.overall),
        "team": _figures(each.team),
        "outcome": _figures(each.outcome),
        "world": {path: {"was": changed.was, "would": changed.would} for path, changed in each.world.items()},
        "void": list(each.void),
        "delayed": list(each.delayed),
    }


def _joint(wording: Wording, found: WhatIf, each: Joint) -> dict[str, Any]:
    return {
        "findings": list(each.findings),
        "said": {language: joint_line(own, found, each) for language, own in languages(wording).items()},
        "overall": _figures(each.overall),
        "team": _figures(each.team),
        "effect": figure(each.effect),
        "beyond": figure(each.beyond),
    }


def _figures(changed: Changed) -> dict[str, float | None]:
    return {"was": figure(changed.was), "would": figure(changed.would)}
