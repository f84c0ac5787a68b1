"""The shades behind cells and beside paragraphs by how they are meant, the same in every document.

The page has its own, lighter and darker, in its style sheet. No meaning hangs on a shade alone.
"""

from collections.abc import Mapping

from reports.paper.model import Tone

SHADES: Mapping[Tone, str] = {"good": "DFF0E3", "fair": "FBEFD0", "poor": "FBE3DF", "bad": "F4C7C1", "quiet": "F1F3F5"}
"""Red, green and blue in hexadecimal; black upon each has a contrast above 12 : 1."""

STRIPES: Mapping[Tone, str] = {"good": "1A6F37", "fair": "8A5A00", "poor": "B3261E", "bad": "B3261E", "quiet": "C9D1D9"}
"""For a stroke beside a paragraph."""

EXERCISE = "B3261E"
INK = "1F2329"
SOFT = "57606A"
LINE = "C9D1D9"
BAND = "E8EDF3"
"""As in the figures (`reports.figures.palette`)."""
