"""Who may do what: every address of the product × every role, as a table to be read.

A letter is a role that is answered: к кадровик, р руководитель кадров, ю юрист, н наблюдатель,
а администратор; «—» is nobody. The first column is for reading (GET), the second for sending
(POST). The others get 403. An address that is missing here fails the test.
"""

import re

import pytest
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from hr_docs.access.gate import permissions_of
from hr_docs.access.roles import ROLES
from tests.access.addresses import address_of, names
from tests.access.people import browser_of, make_user

MATRIX = """
home                                     крюна  крюна
account_login                            крюна  крюна
mfa_authenticate                         крюна  крюна
account_inactive                         крюна  крюна
account_logout                           крюна  крюна
mfa_index                                крюна  крюна
account_change_password                  крюна  крюна
account_reauthenticate                   крюна  крюна
mfa_reauthenticate                       крюна  крюна
mfa_activate_totp                        крюна  крюна
mfa_deactivate_totp                      крюна  крюна
mfa_view_recovery_codes                  крюна  крюна
mfa_download_recovery_codes              крюна  крюна
mfa_generate_recovery_codes              крюна  крюна
set_language                             крюна  крюна
health                                   крюна  крюна
employees:employments                    крюн   крюн
employees:employment_add                 кр     кр
employees:employment_again               кр     кр
employees:employment                     крюн   крюн
employees:employment_edit                кр     кр
employees:employment_history             крюн   крюн
employees:imports                        кр     кр
employees:import_add                     кр     кр
employees:import_sample                  кр     кр
employees:import                         кр     кр
employees:import_progress                кр     кр
employees:import_ticks                   кр     кр
employees:import_confirm                 кр     кр
employees:import_abandon                 кр     кр
employees:import_bad_rows                кр     кр
employees:import_undo                    кр     кр
employees:employers                      крюн   крюн
employees:employer_add                   р      р
employees:employer                       крюн   р
employees:signatories                    крюн   крюн
employees:signatory_add                  р      р
employees:signatory                      крюн   р
employees:sites                          крюн   крюн
employees:site_add                       р      р
employees:site                           крюн   р
employees:local_acts                     крюн   крюн
employees:local_act_add                  р      р
employees:local_act                      крюн   р
job_descriptions:positions               крюн   крюн
job_descriptions:position_add            р      р
job_descriptions:position                крюн   р
job_descriptions:tiers                   крюн   крюн
job_descriptions:tier_add                р      р
job_descriptions:tier                    крюн   р
job_descriptions:editions                крюн   крюн
job_descriptions:edition_add             р      р
job_descriptions:edition                 крюн   крюн
job_descriptions:edition_next            р      р
documents:register                       крюн   крюн
documents:verify                         крюн   крюн
documents:document                       крюн   крюн
documents:void                           р      р
documents:preview                        крю    крю
documents:word                           крю    крю
documents:pdf                            крю    крю
documents:issue                          кр     кр
documents:findings_of_new                кр     кр
documents:findings_of_another            кр     кр
documents:findings_of_changed            кр     кр
documents:pack_check                     крю    крю
documents:confirm                        крю    крю
documents:override                       ю      ю
documents:reasons                        крю    крю
documents:sign_many                      кр     кр
documents:desk                           кр     кр
documents:mark                           кр     кр
documents:mark_undo                      кр     кр
documents:scan_add                       кр     кр
documents:scan_file                      крю    крю
documents:scan_withdraw                  кр     кр
documents:acquaintance                   кр     кр
documents:figures                        крюн   крюн
documents:figure_add                     крю    крю
documents:figure_withdraw                крю    крю
documents:rules                          крюна  крюна
documents:masters                        рю     рю
documents:master_add                     ю      ю
documents:placeholders                   рю     рю
documents:master                         рю     рю
documents:master_edit                    ю      ю
documents:master_take_upload             ю      ю
documents:master_compare                 рю     рю
documents:master_upload                  ю      ю
documents:master_accept                  ю      ю
documents:master_discard                 ю      ю
documents:master_upload_preview          ю      ю
documents:master_version                 рю     рю
documents:master_word                    рю     рю
documents:master_preview                 рю     рю
documents:master_restore                 ю      ю
employees:employer_delete                р      р
employees:signatory_delete               р      р
employees:site_delete                    р      р
employees:localact_delete                р      р
job_descriptions:position_delete         р      р
documents:today                          крюн   крюн
documents:print                          крю    крю
documents:zip                            крю    крю
documents:bundle                         крю    крю
documents:bundle_progress                крю    крю
documents:bundle_file                    крю    крю
documents:bundle_repeat                  крю    крю
documents:year_add                       крю    крю
documents:year_withdraw                  крю    крю
documents:masks                          р      р
documents:mask_add                       р      р
documents:mask_example                   р      р
documents:mask                           р      р
documents:runs                           крюн   крюн
documents:run_add                        кр     кр
documents:run_preview                    кр     кр
documents:run_start                      кр     кр
documents:run                            крюн   крюн
documents:run_progress                   крюн   крюн
documents:run_cancel                     кр     кр
documents:run_repeat                     кр     кр
documents:run_documents                  крюн   крюн
documents:register_export                кр     кр
documents:list_findings                  крюн   крюн
documents:employments_export             кр     кр
employees:similar                        крюн   крюн
administration:users                     а      а
administration:user_add                  а      а
administration:user                      а      а
administration:user_password             а      а
administration:user_second_factor        а      а
administration:user_unlock               а      а
administration:audit_log                 ра     ра
administration:audit_export              ра     ра
"""
LETTERS = dict(zip("крюна", ROLES, strict=True))
TABLE = {name: (get, post) for name, get, post in map(str.split, MATRIX.strip().splitlines())}
ADDRESSES = dict(names())
#: What a stranger may open: the door, and what stands beside it.
OPEN_TO_STRANGERS = {
    *("account_login", "account_inactive", "account_logout", "set_language", "health"),
}
BESIDE_THE_GATE = OPEN_TO_STRANGERS | {"mfa_authenticate"}

pytestmark = pytest.mark.django_db


def _asked(client: Client, name: str, method: str) -> HttpResponseBase:
    answer: HttpResponseBase = getattr(client, method)(address_of(name, ADDRESSES[name]))
    b"".join(getattr(answer, "streaming_content", ()))  # to the end, where the file is closed
    return answer


def test_every_address_stands_in_the_table():
    assert set(TABLE) == set(ADDRESSES)


def test_every_page_says_what_it_asks():
    silent = {n for n, pattern in ADDRESSES.items() if permissions_of(pattern.callback) is None}
    assert silent == BESIDE_THE_GATE


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("letter", LETTERS)
def test_a_role_is_answered_where_the_table_says_so(letter: str, method: str):
    user = make_user("vera", LETTERS[letter])
    desk, wrong = browser_of(user), {}
    for name, allowed in TABLE.items():
        client = browser_of(user) if name == "account_logout" else desk
        status = _asked(client, name, method).status_code
        is_expected = letter in allowed[method == "post"]
        if (status != 403) != is_expected:
            wrong[name] = status
    assert wrong == {}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_user_without_a_role_is_answered_where_everybody_is(method: str):
    desk = browser_of(make_user("vera"))
    asked = sorted(TABLE, key="account_logout".__eq__)  # which ends the session, last of all
    answered = {name for name in asked if _asked(desk, name, method).status_code != 403}
    assert answered == {name for name, allowed in TABLE.items() if allowed[0] == "крюна"}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_sent_to_the_door(client: Client, method: str):
    door = reverse("account_login")
    let_in = set()
    for name in TABLE:
        answer = _asked(client, name, method)
        if not answer.headers.get("Location", "").startswith(door):
            let_in.add(name)
    assert let_in <= OPEN_TO_STRANGERS


def test_the_side_bar_shows_a_role_only_what_it_may_open():
    for letter, role in LETTERS.items():
        page = browser_of(make_user(letter, role)).get(reverse("documents:rules")).content.decode()
        bar = page.partition('id="side-menu"')[2].partition("</nav>")[0]
        shown = re.findall(r'class="side-link" href="([^"]+)"', bar)
        may = {address_of(n, ADDRESSES[n]) for n, allowed in TABLE.items() if letter in allowed[0]}
        assert shown
        assert set(shown) <= may
