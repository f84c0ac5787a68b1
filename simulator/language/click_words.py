"""Lets the command line's own help and errors come out of Drillroom's catalogue.

Click looks its words up with `gettext`, which it binds by name in each of its modules. Pointing
those names to a translator switches the language without touching the process's environment, so
a second call in the same process may speak another language.
"""

import importlib

from simulator.language.translator import Translator

CLICK_MODULES = (
    "click.core",
    "click.decorators",
    "click.exceptions",
    "click.formatting",
    "click.parser",
    "click.termui",
    "click.types",
    "click.utils",
)
"""Click's modules whose words reach a user of Drillroom; the catalogue is extracted from them."""


def install_for_click(translator: Translator) -> None:
    """Have click speak the translator's language from here on."""
    for name in CLICK_MODULES:
        module = importlib.import_module(name)
        for bound, meaning in (
            ("_", translator.catalogue.gettext),
            ("ngettext", translator.catalogue.ngettext),
        ):
            if hasattr(module, bound):
                setattr(module, bound, meaning)
