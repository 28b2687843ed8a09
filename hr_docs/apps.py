"""The project as an app: it brings the system checks and the shared static files."""

from django.apps import AppConfig


class HrDocsConfig(AppConfig):
    name = "hr_docs"
    label = "hr_docs"

    def ready(self) -> None:
        """Register the system checks and the chores."""
        from hr_docs import checks  # noqa: F401  (registering is the import's effect)
        from hr_docs.background import pruning  # noqa: F401
