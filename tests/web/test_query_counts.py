"""A page makes as many queries for thirty companies as for one."""

from __future__ import annotations

import pytest

from karvan.web.programmes import bridge
from web import factory
from web.test_pages import PAGES

pytestmark = pytest.mark.django_db

SEATING = 3
"""Queries for the session, the account, and the membership with its mission."""

FILES = ("companies/V01/agenda.pdf", "companies/V01/agenda.ics")


@pytest.mark.parametrize("companies", [1, 30])
@pytest.mark.parametrize("address", [*PAGES, *FILES])
def test_a_page_makes_two_queries_the_first_time_and_one_later(client, django_assert_num_queries, address, companies):
    """Besides those for the session, the account and the seat of whoever reads."""
    client.force_login(factory.member(factory.release(companies).mission, "viewer"))
    bridge.forget()
    for count in (2, 1):
        with django_assert_num_queries(SEATING + count):
            assert client.get(f"/fa/missions/{factory.SLUG}/programme/{address}").status_code == 200


def test_the_health_check_makes_one_query(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert client.get("/healthz").content == b"ok\n"
