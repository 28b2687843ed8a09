"""Tables of cases beside the tests, and those of the reference files."""

import csv
from pathlib import Path

HERE = Path(__file__).parent


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated file with a heading."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
