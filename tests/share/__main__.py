"""Makes the fonts of the pictures to share, from those of the pages: python -m tests.share

    assets/fonts/*.woff2 ─ one weight, one file ─→ templates/share/fonts/literata-*.ttf, widths.json

resvg draws with neither WOFF2 nor variable fonts. Needed again only where a font of the pages has
changed; the output is committed.
"""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "assets" / "fonts"
PICTURES = ROOT / "templates" / "share" / "fonts"
PARTS = ("latin", "latin-ext", "cyrillic")
#: What CSS calls a weight → where it lies on Literata's axis; 620 is that of the pages' headings.
WEIGHTS = {400: 400, 600: 620}
#: Tables for screens of few pixels, vertical lines and variations: pictures have none of these.
_LEFT_OUT = ("STAT", "avar", "gasp", "prep", "vhea", "vmtx")


def cut(weight: int) -> TTFont:
    """Literata in one weight, with every upright character that the pages have."""
    with TemporaryDirectory() as folder:
        parts = [Path(folder) / f"{part}.ttf" for part in PARTS]
        for part in parts:
            font = TTFont(PAGES / f"literata-{part.stem}.woff2", recalcTimestamp=False)
            instantiateVariableFont(font, {"wght": WEIGHTS[weight]}, inplace=True)
            for table in _LEFT_OUT:
                if table in font:
                    del font[table]
            font["OS/2"].usWeightClass = weight
            font.flavor = None
            font.save(part)
        return Merger().merge([str(part) for part in parts])


def widths(font: TTFont) -> dict[str, int]:
    """Character → its advance in thousandths of an em."""
    em, advances = font["head"].unitsPerEm, font["hmtx"]
    return {
        chr(code): round(advances[glyph][0] * 1000 / em)
        for code, glyph in sorted(font.getBestCmap().items())
    }


def main() -> None:
    """Write the fonts and the widths of their characters."""
    measured = {}
    for weight in WEIGHTS:
        font = cut(weight)
        font.save(PICTURES / f"literata-{weight}.ttf")
        measured[str(weight)] = widths(font)
    text = json.dumps(measured, ensure_ascii=False, indent=0, sort_keys=True)
    (PICTURES / "widths.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
