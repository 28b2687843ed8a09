"""Why a whole file is refused."""


class UnusableFile(Exception):  # noqa: N818 - the name says what the file is
    """Nothing of the file can be imported; nothing was written.

    `reason` and `remedy` are Russian sentences for the person who chose the file.
    """

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason, remedy)
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.reason} {self.remedy}"
