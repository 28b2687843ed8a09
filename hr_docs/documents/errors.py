"""What can stop a document from being issued, in words for HR."""


class IssueError(Exception):
    """A document cannot be issued; `str(error)` says why and what to do, in Russian."""


class StoredFileError(IssueError):
    """A file in the private storage is missing or is not the one that was issued."""
