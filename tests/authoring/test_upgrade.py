"""`drillroom upgrade`: the present format, tidied, with every comment and value kept."""

from pathlib import Path

import pytest

from simulator.authoring.library import shipped
from simulator.authoring.upgrade import upgraded
from simulator.authoring.yaml_reader import read_file, read_yaml
from simulator.errors import ContentError
from tests.tui.calling import call

Printed = pytest.CaptureFixture[str]

UNTIDY = """\
format: 1   \r
a:\r



    # about b
    b:
    - x   # one
      # about y
    - k: 1
      # about j
      j: [1,
       2]
c: >
     folded  text

     more
d: |
    lit
      in

"""

TIDY = """\
format: 1
a:

  # about b
  b:
    - x   # one
      # about y
    - k: 1
      # about j
      j: [1,
       2]
c: >
  folded  text

  more
d: |
  lit
    in
"""


def test_indentation_blank_lines_and_ends_are_made_even() -> None:
    assert upgraded(read_yaml(UNTIDY, "x")) == TIDY


def test_tidying_again_changes_nothing() -> None:
    assert upgraded(read_yaml(TIDY, "x")) == TIDY


def test_the_shipped_scenarios_are_tidy() -> None:
    untidy = [path.parent.name for path in shipped() if upgraded(read_file(path)) != path.read_text(encoding="utf-8")]
    assert untidy == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format: 2\nid: x\n", "x:1: format 2 is newer than this Drillroom, which knows 1"),
        ("id: x\n", "x:1: the file does not say its format"),
        ("id: x\nformat: one\n", "x:2: there is no format one"),
        ("format: 1\na: [\n", "x:2: this must be mended first"),
    ],
)
def test_a_file_of_another_format_is_told_so(text: str, said: str) -> None:
    with pytest.raises(ContentError, match=said):
        upgraded(read_yaml(text, "x"))


def test_the_state_before_is_kept_beside_the_file(tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_text("format: 1\nid:\n    x: 1\n", encoding="utf-8")
    assert call(capsys, "upgrade", path, "--check").status == 1
    assert path.read_text(encoding="utf-8") == "format: 1\nid:\n    x: 1\n"
    assert call(capsys, "upgrade", path).status == 0
    assert path.read_text(encoding="utf-8") == "format: 1\nid:\n  x: 1\n"
    assert path.with_name("scenario.yaml.bak").read_text(encoding="utf-8") == "format: 1\nid:\n    x: 1\n"
    assert call(capsys, "upgrade", path, "--check").status == 0


def test_windows_line_ends_stay(tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_bytes(b"format: 1\r\nid: x   \r\n")
    assert call(capsys, "upgrade", path).status == 0
    assert path.read_bytes() == b"format: 1\r\nid: x\r\n"
