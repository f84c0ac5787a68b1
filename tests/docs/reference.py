"""Writes the reference for trainers from the models, the catalogues and `docs/trainers/reference.yaml`.

`python -m tests.docs.reference` writes both pages anew; `page` makes one without writing it.
"""

from pathlib import Path

from tests.docs.kinds import anchor, default, kind, limits
from tests.docs.settings import FILES, Setting, blocks, own_settings
from tests.docs.tables import choices, conduct, example_scenario, orders, parts, plan, table
from tests.docs.wording import LANGUAGES, TRAINERS, Wording, example

HERE = Path(__file__).parent
PAGES = {"en": TRAINERS / "reference.md", "zh": TRAINERS / "zh" / "reference.md"}
HEADS = {
    "en": ("setting", "type", "default", "what it is", "example"),
    "zh": ("设置", "类型", "默认", "含义", "例子"),
}


def template(language: str) -> list[str]:
    """The page's own words, with a line for each table to come."""
    return (HERE / f"reference.{language}.md").read_text(encoding="utf-8").splitlines()


def page(language: str) -> str:
    """The whole page in a language."""
    wording = Wording(language)
    lines: list[str] = []
    for line in template(language):
        lines += _made(wording, line) if line.startswith("@") else [line]
    return "\n".join(lines) + "\n"


def _made(wording: Wording, line: str) -> list[str]:
    what, *names = line[1:].split()
    match what:
        case "blocks":
            return [each for name in names for each in _block(wording, name)][:-1]
        case "parts":
            return parts(wording)
        case "orders":
            return orders(wording, example_scenario())
        case "plan":
            return plan(wording, example_scenario())
        case "conduct":
            return conduct(wording, example_scenario())
        case "choices":
            return choices(wording, *names)
        case _:
            raise ValueError(line)


def _block(wording: Wording, name: str) -> list[str]:
    model = next(block for block in blocks(*FILES) if block.__name__ == name)
    stands, says = wording.stands(name), wording.says(name)
    head = f"### {wording.title(name)}" + (f" (`{stands}`)" if stands else "")
    rows = [_row(wording, setting) for setting in own_settings(model)]
    sentence = [says, ""] if says else []
    return [f'<a id="{anchor(name)}"></a>', head, "", *sentence, *table(HEADS[wording.language], rows), ""]


def _row(wording: Wording, setting: Setting) -> tuple[str, ...]:
    limit = limits(setting.field, setting.annotation, wording)
    of = ", ".join(part for part in (kind(setting.annotation, wording), limit) if part)
    return (
        f"`{setting.name}`", of, default(setting, wording), wording.meaning(setting), f"`{example(setting)}`",
    )  # fmt: skip


def main() -> None:
    """Write both pages."""
    for language in LANGUAGES:
        PAGES[language].write_text(page(language), encoding="utf-8")


if __name__ == "__main__":
    main()
