"""What stops the work on an uploaded table."""

from dataclasses import dataclass


class OvertakenError(Exception):
    """Records have changed since the preview: nothing was written.

    `rows` are the numbers of the rows concerned; empty where the database alone noticed.
    """

    def __init__(self, rows: list[int]) -> None:
        super().__init__(f"{len(rows)} rows")
        self.rows = rows


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a row cannot be undone: whom it concerns, and what has happened since, in Russian."""

    row: int
    person: str
    employment_id: int | None
    reason: str


class UndoRefusedError(Exception):
    """The import stays as it is; `obstacles` say why, each for one person."""

    def __init__(self, obstacles: list[Obstacle]) -> None:
        super().__init__(f"{len(obstacles)} obstacles")
        self.obstacles = obstacles
