"""What the tests of the web application share."""

from __future__ import annotations

import pytest

from web import factory


@pytest.fixture(autouse=True)
def installation(settings, tmp_path):
    """Serve static files as they lie in the source, and remember no release of another test."""
    from karvan.web.programmes import bridge

    settings.STATIC_ROOT = str(tmp_path)
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    bridge.forget()
    yield
    bridge.forget()


@pytest.fixture
def released(db):
    """A release of the small mission: two companies on each side."""
    return factory.release()


@pytest.fixture
def page(client, released):
    """Give the text of a page of the released mission."""

    def open_page(address, status=200, lang="en"):
        response = client.get(f"/{lang}/missions/{factory.SLUG}/{address}")
        assert response.status_code == status
        return response.content.decode()

    return open_page
