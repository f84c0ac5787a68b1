"""Our own Chinese typeface for figures and documents, and where its file stands; `cut.py` makes it."""

from pathlib import Path

FAMILY = "Drillroom Sans SC"
"""The name under which the typeface is known to whatever draws with it."""

FILE = Path(__file__).with_name("DrillroomSansSC-Regular.ttf")
