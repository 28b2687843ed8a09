"""What an entry of the audit log says besides, in words."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from employees.models import Operator
from hr_docs.access.models import AuditEntry

KEYS: dict[str, Promise] = {
    "active": _("account open"),
    "count": _("how many"),
    "employers": _("employers"),
    "fields": _("fields"),
    "format": _("format"),
    "kind": _("kind"),
    "locked": _("locked out"),
    "name": pgettext_lazy("person", "full name"),
    "numbers": _("numbers"),
    "on": _("day"),
    "page": _("page"),
    "roles": _("roles"),
    "rows": _("rows"),
    "rule": _("rule"),
    "security": _("security"),
    "status": _("status"),
    "step": _("step"),
    "user_name": _("user name"),
}
VALUES: dict[str, Promise] = {
    "confirmed": _("warning confirmed"),
    "overridden": _("error overridden"),
    "password": _("password changed"),
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
        if key == "fields":
            words = ", ".join(_labels(entry.subject_kind, value)) or gettext("none")
        else:
            words = _words(value)
        yield f"{KEYS.get(key, key)}: {words}"


def _words(value: object) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if value is None:
        return gettext("all")
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_words, value)) or gettext("none")
    return str(VALUES.get(str(value), value))


def _labels(kind: str, names: Iterable[str]) -> Iterator[str]:
    """Fields by the names that forms print: of the record itself, or of its operator."""
    try:
        models: list[type[Model]] = [apps.get_model(kind), Operator]
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
