from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "hr_docs.documents"
    label = "documents"
    verbose_name = _("Documents")

    def ready(self) -> None:
        """Register the chores."""
        from hr_docs.documents.bundles import ordering  # noqa: F401  (the imports' effect)
        from hr_docs.documents.runs import reaping  # noqa: F401
