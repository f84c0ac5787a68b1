"""What a terminal would obey instead of showing it: made visible in whatever is printed, whoever wrote it."""

import re

_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters but tab and line end, marks that turn letters around, halves of characters."""


def harmless(text: str) -> str:
    """The text with each such sign written out as `\\u001b`, which JSON reads back as the sign it was."""
    return _STEERS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
