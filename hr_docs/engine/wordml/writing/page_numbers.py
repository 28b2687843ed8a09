"""Numbers of pages as generated content (ECMA-376 §17.16.5.45 and the like)."""

from hr_docs.engine.wordml.content import PageNumber

_COUNTER_STYLES = {
    "lowerRoman": "lower-roman", "upperRoman": "upper-roman", "lowerLetter": "lower-latin",
    "upperLetter": "upper-latin", "decimalZero": "decimal-leading-zero",
}  # fmt: skip
# Stands for a number that CSS has no counter for; replaced after a first layout.
SECTION_PAGES = "section-pages:"


def page_content(one: PageNumber, section: str, page_format: str) -> str:
    """Value of `content` for a number in the named section, whose pages are counted in a format."""
    number_format = one.number_format
    if one.field == "PAGE" and not number_format:
        number_format = page_format
    style = _COUNTER_STYLES.get(number_format)
    shown = f",{style}" if style else ""
    if one.field == "PAGEREF":
        content = f'target-counter("#{css_string(one.bookmark or "")}",page{shown})'
    elif one.field == "SECTIONPAGES":
        content = f'"{SECTION_PAGES}{section};"'
    else:
        content = f"counter({'page' if one.field == 'PAGE' else 'pages'}{shown})"
    return f'"- "{content}" -"' if number_format == "numberInDash" else content


def css_string(text: str) -> str:
    """Text that can stand between double quotes in CSS."""
    return "".join(f"\\{ord(c):x} " if c in '"\\\n\r<>&' or c < " " else c for c in text)
