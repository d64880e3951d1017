"""Every page of the side bar, for everybody who sees it there: it opens, fits, and has no barriers."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from web import factory

pytestmark = pytest.mark.browser

LOOKS = (("fa", 360, "light"), ("ru", 1280, "dark"), ("en", 360, "dark"))
SEATS = ("owner", "V01", "H01", "interpreter", "observer")
SEEN = [("owner", *look) for look in LOOKS] + [(who, *LOOKS[0]) for who in SEATS[1:]]


@pytest.mark.parametrize(("who", "lang", "width", "scheme"), SEEN)
def test_every_page_of_the_side_bar_opens_fits_and_has_no_barriers(visit, site, who, lang, width, scheme):
    window = visit(width, scheme, who=who)
    page = window.open(f"/{lang}/missions/{factory.SLUG}/")
    links = page.locator("nav.places a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert links
    for address in dict.fromkeys(links):
        with page.expect_response(lambda answer: answer.request.is_navigation_request() and answer.status < 300) as got:
            window.open(address)
        found = (address, got.value.status, window.overflow(), window.barriers())
        assert found == (address, 200, 0, [])
    assert window.hosts == {urlsplit(site.address).netloc}
    assert window.complaints == []
