"""The door: password, lock, second factor, idle sessions, temporary passwords."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hr_docs.access.models import AuditEntry, TemporaryPassword
from hr_docs.access.roles import ADMINISTRATOR, OFFICER
from hr_docs.access.second_factor import has_second_factor
from tests.access.people import (
    PASSWORD,
    browser_of,
    code_of,
    give_app,
    make_user,
    recovery_codes_of,
)
from tests.reading import text_of

LOGIN, CODE, HOME = "/login/", "/login/code/", "/operators/"
ADD_APP, CONFIRM = "/security/app/add/", "/security/confirm/"
CHANGE = "/security/password/"
NEW_PASSWORD = "Другой-кабинет-18"

pytestmark = pytest.mark.django_db


def _log_in(client: Client, password: str = PASSWORD, name: str = "vera"):
    return client.post(LOGIN, {"login": name, "password": password})


def _is_in(client: Client) -> bool:
    return client.get(HOME).status_code == 200


@pytest.fixture
def vera() -> User:
    return make_user("vera", OFFICER)


class TestLock:
    def test_it_locks_after_five_failures_and_says_for_how_long(self, client: Client, vera: User):
        answers = [_log_in(client, "?") for _ in range(5)]
        assert [answer.status_code for answer in answers] == [200] * 4 + [429]
        assert "Вход заблокирован" in text_of(answers[-1])
        assert "через 15 минут" in text_of(answers[-1])
        assert answers[-1].headers["Retry-After"] == "900"

    def test_the_right_password_does_not_open_a_lock(self, client: Client, vera: User):
        for _ in range(5):
            _log_in(client, "?")
        assert _log_in(client).status_code == 429
        assert not _is_in(client)

    def test_the_lock_opens_by_itself_and_tries_do_not_prolong_it(self, client: Client, vera: User):
        with time_machine.travel(timezone.now(), tick=False) as clock:
            for _ in range(5):
                _log_in(client, "?")
            clock.shift(timedelta(minutes=14))
            assert "через 1 минуту" in text_of(_log_in(client))
            clock.shift(timedelta(minutes=1, seconds=1))
            _log_in(client)
        assert _is_in(client)

    def test_other_names_and_other_machines_are_the_same_name(self, client: Client, vera: User):
        for number, name in enumerate(["vera", "VERA", "Vera ", "vera", "vera"]):
            client.defaults["REMOTE_ADDR"] = f"10.0.0.{number}"
            answer = _log_in(client, "?", name)
        assert answer.status_code == 429

    def test_somebody_else_behind_the_same_address_is_not_locked(self, client: Client, vera: User):
        make_user("lev", OFFICER)
        for _ in range(5):
            _log_in(client, "?")
        assert _log_in(client, name="lev").status_code == 302

    def test_a_log_in_clears_the_count(self, client: Client, vera: User):
        for _ in range(4):
            _log_in(client, "?")
        _log_in(client)
        assert AccessAttempt.objects.count() == 0

    def test_what_was_typed_is_kept_nowhere(self, client: Client, vera: User):
        _log_in(client, "тайный пароль")
        kept = str(AccessAttempt.objects.values().get()) + str(AuditEntry.objects.values().get())
        assert "тайный" not in kept

    def test_a_password_in_the_field_of_the_name_is_not_in_the_audit_log(self, client: Client):
        _log_in(client, "?", "тайный пароль")
        entry = AuditEntry.objects.get()
        assert (entry.action, entry.username) == (AuditEntry.Action.LOGIN_FAILED, "")


class TestSecondFactor:
    def test_the_password_alone_does_not_open(self, client: Client, vera: User):
        secret = give_app(vera)
        assert _log_in(client).headers["Location"] == CODE
        assert not _is_in(client)
        client.post(CODE, {"code": code_of(secret)})
        assert _is_in(client)

    def test_a_code_may_be_typed_in_groups(self, client: Client, vera: User):
        secret = give_app(vera)
        _log_in(client)
        code = code_of(secret)
        client.post(CODE, {"code": f"{code[:3]} {code[3:]}"})
        assert _is_in(client)

    def test_a_recovery_code_opens_once(self, vera: User):
        give_app(vera)
        code = recovery_codes_of(vera)[0]
        first, second = Client(), Client()
        for client in (first, second):
            _log_in(client)
            client.post(CODE, {"code": code})
        assert (_is_in(first), _is_in(second)) == (True, False)

    def test_a_code_is_taken_once(self, vera: User):
        code = code_of(give_app(vera))
        first, second = Client(), Client()
        for client in (first, second):
            _log_in(client)
            client.post(CODE, {"code": code})
        assert (_is_in(first), _is_in(second)) == (True, False)

    def test_guessing_codes_locks_like_guessing_passwords(self, client: Client, vera: User):
        secret = give_app(vera)
        _log_in(client)
        answers = [client.post(CODE, {"code": "000000"}).status_code for _ in range(5)]
        assert answers == [200] * 4 + [429]
        assert client.post(CODE, {"code": code_of(secret)}).status_code == 429
        assert not _is_in(client)

    def test_the_secret_is_not_readable_in_the_database(self, vera: User):
        secret = give_app(vera)
        assert secret not in str(
            Authenticator.objects.filter(user=vera).values_list("data", flat=True)
        )

    @pytest.mark.django_db(transaction=True, serialized_rollback=True)
    def test_it_is_set_up_with_an_app_and_gives_recovery_codes(self, vera: User):
        desk = browser_of(vera)
        assert desk.get(ADD_APP).headers["Location"].startswith(CONFIRM)
        desk.post(CONFIRM, {"password": PASSWORD, "next": ADD_APP})
        page = desk.get(ADD_APP).content.decode()
        assert 'src="data:image/svg+xml;base64,' in page
        (secret,) = re.findall(r'<code class="key-text">(\w+)</code>', page)
        shown = text_of(desk.post(ADD_APP, {"code": code_of(secret)}, follow=True))
        assert recovery_codes_of(vera)[0] in shown
        assert "Второй фактор включён" in shown

    def test_it_is_switched_off_again(self, vera: User):
        give_app(vera)
        desk = browser_of(vera)
        desk.post(CONFIRM, {"password": PASSWORD, "next": "/security/"})
        assert "выключен" in text_of(desk.post("/security/app/remove/", follow=True))

    def test_a_required_factor_comes_before_everything_else(self, vera: User, settings):
        settings.SECOND_FACTOR = "required"
        desk = browser_of(vera)
        assert desk.get(HOME).headers["Location"] == ADD_APP
        answer = desk.get(ADD_APP, follow=True)
        assert "Ваша организация требует второй фактор" in text_of(answer)

    @pytest.mark.django_db(transaction=True, serialized_rollback=True)
    def test_a_required_factor_once_set_up_lets_in(self, vera: User, settings):
        settings.SECOND_FACTOR = "required"
        desk = browser_of(vera)
        desk.post(CONFIRM, {"password": PASSWORD, "next": ADD_APP})
        page = desk.get(ADD_APP).content.decode()
        (secret,) = re.findall(r'<code class="key-text">(\w+)</code>', page)
        desk.post(ADD_APP, {"code": code_of(secret)})
        assert _is_in(desk)

    def test_a_required_factor_cannot_be_taken_off(self, vera: User, settings):
        settings.SECOND_FACTOR = "required"
        give_app(vera)
        desk = browser_of(vera)
        desk.post(CONFIRM, {"password": PASSWORD, "next": "/security/"})
        desk.post("/security/app/remove/")
        assert has_second_factor(vera)

    def test_switched_off_it_asks_nobody_and_has_no_pages(
        self, client: Client, vera: User, settings
    ):
        give_app(vera)
        settings.SECOND_FACTOR = "off"
        _log_in(client)
        assert _is_in(client)
        assert client.get(ADD_APP).status_code == 404
        assert "фактор" not in text_of(client.get("/security/"))


class TestSession:
    def test_it_ends_after_idle_time(self, client: Client, vera: User):
        with time_machine.travel(timezone.now(), tick=False) as clock:
            _log_in(client)
            clock.shift(timedelta(minutes=59))
            assert _is_in(client)
            clock.shift(timedelta(minutes=59))
            assert _is_in(client)
            clock.shift(timedelta(minutes=60))
            answer = client.get(HOME, follow=True)
        assert "Сеанс завершён" in text_of(answer)
        assert not _is_in(client)

    def test_a_part_of_a_page_reloads_the_page_when_the_session_is_over(self, client: Client):
        answer = client.get(HOME, headers={"HX-Request": "true"})
        assert (answer.status_code, answer.headers["HX-Refresh"]) == (200, "true")

    def test_a_new_password_ends_the_sessions_on_other_machines(self, vera: User):
        here, elsewhere = browser_of(vera), browser_of(vera)
        answers = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
        here.post(CHANGE, answers)
        assert (_is_in(here), _is_in(elsewhere)) == (True, False)

    def test_it_does_not_write_the_session_on_every_request(
        self, client: Client, vera: User, django_assert_num_queries
    ):
        _log_in(client)
        client.get("/rules/")
        with django_assert_num_queries(3):  # session, user, rights
            client.get("/rules/")


class TestTemporaryPassword:
    def test_it_is_changed_before_anything_else(self, client: Client, vera: User):
        TemporaryPassword.objects.create(user=vera)
        _log_in(client)
        assert client.get(HOME).headers["Location"] == CHANGE
        answers = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
        client.post(CHANGE, answers)
        assert _is_in(client)
        assert not TemporaryPassword.objects.exists()

    def test_the_same_password_is_no_new_one(self, client: Client, vera: User):
        TemporaryPassword.objects.create(user=vera)
        _log_in(client)
        answers = {"oldpassword": PASSWORD, "password1": PASSWORD, "password2": PASSWORD}
        assert "Это нынешний пароль" in text_of(client.post(CHANGE, answers))
        assert TemporaryPassword.objects.exists()


class TestAdministrationOfDjango:
    def test_a_stranger_comes_to_the_products_own_door(self, client: Client):
        location = client.get("/admin/", follow=True).redirect_chain[-1][0]
        assert location.partition("?")[0] == reverse("account_login")

    @pytest.mark.parametrize("role", [OFFICER, ADMINISTRATOR])
    def test_it_is_closed_to_users_with_roles(self, role: str):
        desk = browser_of(make_user("anna", role))
        assert desk.get("/admin/", follow=True).status_code == 403

    def test_staff_are_no_superusers(self):
        user = make_user("anna")
        user.is_staff = True
        user.save()
        assert browser_of(user).get("/admin/", follow=True).status_code == 403

    def test_a_superuser_is_let_in(self):
        root = User.objects.create_superuser("root")
        assert browser_of(root).get("/admin/").status_code == 200


def test_log_in_and_log_out_are_in_the_audit_log(client: Client, vera: User):
    _log_in(client, "?")
    _log_in(client)
    client.post("/logout/")
    actions = AuditEntry.objects.order_by("id").values_list("action", "username")
    assert list(actions) == [
        ("login_failed", "vera"),
        ("logged_in", "vera"),
        ("logged_out", "vera"),
    ]


BEHIND_PROXY = [
    (False, "203.0.113.9", "127.0.0.1"),
    (True, "203.0.113.9", "203.0.113.9"),
    (True, "6.6.6.6, 203.0.113.9", "203.0.113.9"),
    (True, "not an address", None),
    (True, "", "127.0.0.1"),
]


@pytest.mark.parametrize(("behind", "header", "address"), BEHIND_PROXY)
def test_the_address_is_what_the_proxy_saw(client: Client, vera, settings, behind, header, address):
    settings.BEHIND_PROXY = behind
    client.post(LOGIN, {"login": "vera", "password": PASSWORD}, headers={"x-forwarded-for": header})
    assert AuditEntry.objects.get().address == address
