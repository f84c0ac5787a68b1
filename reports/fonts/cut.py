"""Makes our typeface out of Noto Sans CJK SC: `python -m reports.fonts.cut SOURCE`, a developers' script.

SOURCE is `NotoSansCJK-Regular.ttc` of Debian's package `fonts-noto-cjk`. Cut to what Chinese offices write
(GB 2312, Latin, punctuation, the signs of figures, characters of given names beyond GB 2312), outlines
turned from cubic into quadratic curves, hinting and layout features left out. The licence (`OFL.txt`) asks
that a changed font bear a name of its own. The same source and fonttools give the same bytes.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools.misc.timeTools import timestampFromString  # type: ignore[import-untyped]
from fontTools.pens.cu2quPen import Cu2QuPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont, newTable  # type: ignore[import-untyped]

from reports.fonts import FAMILY, FILE

FACE = "Noto Sans CJK SC"
"""The face of the collection that has the shapes of the mainland."""

TOLERANCE = 1.0
"""How far a quadratic outline may stray from the cubic one, in thousandths of the type size."""

LATIN = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x1EA0, 0x1EFA))]
CYRILLIC = [chr(code) for code in (0x401, *range(0x410, 0x450), 0x451)]
BEYOND = "蹚"
"""Characters of the shipped scenarios that GB 2312 has not."""
SIGNS = "–—‘’“”…•‰′″€™−×÷≤≥≠≈±→←↑↓▲▼◆◇●○■□★☆✓▶◀①②③④⑤⑥⑦⑧⑨⑩"
NAMES = (
    "喆堃玥昇瑄珺曌玙旸昉璟翀晞韫赟昳镕珅玹琰瑀玟芃垚犇骉淼焱鑫旻昕晟暐晔祎祺翊彧韡婳妤嫄媞媖姮姞钰铄锳锜锟锴鎏鋆镠"
    "禛禔璘璠璐瑢瑨瑧琇琎珣珝珩珮琀琤琫琭瑃瑱璆璈璎璪瓒瓘昺昰晅晊暕暎晗曦朤淏湜湉滢溁潞瀞洺浛涴漪泓沄泠沺沁峣峘崟嵘嶷嵚"
    "屾竑竣翯翎翾苡茗莙菥萱蒽蓥薏蘅蕙芊苒芾葳勍勖劢劼邺郅邝郄郗鄢缪仝佟俣倞偲僖亓亶乂冼凇惇愔懿慜忞悫抃昶曈杬柷栩桉梓"
    "棽楙榕樾栐桢焜焯烜熠燚燊爔堉垲埕墉壵奭嫣孖珧琛琨琬琲瑭瑷璩畇皓皛睿矞砚祐祜祯禧窦筠筱箐缦羿翙翚聿舸檀岜崀塄砼镴"
)
"""Characters that parents choose and the towns' names use; many are not in GB 2312."""

SHOWN = {
    1: FAMILY,
    2: "Regular",
    3: "1.000;DrillroomSansSC-Regular",
    4: FAMILY,
    5: "Version 1.000; cut from Noto Sans CJK SC 2.004",
    6: "DrillroomSansSC-Regular",
}
"""The records of the font's name table that are ours; copyright, trademark, makers and licence stay."""

KEPT_NAMES = (0, 7, 8, 9, 10, 11, 12, 13, 14)
CUT_ON = "Thu Jan  1 00:00:00 2026"


def gb2312() -> Iterator[str]:
    """Every character of GB 2312: rows and cells of ninety-four, as Python's codec knows them."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield from bytes([row, cell]).decode("gb2312", "ignore")


def wanted() -> set[int]:
    """The code points that the typeface is to have."""
    return {ord(sign) for sign in (*LATIN, *CYRILLIC, *BEYOND, *SIGNS, *NAMES, *gb2312())}


def face_of(source: Path) -> Any:
    """The face of a collection that is to be cut. Raises LookupError where it has none of that name."""
    for number in range(_faces(source)):
        font = TTFont(source, fontNumber=number)
        if font["name"].getDebugName(1) == FACE:
            return font
    raise LookupError(FACE)


def _faces(source: Path) -> int:
    with source.open("rb") as file:
        header = file.read(12)
    return int.from_bytes(header[8:12], "big") if header[:4] == b"ttcf" else 1


def cut(font: Any) -> None:
    """Leave out every other glyph, hinting and all layout features."""
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = list(KEPT_NAMES)
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables = [*options.drop_tables, "VORG", "BASE", "GDEF", "GPOS", "GSUB", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted())
    subsetter.subset(font)


def to_truetype(font: Any) -> None:
    """Turn the outlines into quadratic curves: some readers of documents know no others."""
    order, shapes, glyphs = font.getGlyphOrder(), font.getGlyphSet(), {}
    for name in order:
        pen = TTGlyphPen(shapes)
        shapes[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    del font["CFF "]
    font["maxp"].tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):  # fmt: skip
        setattr(font["maxp"], field, 1 if field == "maxZones" else 0)
    for name, glyph in glyphs.items():
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def rename(font: Any) -> None:
    """Give it our name and a date that does not change with the day."""
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in KEPT_NAMES and record.langID == 0x409]
    for number, text in SHOWN.items():
        table.setName(text, number, 3, 1, 0x409)
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = timestampFromString(CUT_ON)
    font["head"].fontRevision = 1.0


def main(arguments: list[str]) -> int:
    """Write the typeface beside this script; answers the exit status."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    font = face_of(Path(arguments[0]))
    lacking = wanted() - font.getBestCmap().keys()
    if lacking:
        print("the source lacks", " ".join(f"U+{code:04X}" for code in sorted(lacking)))
        return 1
    cut(font)
    to_truetype(font)
    rename(font)
    font.save(FILE)
    print(f"{FILE.name}: {len(font.getGlyphOrder())} glyphs, {FILE.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
