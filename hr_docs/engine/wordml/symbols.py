"""Characters of the symbol fonts (Symbol, Wingdings, Webdings) as Unicode.

Word stores them in the private area U+F000–U+F0FF or as plain bytes 0x20–0xFF (ECMA-376
§17.3.3.30). The tables hold what documents use: bullets, boxes, ticks, arrows, mathematics.
"""

import re

_PRIVATE = 0xF000
_PRIVATE_LETTER = re.compile("[\uf000-\uf0ff]")
_LAST_BYTE = 0xFF
# The family whose glyphs stand for those of symbol fonts: of the text fonts it has most signs.
SIGN_FAMILY = "Times New Roman"
SYMBOL_FONTS = frozenset({"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"})

_SYMBOL = dict(zip(
    range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True
)) | dict(zip(
    range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True
)) | {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥",
    0x7E: "∼", 0xA0: "€", 0xA3: "≤", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠",
    0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…",
    0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xCF: "∉", 0xD0: "∠", 0xD1: "∇", 0xD2: "®",
    0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xD8: "¬", 0xDB: "⇔", 0xDC: "⇐",
    0xDE: "⇒", 0xE0: "◊", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x3F: "✍", 0x41: "✌", 0x46: "☞",
    0x47: "☝", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐",
    0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·",
    0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "◻", 0xAB: "★",
    0xB6: "☆", 0xC3: "◄", 0xC4: "▲", 0xD0: "◁", 0xD8: "➢", 0xDB: "←", 0xDC: "→", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●",
    0x9E: "⦁", 0xA2: "■", 0xA3: "□", 0xAE: "◆", 0xAF: "◇",
}  # fmt: skip
_WINGDINGS_3 = {0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x7D: "►", 0x84: "◄"}
_WEBDINGS = {0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗", 0x34: "►", 0x33: "◄"}
_TABLES = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}
# Glyphs that the text fonts lack, with the nearest one that they have.
PLAINER = {
    "☐": "□", "◻": "□", "❑": "□", "❒": "□", "❐": "□", "☑": "■", "☒": "■", "✓": "√", "✔": "√",
    "➢": "►", "➔": "→", "⇨": "→", "⬧": "◊", "⧫": "◊", "◆": "■", "❖": "◊", "⬥": "◊", "★": "*",
    "✗": "×", "❍": "○", "⦁": "•", "⋅": "·", "\u2011": "-", "\u2010": "-", "▪": "•", "●": "•",
    "■": "•", "○": "o", "□": "o", "►": "•", "\u2007": "\u00a0", "\u202f": "\u00a0",
}  # fmt: skip


def is_symbol_font(font: str | None) -> bool:
    """Whether the family's letters are pictures rather than an alphabet."""
    return (font or "").strip().lower() in SYMBOL_FONTS


def symbol(code: int, font: str | None) -> str | None:
    """Unicode for a character code of a symbol font; None when the table has none."""
    low = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    table = _TABLES.get((font or "").strip().lower())
    if table is None:
        return _SYMBOL.get(low) or _WINGDINGS.get(low) if code >= _PRIVATE else chr(code)
    return table.get(low)


def is_symbolic(text: str, font: str | None) -> bool:
    """Whether any of the text must be looked up in the tables of symbol fonts."""
    return is_symbol_font(font) or _PRIVATE_LETTER.search(text) is not None


def readable(text: str, font: str | None) -> str:
    """`text` set in `font`, with symbol-font and private-area characters as Unicode bullets.

    Letters beyond both, such as Cyrillic ones, Word takes from another font.
    """
    if not is_symbolic(text, font):
        return text
    return "".join(
        symbol(ord(letter), font) or "•" if _is_coded(letter) else letter for letter in text
    )


def _is_coded(letter: str) -> bool:
    """Whether a symbol font has a picture in the letter's place."""
    is_byte = ord(letter) <= _LAST_BYTE and not letter.isspace()
    return is_byte or _PRIVATE_LETTER.match(letter) is not None
