"""Make the fonts under bot/pictures/fonts: cut to what reviews are written in, each under a family name of our own.

    apt-get download fonts-noto-core fonts-noto-cjk fonts-inter  # dpkg -x each into FOLDER
    npm pack @fontsource/eb-garamond @fontsource/noto-emoji      # unpack into FOLDER/eb-garamond and /noto-emoji
    python docs/fonts.py FOLDER                                  # needs fonttools and brotli

All of them are under the SIL Open Font License; none of the names used here is reserved.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "bot" / "pictures" / "fonts"
NOTO = "usr/share/fonts/truetype/noto"
INTER = "usr/share/fonts/opentype/inter"
CJK = "usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
SIMPLIFIED = 2  # the collection's third face; the other forms are kept behind `locl`
GARAMOND_PARTS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese")
EUROPEAN = [*range(0x20, 0x250), *range(0x2B0, 0x530), *range(0x1E00, 0x2000), *range(0x2000, 0x2070)]
EUROPEAN += [
    *range(0x2070, 0x20D0),
    *range(0x2100, 0x2190),
    0x2190,
    0x2191,
    0x2192,
    0x2193,
    0x2212,
    0x2605,
    0x2606,
]
SCRIPTS = (
    *("Hebrew", "Devanagari", "Thai", "Armenian", "Georgian", "Bengali", "Gujarati", "Gurmukhi", "Tamil"),
    *("Telugu", "Kannada", "Malayalam", "Sinhala", "Khmer", "Lao", "Myanmar", "Ethiopic"),
)


def main(folder: Path) -> None:
    """Write every font."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for style in ("normal", "italic"):
        name = "Serif" if style == "normal" else "Serif Italic"
        save(garamond(folder / "eb-garamond" / "files", style), name)
    for weight in ("Medium", "SemiBold"):
        save(cut(TTFont(folder / INTER / f"Inter-{weight}.otf"), EUROPEAN), f"Sans {weight}")
    save(cut(TTFont(folder / NOTO / "NotoNaskhArabic-Regular.ttf")), "Arabic")
    for script in SCRIPTS:
        save(cut(TTFont(folder / NOTO / f"NotoSerif{script}-Regular.ttf")), script)
    save(cut(TTFont(folder / NOTO / "NotoSansSymbols2-Regular.ttf"), symbols()), "Symbols")
    save(
        cut(
            TTFont(folder / NOTO / "NotoSansMath-Regular.ttf"),
            [*range(0x2190, 0x2400), *range(0x25A0, 0x2600)],
        ),
        "Math",
    )
    emoji = TTFont(folder / "noto-emoji" / "files" / "noto-emoji-emoji-400-normal.woff2")
    emoji.flavor = None
    save(cut(emoji), "Emoji")
    save(
        cut(TTFont(folder / CJK, fontNumber=SIMPLIFIED), common_cjk(), drop=("vhea", "vmtx", "VORG", "BASE")),
        "CJK",
    )


def garamond(files: Path, style: str) -> TTFont:
    """EB Garamond's medium weight, put together again from the parts in which it is published."""
    with tempfile.TemporaryDirectory() as scratch:
        parts = []
        for part in GARAMOND_PARTS:
            font = TTFont(files / f"eb-garamond-{part}-500-{style}.woff2")
            font.flavor = None
            parts.append(Path(scratch) / f"{part}.ttf")
            font.save(parts[-1])
        return Merger().merge([str(part) for part in parts])


def cut(font: TTFont, wanted: list[int] | None = None, drop: tuple[str, ...] = ()) -> TTFont:
    """The font with only the characters wanted, without hinting: pictures are drawn large."""
    options = Options(hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    options.drop_tables += list(drop)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted or list(font.getBestCmap()))
    subsetter.subset(font)
    return font


def save(font: TTFont, name: str) -> None:
    """Write a font under a family name that no font of the machine has."""
    family = f"Pullquote {name}"
    for record in list(font["name"].names):
        if record.nameID in {1, 4, 16}:
            record.string = family
        elif record.nameID == 2:
            record.string = "Regular"
        elif record.nameID == 6:
            record.string = family.replace(" ", "")
        elif record.nameID in {3, 17, 21, 22}:
            font["name"].removeNames(nameID=record.nameID)
    font["OS/2"].usWeightClass, font["OS/2"].fsSelection, font["head"].macStyle = 400, 0x40, 0
    path = TARGET / f"{name.lower().replace(' ', '-')}{'.otf' if 'CFF ' in font else '.ttf'}"
    font.save(path)
    print(f"{path.name:24} {len(font.getBestCmap()):6,} characters {path.stat().st_size / 1e3:8,.0f} kB")


def symbols() -> list[int]:
    """Stars, hearts, hands and other marks that reviews rate with."""
    return [*range(0x2460, 0x2500), *range(0x25A0, 0x27C0), *range(0x2B00, 0x2C00)]


def common_cjk() -> list[int]:
    """What the national standards for everyday text hold: GB 2312, JIS X 0208, Big5's first level, KS X 1001."""
    found = set()
    for encoding in ("gb2312", "shift_jis", "big5", "euc_kr"):
        for lead in range(0x81, 0xFF):
            for trail in range(0x40, 0xFF):
                try:
                    letter = bytes((lead, trail)).decode(encoding)
                except UnicodeDecodeError:
                    continue
                rare = encoding == "big5" and (lead << 8 | trail) > 0xC67E
                rare |= encoding == "euc_kr" and "\u4e00" <= letter <= "\u9fff"
                if len(letter) == 1 and ord(letter) > 0x2E80 and not rare:
                    found.add(ord(letter))
    return sorted(found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
