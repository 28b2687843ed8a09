"""What an entry of the audit log says besides, in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from employees.models import Employment, Operator, SpreadsheetImport
from hr_docs.access.models import AuditEntry
from hr_docs.documents.models import SigningMark

KEYS: dict[str, Promise] = {
    "active": _("account open"),
    "choice": _("what to write"),
    "columns": _("columns"),
    "count": _("how many"),
    "documents": _("documents"),
    "employers": _("employers"),
    "fields": _("fields"),
    "file": _("file"),
    "format": _("format"),
    "kind": _("kind"),
    "kinds": pgettext_lazy("audit log", "papers"),
    "left_out": _("rows left out"),
    "list": pgettext_lazy("audit log", "list"),
    "locked": _("locked out"),
    "name": pgettext_lazy("person", "full name"),
    "numbers": _("numbers"),
    "on": _("day"),
    "page": _("page"),
    "people": _("people"),
    "query": pgettext_lazy("audit log", "filters"),
    "read": pgettext_lazy("audit log", "acquainted on"),
    "refused": pgettext_lazy("audit log", "refused"),
    "repeated": pgettext_lazy("audit log", "tried again"),
    "roles": _("roles"),
    "rows": _("rows"),
    "rule": _("rule"),
    "run": _("run"),
    "scan": _("scan"),
    "security": _("security"),
    "sha256": _("SHA-256"),
    "signatory": _("signatory"),
    "size": _("size, bytes"),
    "status": _("status"),
    "step": _("step"),
    "undone": pgettext_lazy("audit log", "undone because"),
    "user_name": _("user name"),
    "version": _("version"),
    "withdrawn": pgettext_lazy("audit log", "withdrawn because"),
}
VALUES: dict[str, Promise | str] = {
    **dict(SigningMark.Step.choices),
    **dict(SpreadsheetImport.Choice.choices),
    "audit": _("audit log"),
    "cancelled": pgettext_lazy("audit log", "cancelled"),
    "confirmed": _("warning confirmed"),
    "overridden": _("error overridden"),
    "password": _("password changed"),
    "register": _("register of documents"),
    "recovery codes": _("new recovery codes"),
    "second factor off": _("second factor switched off"),
    "second factor on": _("second factor switched on"),
    "second factor reset": _("second factor reset"),
    "temporary password": _("temporary password set"),
    "unlocked": _("lock lifted"),
    "voided": _("voided"),
    "withdrawn": _("withdrawn"),
    "history": _("history"),
}


def details_in_words(entry: AuditEntry) -> str:
    """«поля: фамилия, телефон; номера: 15-ТД»; what is not known stands as it was recorded."""
    return "; ".join(_parts(entry))


def _parts(entry: AuditEntry) -> Iterator[str]:
    for key, value in entry.details.items():
        if value == "":
            continue
        if key in {"fields", "columns"}:
            words = ", ".join(_labels(entry.subject_kind, value)) or gettext("none")
        else:
            words = _words(value)
        yield f"{KEYS.get(key, key)}: {words}"


def _words(value: object) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if value is None:
        return gettext("all")
    if isinstance(value, Mapping):  # days by what was read
        value = sorted(set(value.values()))
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_words, value)) or gettext("none")
    return str(VALUES.get(str(value)) or _day(str(value)) or value)


def _day(text: str) -> str:
    """«29.11.2026» for «2026-11-29»; empty for what is no day."""
    try:
        return f"{date.fromisoformat(text):%d.%m.%Y}" if len(text) == len("2026-11-29") else ""
    except ValueError:
        return ""


def _labels(kind: str, names: Iterable[str]) -> Iterator[str]:
    """Fields by the names that forms print: of the record itself, or of its operator."""
    try:
        models: list[type[Model]] = [apps.get_model(kind) if kind else Employment, Operator]
    except (LookupError, ValueError):
        models = []  # a kind of record that is no more
    for name in names:
        yield next((label for model in models if (label := _label(model, name))), name)


def _label(model: type[Model], name: str) -> str:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return ""
    return str(field.verbose_name) if isinstance(field, Field) else ""
