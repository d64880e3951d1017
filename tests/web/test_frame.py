"""What is around every page: the front door, headers, languages, audiences, errors."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.urls import URLPattern, get_resolver, path

from karvan.web import http, middleware, urls
from karvan.web.access import Audience, audience_of, needs_of, open_to
from karvan.web.frame import views
from karvan.web.programmes import queries

pytestmark = pytest.mark.django_db

POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def views_of(patterns):
    for entry in patterns:
        yield from [entry] if isinstance(entry, URLPattern) else views_of(entry.url_patterns)


def test_every_view_says_who_may_see_it():
    found = list(views_of(get_resolver().url_patterns))
    assert len(found) >= 13
    silent = [entry.name for entry in found if audience_of(entry.callback) is None and not needs_of(entry.callback)]
    assert silent == []


def silent(request):
    raise AssertionError("must not be reached")


@open_to(Audience.EVERYBODY)
def broken(request):
    raise RuntimeError("on purpose")


@pytest.fixture
def with_views(monkeypatch):
    """Put one view without an audience and one that breaks among the addresses."""
    from django.urls import clear_url_caches

    extra = [path("silent", silent), path("en/broken", broken)]
    monkeypatch.setattr(urls, "urlpatterns", [*extra, *urls.urlpatterns])
    clear_url_caches()
    yield
    clear_url_caches()


def test_a_view_that_says_nothing_answers_nobody(client, with_views):
    response = client.get("/silent", headers={"Accept-Language": "fa"})
    assert response.status_code == 403
    assert "این صفحه برای شما باز نیست" in response.content.decode()


def test_a_failure_has_a_page_of_its_own(client, with_views, caplog):
    client.raise_request_exception = False
    response = client.get("/en/broken")
    assert response.status_code == 500
    assert "Something on our side broke" in response.content.decode()
    assert response["Content-Security-Policy"] == POLICY
    assert "on purpose" in caplog.text


@pytest.mark.parametrize("address", ["/en/", "/en/nothing", "/static/karvan/base.css", "/", "/healthz"])
def test_every_answer_has_the_security_headers(client, address):
    headers = client.get(address).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_a_stranger_gets_no_cookie_but_the_form_s_own(client):
    client.get("/en/sign-in/")
    assert set(client.cookies) == {"csrftoken"}


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("fa-IR,fa;q=0.9,en;q=0.8", "fa"), ("de-DE,ru;q=0.5,en;q=0.4", "ru"), ("en;q=0.1,RU;q=0.7", "ru"), ("", "en"),
        ("de", "en"), ("fa;q=nonsense,ru;q=0.2", "ru"), ("ru;q=0", "en"), ("*", "en"),
    ],
)  # fmt: skip
def test_the_front_door_leads_to_the_readers_language(client, accepted, lang):
    response = client.get("/", headers={"Accept-Language": accepted})
    assert (response.status_code, response["Location"]) == (302, f"/{lang}/")
    assert "Accept-Language" in response["Vary"]


@pytest.mark.parametrize(
    ("address", "lang"), [("/fa/", "fa"), ("/fa", "fa"), ("/fair/", None), ("/", None), ("/en/x/", "en")]
)
def test_an_address_names_its_language(address, lang):
    assert http.language_of_path(address) == lang


def test_an_address_without_a_language_is_not_found_in_the_browsers(client):
    response = client.get("/nothing", headers={"Accept-Language": "ru"})
    assert response.status_code == 404
    assert '<html lang="ru" dir="ltr">' in response.content.decode()
    assert 'href="/fa/"' in response.content.decode()


@pytest.mark.parametrize(("view", "status"), [(views.bad_request, 400), (views.forbidden, 403)])
def test_what_is_refused_early_has_a_page_in_english(view, status):
    response = view(RequestFactory().get("/"), exception=ValueError())
    assert response.status_code == status
    assert b'<html lang="en" dir="ltr">' in response.content


def test_a_host_that_is_not_ours_is_refused(client):
    assert client.get("/en/", headers={"Host": "evil.example"}).status_code == 400


def test_unexpected_errors_are_left_to_the_log():
    layer = middleware.ExpectedErrorMiddleware(lambda request: None)
    assert layer.process_exception(RequestFactory().get("/"), RuntimeError()) is None


def test_a_health_check_without_a_database_fails(client, monkeypatch):
    client.raise_request_exception = False

    class Down:
        def cursor(self):
            raise OSError("no database")

    monkeypatch.setattr(views, "connection", Down())
    assert client.get("/healthz").status_code == 500


def test_expected_errors_have_a_code_and_a_status():
    error = queries.NothingReleasedError()
    assert (error.code, error.status) == ("nothing-released", 404)
