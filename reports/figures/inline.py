"""A figure's SVG made ready to stand inside a page: described for screen readers, in the page's own colours.

Style attributes become plain attributes, so that a page's security policy may forbid inline styles; ids get
the figure's own beginning, so that two figures in one page do not mix.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from reports.figures.palette import ROLES

SVG = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
_URL = re.compile(r"url\(#([^)]*)\)")
_DROPPED = ("metadata", "style")


def inline(document: str, name: str, title: str, description: str) -> str:
    """The `<svg>` element of *document*. *name* begins every id in it; *title* and *description* are read out."""
    root = ElementTree.fromstring(document)
    _drop(root)
    wanted = set(_references(root))
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        _plain(element)
        _rename(element, name, wanted)
    _describe(root, name, title, description)
    return ElementTree.tostring(root, encoding="unicode", short_empty_elements=True)


def _drop(root: ElementTree.Element) -> None:
    """Leave out what says nothing in a page."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag.removeprefix(f"{{{SVG}}}") in _DROPPED:
                parent.remove(child)


def _references(root: ElementTree.Element) -> Iterator[str]:
    """The ids that something in the document refers to."""
    for element in root.iter():
        for value in element.attrib.values():
            yield from _URL.findall(value)
        if _LINK in element.attrib:
            yield element.attrib[_LINK].removeprefix("#")


def _plain(element: ElementTree.Element) -> None:
    """Style properties as attributes, colours as the page's variables with themselves to fall back on."""
    for written in element.attrib.pop("style", "").split(";"):
        name, _, value = written.partition(":")
        if value:
            element.set(name.strip(), value.strip())
    for name in ("fill", "stroke"):
        colour = element.get(name, "")
        if colour in ROLES:
            element.set(name, f"var(--{ROLES[colour]}, {colour})")


def _rename(element: ElementTree.Element, name: str, wanted: set[str]) -> None:
    """Ids that are referred to begin with the figure's name; the others go."""
    own = element.attrib.pop("id", None)
    if own in wanted:
        element.set("id", f"{name}-{own}")
    link = element.attrib.pop(_LINK, None)
    if link is not None:
        element.set("href", f"#{name}-{link.removeprefix('#')}")
    for attribute, value in element.attrib.items():
        if "url(#" in value:
            element.set(attribute, _URL.sub(rf"url(#{name}-\1)", value))


def _describe(root: ElementTree.Element, name: str, title: str, description: str) -> None:
    for needless in ("width", "height", "version"):
        root.attrib.pop(needless, None)
    # What the style sheet that was left out said of every element.
    said = {"xmlns": SVG, "role": "img", "stroke-linejoin": "round", "stroke-linecap": "butt"}
    root.attrib.update(said | {"aria-labelledby": f"{name}-title {name}-description"})
    for place, (tag, text) in enumerate((("title", title), ("desc", description))):
        words = ElementTree.Element(tag, {"id": f"{name}-{'title' if tag == 'title' else 'description'}"})
        words.text = text
        root.insert(place, words)
