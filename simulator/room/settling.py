"""Keeping pauses short in a program in which somebody waits for every answer."""

import gc


def settle() -> None:
    """What is loaded by now is looked through for garbage once more, and then not until this is called again.

    Looking through all of it holds everybody up for a twentieth of a second or more each time.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
