"""What argparse refuses, in Russian: it writes English, and has no other place for words."""

import re

_PATTERNS = [
    (r"the following arguments are required: (.+)", "не хватает: {0}"),
    (r"one of the arguments (.+) is required", "нужно одно из: {0}"),
    (r"not allowed with argument (.+)", "нельзя вместе с {0}"),
    (r"expected one argument", "нужно значение"),
    (r"expected at least one argument", "нужно хотя бы одно значение"),
    (r"invalid choice: (.+) \(choose from (.+)\)", "нет такого значения: {0}; есть: {1}"),
    (r"invalid \w+ value: (.+)", "такое значение не годится: {0}"),
    (r"unrecognized arguments: (.+)", "неизвестные параметры: {0}"),
    (r"ambiguous option: (.+) could match (.+)", "непонятно, какой параметр: {0} — {1}"),
    (r"ignored explicit argument (.+)", "значение не нужно: {0}"),
]


def refusal_in_russian(message: str) -> str:
    """A message of argparse; what it does not know stays as it is."""
    named = re.fullmatch(r"argument ([^:]+): (.+)", message, re.DOTALL)
    if named:
        return f"параметр {named[1]}: {refusal_in_russian(named[2])}"
    for pattern, words in _PATTERNS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(*found.groups())
    return message
