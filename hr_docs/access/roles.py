"""The roles: which right belongs to whom. One table, readable as it stands.

A role is a Django group of that name. A right is «app.codename»; the views ask for it with
`hr_docs.access.gate.allowed`. A new permission becomes part of a role by a line here: the groups
are brought up to it after every `migrate`. Rights are only ever added to a group, so what an
organisation gave a role of its own accord stays; a combination of its own is a group of its own.

The administrator looks after people and rights, not after operators: he sees no personal data
(ФЗ «О персональных данных» ст. 5 ч. 5: no more than the purpose needs). The audit log, which he
reads, names operators, and holds no identifier of theirs.
"""

from typing import Any

from django.apps.registry import Apps

OFFICER = "кадровик"
MANAGER = "руководитель кадров"
LAWYER = "юрист"
OBSERVER = "наблюдатель"
ADMINISTRATOR = "администратор"

READ_LISTS = (
    "employees.view_employment",
    "employees.view_operator",
    "employees.view_employer",
    "employees.view_signatory",
    "employees.view_site",
    "employees.view_localact",
    "job_descriptions.view_position",
    "job_descriptions.view_experiencetier",
    "job_descriptions.view_jobdescriptionedition",
    "documents.view_document",
    "documents.view_enteredfigure",
)
READ_EVERYTHING = (
    *READ_LISTS,
    "employees.view_personal_data",
    "documents.read_files",
)
ENTER_FIGURES = (
    "documents.add_enteredfigure",
    "documents.change_enteredfigure",  # to withdraw one
    "documents.add_enteredyear",
)
DO_THE_DAY = (
    *READ_EVERYTHING,
    *ENTER_FIGURES,
    "employees.add_operator",
    "employees.change_operator",
    "employees.add_employment",
    "employees.change_employment",
    "employees.import_operators",
    "employees.export_operators",
    "documents.issue_document",
    "documents.sign_document",
    "documents.confirm_warning",
    "documents.export_register",
)
KEEP_THE_REFERENCE = (
    "employees.add_employer",
    "employees.change_employer",
    "employees.add_signatory",
    "employees.change_signatory",
    "employees.add_site",
    "employees.change_site",
    "employees.add_localact",
    "employees.change_localact",
    "job_descriptions.add_position",
    "job_descriptions.change_position",
    "job_descriptions.add_experiencetier",
    "job_descriptions.change_experiencetier",
    "job_descriptions.add_jobdescriptionedition",
    "job_descriptions.change_jobdescriptionedition",
    "documents.view_numbermask",
    "documents.add_numbermask",
    "documents.change_numbermask",
)

ROLES: dict[str, tuple[str, ...]] = {
    OFFICER: DO_THE_DAY,
    MANAGER: (
        *DO_THE_DAY,
        *KEEP_THE_REFERENCE,
        "documents.void_document",
        "documents.view_masterversion",
        "access.view_auditentry",
    ),
    LAWYER: (
        *READ_EVERYTHING,
        *ENTER_FIGURES,
        "documents.confirm_warning",
        "documents.override_error",
        "documents.view_masterversion",
        "documents.add_masterversion",
    ),
    OBSERVER: READ_LISTS,
    ADMINISTRATOR: (
        "auth.view_user",
        "auth.add_user",
        "auth.change_user",
        "access.view_auditentry",
    ),
}


def give_rights(apps: Apps, app_label: str) -> None:
    """Add the app's permissions that exist by now to the roles that have them.

    `apps` are the models of a migration's own moment, or today's.
    """
    permissions: Any = apps.get_model("auth", "Permission")
    groups: Any = apps.get_model("auth", "Group")
    found = permissions.objects.filter(content_type__app_label=app_label)
    by_codename = {permission.codename: permission for permission in found}
    for role, rights in ROLES.items():
        labels = (right.partition(".") for right in rights)
        codenames = {codename for label, _, codename in labels if label == app_label}
        if given := [by_codename[name] for name in sorted(codenames & by_codename.keys())]:
            group, _ = groups.objects.get_or_create(name=role)
            group.permissions.add(*given)
