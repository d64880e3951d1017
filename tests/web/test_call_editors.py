"""The organiser's own questions, the questionnaire of the assessment, and the words of letters."""

from __future__ import annotations

import pytest

from karvan.languages import LANGUAGES
from karvan.web.applications import bridge
from karvan.web.applications.letters import letter_about
from karvan.web.letters.enums import LetterName, placeholders
from karvan.web.letters.models import LetterText
from karvan.web.letters.queries import BRACES, default_wording
from web import applicants, factory

pytestmark = pytest.mark.django_db

BASE = "/en/missions/kish"
QUESTIONS, ONE = f"{BASE}/call/visitor/questions/", f"{BASE}/call/visitor/question/"
READINESS = f"{BASE}/call/visitor/readiness/"
LETTER = f"{BASE}/letters/application-declined/ru/"


@pytest.fixture
def mission(released):
    return released.mission


@pytest.fixture
def owner(client, mission):
    account = factory.member(mission, "owner")
    client.force_login(account)
    return account


@pytest.fixture
def call(mission, owner):
    return applicants.open_call(mission)


def text_of(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def add(client, call, **more):
    call.refresh_from_db()
    entered = {"kind": "text", "label_en": "Why <you>?", "revision": str(call.revision)} | more
    return client.post(QUESTIONS, entered)


def test_questions_are_added_moved_and_taken_out(client, call):
    assert "There are none yet." in text_of(client.get(QUESTIONS))
    assert add(client, call)["Location"] == QUESTIONS
    choices = {"choices_en": "One\n\nTwo ", "choices_fa": "یک\nدو", "label_fa": "کدام", "is_required": "on"}
    add(client, call, kind="choice", label_en="Which?", **choices)
    call.refresh_from_db()
    assert call.questions == [
        {"code": "q1", "kind": "text", "is_required": False, "labels": {"en": "Why <you>?"}, "choices": []},
        {"code": "q2", "kind": "choice", "is_required": True, "labels": {"en": "Which?", "fa": "کدام"},
         "choices": [{"en": "One", "fa": "یک"}, {"en": "Two", "fa": "دو"}]},
    ]  # fmt: skip
    assert "Why &lt;you&gt;?" in text_of(client.get(QUESTIONS))
    for code, do, codes in (
        ("q2", "up", "q2 q1"),
        ("q2", "up", "q2 q1"),
        ("q9", "up", "q2 q1"),
        ("q1", "remove", "q2"),
    ):
        revised = client.post(ONE, {"code": code, "do": do, "revision": str(call.revision)})
        assert revised["Location"] == QUESTIONS
        call.refresh_from_db()
        assert [each["code"] for each in call.questions] == codes.split()
    assert client.get(ONE)["Location"] == QUESTIONS
    assert client.post(ONE, {"code": "q2", "do": "burn"})["Location"] == QUESTIONS


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"label_en": ""}, "Please fill this in."),
        ({"kind": "poem"}, "This is not one of the choices."),
        ({"kind": "choice"}, "A choice needs two lines"),
        ({"kind": "choice", "choices_en": "One"}, "A choice needs two lines"),
        ({"kind": "choice", "choices_en": "One\nTwo", "choices_ru": "Три\nЧетыре\nПять"}, "A choice needs two lines"),
    ],
)
def test_a_question_that_cannot_be_answered_is_not_added(client, call, change, problem):
    assert problem in text_of(add(client, call, **change), 400)


def test_questions_are_not_overwritten_unseen(client, call):
    add(client, call)
    page = text_of(client.post(QUESTIONS, {"kind": "text", "label_en": "Mine", "revision": "1"}), 409)
    assert "Why &lt;you&gt;?" in page
    assert "Mine" in page
    assert client.post(ONE, {"code": "q1", "do": "remove", "revision": "1"}).status_code == 409
    call.refresh_from_db()
    assert len(call.questions) == 1


def weights(call, **more):
    stored = bridge.readiness_of(call)
    entered = {f"weight_{row['code']}": str(row["weight"]) for row in stored["criteria"]}
    entered |= {f"least_{row['code']}": str(row.get("knock_out", "")) for row in stored["criteria"]}
    entered |= {f"from_{row['code']}": str(row["from_score"]) for row in stored["bands"][1:]}
    return entered | {"revision": str(call.revision)} | more


def test_weights_least_grades_and_bands_are_changed(client, call):
    assert "Least grade" in text_of(client.get(READINESS))
    change = {"weight_product": "5", "least_product": "", "least_market": "2", "from_ready": "55"}
    assert client.post(READINESS, weights(call, **change))["Location"] == READINESS
    call.refresh_from_db()
    asked = bridge.questionnaire(call.readiness)
    found = {each.code: (each.weight, each.knock_out) for each in asked.criteria}
    assert (found["product"], found["market"], found["rights"]) == ((5.0, None), (1.5, 2), (2.0, 1))
    assert [band.from_score for band in asked.bands] == [0.0, 40.0, 55.0, 80.0]
    assert "changed" in text_of(client.get(READINESS))


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"from_ready": "90"}, 400),
        ({"weight_product": "-1"}, 400),
        ({"least_product": "9"}, 400),
        ({"revision": "7"}, 409),
    ],
)
def test_a_questionnaire_that_contradicts_itself_is_not_written(client, call, change, status):
    assert client.post(READINESS, weights(call, **change)).status_code == status
    call.refresh_from_db()
    assert call.readiness == {}


@pytest.mark.parametrize("address", [QUESTIONS, ONE, READINESS])
def test_questions_belong_to_a_call_of_ones_own_side(client, mission, owner, address):
    assert client.get(address).status_code == 404
    applicants.open_call(mission)
    client.force_login(factory.member(mission, "staff", desk="host"))
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", LetterName)
def test_our_own_words_name_only_what_can_be_filled_in(name, lang):
    words = default_wording(name, lang)
    found = set(BRACES.findall(words.subject + words.text))
    assert found <= set(placeholders(name))
    assert {"mission", "name"} <= found
    assert ("company" in found) is not name.startswith("programme")
    assert {"whose", "release", "zone", "page"} <= found or not name.startswith("programme")
    assert ("link" in found) is (name in {LetterName.RECEIVED, LetterName.REMINDER})


def test_an_organisers_words_are_used_and_can_be_taken_back(client, call):
    application, _ = applicants.apply(call)
    assert "your words" not in text_of(client.get(f"{BASE}/letters/"))
    assert "{company}" in text_of(client.get(LETTER))
    client.post(LETTER, {"subject": "О {mission}", "text": "{name}: { company }, до {deadline}", "revision": "0"})
    letter = letter_about(application, LetterName.DECLINED)
    assert letter.subject == "О Миссия на Киш"
    assert letter.text.startswith("Contact 1: Applicant 1, до ")
    assert "your words" in text_of(client.get(f"{BASE}/letters/"))
    assert client.post(f"{LETTER}restore/")["Location"] == f"{BASE}/letters/"
    assert not LetterText.objects.exists()
    trail = text_of(client.get(f"{BASE}/audit/"))
    assert "Changed the words of a letter" in trail
    assert "Declined" in trail


@pytest.mark.parametrize("change", [{"subject": ""}, {"text": "{password}"}, {"subject": "{x}"}])
def test_words_that_cannot_be_filled_in_are_refused(client, call, change):
    assert client.post(LETTER, {"subject": "a", "text": "b", "revision": "0"} | change).status_code == 400
    assert not LetterText.objects.exists()


def test_words_are_not_overwritten_unseen(client, call):
    for revision in "01":
        assert client.post(LETTER, {"subject": "Theirs", "text": "b", "revision": revision}).status_code == 302
    for revision in "01":
        page = text_of(client.post(LETTER, {"subject": "Mine", "text": "b", "revision": revision}), 409)
        assert "Theirs" in page
        assert "Mine" in page
    assert client.get(f"{BASE}/letters/none/ru/").status_code == 404


def test_words_are_written_in_the_direction_of_their_language(client, call):
    for written_in, direction in (("fa", "rtl"), ("ru", "ltr")):
        text = text_of(client.get(f"{BASE}/letters/programme-changed/{written_in}/"))
        assert text.count(f'dir="{direction}" lang="{written_in}"') == 2
