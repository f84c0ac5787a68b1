"""The pages that the server answers with, in one language, and the rules under which a browser may show them.

All that a page needs comes from the same server: no font, script or picture from elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from simulator.language.said import Said, say
from simulator.language.translator import Translator

HERE = Path(__file__).parent
STATIC = HERE / "static"
LANGUAGE_TAGS = {"zh": "zh-CN"}

LETTERS = range(8, 41)
"""The sizes of letters that an address may ask for, in pixels."""

USUAL_LETTERS = 16

ALWAYS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What every answer bears."""


def policy(host: str) -> str:
    """What a page may load: from this server alone. The terminal writes its style sheets itself."""
    rules = (
        "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "font-src 'self'",
        "img-src 'self' data:", f"connect-src 'self' ws://{host} wss://{host}", "base-uri 'none'", "form-action 'none'",
        "frame-ancestors 'none'",
    )  # fmt: skip
    return "; ".join(rules)


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages in one language."""

    translator: Translator

    def drill(self, letters: int) -> str:
        """The page with the terminal, its letters of this size in pixels."""
        return self._page(
            "drill.html.j2",
            letters=letters,
            starting=self._say(say("Drillroom is starting …")),
            ended=self._say(say("The program has ended.")),
            kept=self._say(say("What you did is kept. A drill that was cut short goes on where it stood, paused.")),
            again=self._say(say("Go on")),
            without=self._say(say("This page needs JavaScript.")),
        )

    def entering(self, letters: int) -> str:
        """Leads from the address with the token to the one without, which asks for letters of the same size."""
        onward = "/" if letters == USUAL_LETTERS else f"/?fontsize={letters}"
        return self._page("entering.html.j2", onward=onward, enter=self._say(say("Go on to Drillroom")))

    def refused(self, why: Said) -> str:
        """Why somebody is not let in, and what to do."""
        remedy = say("Open the address that 'drillroom serve' printed when it was started, with its token.")
        return self._page("refused.html.j2", why=self._say(why), remedy=self._say(remedy))

    def _page(self, template: str, **values: object) -> str:
        language = self.translator.language
        mark = self._say(say("EXERCISE"))
        found = _templates().get_template(template)
        return found.render(lang=LANGUAGE_TAGS.get(language, language), mark=mark, **values)

    def _say(self, said: Said) -> str:
        return self.translator.say(said)


def letters_of(wished: str) -> int:
    """The size of letters that an address asks for, in pixels; the usual one where it asks for none there is."""
    return int(wished) if wished.isdecimal() and len(wished) < 4 and int(wished) in LETTERS else USUAL_LETTERS


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined)
