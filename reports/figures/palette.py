"""The colours of figures, each with a role. In a page the role becomes a CSS variable, so that dark pages have
their own shades; a figure alone has these. No meaning hangs on a colour alone.
"""

from collections.abc import Mapping

INK = "#1f2329"
SOFT = "#57606a"
LINE = "#c9d1d9"
PAPER = "#ffffff"
BAND = "#e8edf3"
TENSION = "#9a3412"
INJECT = "#6b4e9e"
ACT = "#0b5cad"
GOOD = "#1a6f37"
FAIR = "#8a5a00"
POOR = "#b3261e"

ROLES: Mapping[str, str] = {
    INK: "ink", SOFT: "soft", LINE: "line", PAPER: "paper", BAND: "band", TENSION: "tension", INJECT: "inject",
    ACT: "act", GOOD: "good", FAIR: "fair", POOR: "poor",
}  # fmt: skip
"""By colour, the name of its CSS variable."""
