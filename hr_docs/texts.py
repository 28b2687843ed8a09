"""Text as people paste it into forms and tables."""

import re
import unicodedata

# Format and control characters that show nothing: soft hyphens, zero-width spaces, marks of
# direction, what a terminal left behind. XML forbids some of them, and no search finds the others.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)


def one_line(text: str) -> str:
    """`text` without invisible characters, on one line, single-spaced, й and ё as one character."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())
