"""The administrator's page of users: roles, limits, letting people in again."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from employees.models import EmployerLimit
from hr_docs.access.models import AuditEntry
from hr_docs.access.roles import ADMINISTRATOR, OFFICER
from hr_docs.access.second_factor import has_second_factor
from tests.access.people import PASSWORD, browser_of, give_app, make_user
from tests.factories import make_employer
from tests.reading import rows_of, text_of

USERS, ADD = "/users/", "/users/add/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin_user() -> User:
    return make_user("anna", ADMINISTRATOR)


@pytest.fixture
def admin_desk(admin_user: User) -> Client:
    return browser_of(admin_user)


def _answers(user: User | None = None, *roles: str, **changes: object) -> dict[str, object]:
    groups = Group.objects.filter(name__in=roles)
    username = user.username if user else "olga"
    return {
        "username": username,
        "last_name": "Петрова",
        "is_active": "on",
        "roles": [group.pk for group in groups],
    } | changes


def _page(user: User) -> str:
    return reverse("administration:user", args=[user.pk])


def test_a_new_user_gets_a_password_that_is_shown_once_and_changed_at_once(admin_desk: Client):
    answer = admin_desk.post(ADD, _answers(None, OFFICER))
    (_, password) = re.findall(r'class="key-text">([^<]+)<', answer.content.decode())
    client = Client()
    client.post("/login/", {"login": "olga", "password": password})
    assert client.get("/operators/").headers["Location"] == "/security/password/"
    assert password not in text_of(admin_desk.get(USERS))


def test_a_new_user_has_the_roles_that_were_ticked(admin_desk: Client):
    admin_desk.post(ADD, _answers(None, OFFICER))
    user = User.objects.get(username="olga")
    assert [group.name for group in user.groups.all()] == [OFFICER]
    assert (user.is_staff, user.is_superuser) == (False, False)


def test_the_audit_log_says_which_rights_were_given(admin_desk: Client):
    admin_desk.post(ADD, _answers(None, OFFICER))
    entry = AuditEntry.objects.get(action="rights")
    assert (entry.username, entry.subject) == ("anna", "olga")
    assert entry.details["roles"] == [OFFICER]


def test_a_limit_is_set_and_taken_away(admin_desk: Client):
    user, employer = make_user("olga", OFFICER), make_employer()
    limited = {"is_limited": "on", "employers": [employer.pk]}
    admin_desk.post(_page(user), _answers(user, OFFICER, **limited))
    assert list(EmployerLimit.objects.get(user=user).employers.all()) == [employer]
    admin_desk.post(_page(user), _answers(user, OFFICER))
    assert not EmployerLimit.objects.exists()


def test_a_closed_account_does_not_open_and_its_sessions_end(admin_desk: Client):
    user = make_user("olga", OFFICER)
    desk = browser_of(user)
    admin_desk.post(_page(user), _answers(user, OFFICER, is_active=""))
    assert desk.get("/operators/").status_code == 302
    answer = Client().post("/login/", {"login": "olga", "password": PASSWORD})
    assert answer.status_code == 200


@pytest.mark.parametrize("change", [{"roles": []}, {"is_active": ""}])
def test_nobody_takes_his_own_administration_away(
    admin_desk: Client, admin_user: User, change: dict[str, object]
):
    answer = admin_desk.post(_page(admin_user), _answers(admin_user, ADMINISTRATOR) | change)
    assert "это делает другой администратор" in text_of(answer)
    fresh = User.objects.get(pk=admin_user.pk)
    assert fresh.has_perm("auth.change_user")
    assert not AuditEntry.objects.filter(action="rights").exists()


def test_another_administrator_may_take_it(admin_desk: Client):
    other = make_user("boris", ADMINISTRATOR)
    admin_desk.post(_page(other), _answers(other, OFFICER))
    assert not User.objects.get(pk=other.pk).has_perm("auth.change_user")


@pytest.mark.parametrize("name", ["olga", "OLGA", "имя с пробелом", ""])
def test_a_name_that_cannot_be_is_refused(admin_desk: Client, name: str):
    make_user("olga", OFFICER)
    answer = admin_desk.post(ADD, _answers(None, OFFICER, username=name))
    assert "Не сохранено" in text_of(answer)
    assert User.objects.count() == 2


def test_a_new_password_ends_the_sessions_and_is_temporary(admin_desk: Client):
    user = make_user("olga", OFFICER)
    desk = browser_of(user)
    answer = admin_desk.post(reverse("administration:user_password", args=[user.pk]))
    assert "Временный пароль" in text_of(answer)
    assert desk.get("/operators/").status_code == 302
    assert not User.objects.get(pk=user.pk).check_password(PASSWORD)


def test_a_lost_phone_is_forgotten(admin_desk: Client):
    user = make_user("olga", OFFICER)
    give_app(user)
    admin_desk.post(reverse("administration:user_second_factor", args=[user.pk]))
    assert not has_second_factor(user)
    assert AuditEntry.objects.get(action="rights").details == {"security": "second factor reset"}


def test_a_lock_is_lifted(admin_desk: Client):
    user = make_user("Olga", OFFICER)
    for _ in range(5):
        Client().post("/login/", {"login": "Olga", "password": "?"})
    assert "Вход заблокирован" in text_of(admin_desk.get(_page(user)))
    admin_desk.post(reverse("administration:user_unlock", args=[user.pk]))
    answer = Client().post("/login/", {"login": "Olga", "password": PASSWORD})
    assert answer.status_code == 302


def test_a_superuser_is_left_to_superusers(admin_desk: Client):
    root = User.objects.create_superuser("root")
    assert admin_desk.get(_page(root)).status_code == 404
    password = reverse("administration:user_password", args=[root.pk])
    assert admin_desk.post(password).status_code == 404
    assert "root" not in text_of(admin_desk.get(USERS))
    assert browser_of(root).get(_page(root)).status_code == 200


def test_the_list_says_roles_limit_and_protection(admin_desk: Client):
    user = make_user("olga", OFFICER, limit=make_employer(short_name="ООО «Один»"))
    give_app(user)
    (row,) = [row for row in rows_of(admin_desk.get(USERS, {"q": "OLG"})) if "olga" in row]
    for words in (OFFICER, "ООО «Один»", "включён", "ни разу", "открыта"):
        assert words in row


@pytest.mark.parametrize(("words", "is_found"), [("(", False), (".", False), ("петр", True)])
def test_words_of_the_search_are_letters_not_a_pattern(admin_desk: Client, words, is_found):
    User.objects.create_user("olga", last_name="Петрова")
    assert ("olga" in text_of(admin_desk.get(USERS, {"q": words}))) is is_found


def test_the_number_of_queries_does_not_grow_with_the_list(
    admin_desk: Client, django_assert_max_num_queries
):
    employer = make_employer()
    for number in range(30):
        make_user(f"user{number}", OFFICER, limit=employer)
    with django_assert_max_num_queries(11):
        admin_desk.get(USERS)
