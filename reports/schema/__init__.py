"""The published JSON Schema of `drillroom report --format json`, and where it stands."""

import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("report.schema.json")


def text() -> str:
    """The schema as it is published."""
    return FILE.read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    """The schema as an object."""
    found: dict[str, Any] = json.loads(text())
    return found
