"""What the tests of the web application share."""

from __future__ import annotations

import pytest

from web import factory


@pytest.fixture(autouse=True)
def installation(settings, tmp_path):
    """Serve static files as they lie in the source, and remember no release of another test."""
    from karvan.web.drafts import bridge as drafts
    from karvan.web.feeds import bridge as feeds
    from karvan.web.programmes import bridge

    settings.STATIC_ROOT = str(tmp_path)
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    settings.IS_SECOND_FACTOR_REQUIRED = False
    settings.AXES_ENABLED = False
    bridge.forget()
    drafts.forget()
    feeds.forget()
    yield
    bridge.forget()
    drafts.forget()
    feeds.forget()


@pytest.fixture
def released(db):
    """A release of the small mission, with a draft: two companies on each side."""
    version = factory.release()
    factory.draft_of(version)
    return version


@pytest.fixture
def viewer(client, released):
    """Sign somebody of the organiser's team in, who may read everything that was released."""
    account = factory.member(released.mission, "viewer")
    client.force_login(account)
    return account


@pytest.fixture
def page(client, viewer):
    """Give the text of a page of the released programme."""

    def open_page(address, status=200, lang="en"):
        response = client.get(f"/{lang}/missions/{factory.SLUG}/programme/{address}")
        assert response.status_code == status
        return response.content.decode()

    return open_page
