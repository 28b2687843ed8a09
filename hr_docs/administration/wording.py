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
    "name": pgettext_lazy("person", "full name"),
    "user_name": _("user name"),
    "run": _("run"),
    "repeated": pgettext_lazy("audit log", "tried again"),
    "list": pgettext_lazy("audit log", "list"),
    "step": _("step"),
    "status": _("status"),
    "rule": _("rule"),
    "version": _("version"),
    "on": _("day"),
    "read": pgettext_lazy("audit log", "acquainted on"),
    "choice": _("what to write"),
    "kind": _("kind"),
    "kinds": pgettext_lazy("audit log", "papers"),
    "people": _("people"),
    "documents": _("documents"),
    "numbers": _("numbers"),
    "rows": _("rows"),
    "active": _("account open"),
    "columns": _("columns"),
    "count": _("how many"),
    "employers": _("employers"),
    "fields": _("fields"),
    "file": _("file"),
    "format": _("format"),
    "left_out": _("rows left out"),
    "locked": _("locked out"),
    "page": _("page"),
    "query": pgettext_lazy("audit log", "filters"),
    "refused": pgettext_lazy("audit log", "refused"),
    "roles": _("roles"),
    "scan": _("scan"),
    "security": _("security"),
    "sha256": _("SHA-256"),
    "signatory": _("signatory"),
    "size": _("size, bytes"),
    "undone": pgettext_lazy("audit log", "undone because"),
    "until": pgettext_lazy("audit log", "older than"),
    "withdrawn": pgettext_lazy("audit log", "withdrawn because"),
}
"""In the order in which they are told: PostgreSQL does not keep that of the details."""
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
    told = list(KEYS)
    known = sorted(entry.details.keys() & KEYS.keys(), key=told.index)
    for key in (*known, *sorted(entry.details.keys() - KEYS.keys())):
        value = entry.details[key]
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
