"""Releasing a programme: numbered, whole, never changed."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from karvan.formats.programme_json import read_programme
from karvan.mission.issues import InvalidMissionError
from karvan.web.missions.enums import Phase
from karvan.web.missions.models import Mission
from karvan.web.programmes import bridge
from karvan.web.programmes.models import ProgrammeVersion, ReleasedProgrammeError
from karvan.web.workbooks.queries import whole_mission
from web import factory

pytestmark = pytest.mark.django_db


def test_a_release_keeps_mission_and_programme_whole(released):
    mission, programme = factory.make_mission(), factory.make_programme(factory.make_mission())
    stored = ProgrammeVersion.objects.get()
    assert bridge.mission_of(stored.mission_document) == mission
    assert whole_mission(stored.mission) == mission
    assert read_programme(factory.json_text(stored.document)) == programme
    assert (stored.number, stored.released_by, stored.released_at, stored.is_checked) == (
        1,
        "alice",
        factory.RELEASED_AT,
        True,
    )
    assert (stored.mission.titles["fa"], stored.mission.start_date, stored.mission.phase) == (
        "هیأت کیش",
        factory.FIRST,
        Phase.PROVISIONAL,
    )
    assert (str(stored), str(stored.mission)) == ("1: First <release>", "kish")


def test_releases_are_numbered_and_the_same_one_is_not_released_twice(released):
    assert factory.release(name="Again") == released
    second = factory.release(session_number=4)
    third = factory.release()
    assert [second.number, third.number] == [2, 3]
    assert Mission.objects.count() == 1


def test_missions_number_their_releases_apart(released):
    assert factory.release(slug="other").number == 1


def test_an_earlier_release_reads_as_it_did(released):
    factory.release(session_number=9)
    assert bridge.read_release(released).mission.settings.session_number == 3


def test_a_release_that_fails_leaves_nothing(monkeypatch):
    def fail(mission, programme):
        raise RuntimeError("on purpose")

    monkeypatch.setattr(bridge, "contents_of", fail)
    with pytest.raises(RuntimeError, match="on purpose"):
        factory.release()
    assert ProgrammeVersion.objects.count() == 0


def change(version):
    version.name = "Another"
    version.save()


@pytest.mark.parametrize(
    "attempt",
    [
        change,
        lambda version: version.delete(),
        lambda version: ProgrammeVersion.objects.filter(pk=version.pk).update(name="Another"),
        lambda version: ProgrammeVersion.objects.all().delete(),
    ],
)
def test_a_release_is_never_changed(released, attempt):
    with pytest.raises(ReleasedProgrammeError):
        attempt(released)
    assert ProgrammeVersion.objects.get().name == "First <release>"


@pytest.mark.parametrize("number", [0, 1])
def test_the_database_refuses_a_number_twice_or_none(released, number):
    with pytest.raises(IntegrityError), transaction.atomic():
        ProgrammeVersion.objects.create(
            mission=released.mission,
            number=number,
            name="x",
            released_at=factory.RELEASED_AT,
            released_by="x",
            mission_document={},
            document={},
            digest="",
        )


def test_the_database_refuses_a_mission_that_ends_before_it_starts():
    with pytest.raises(IntegrityError), transaction.atomic():
        Mission.objects.create(
            slug="x",
            start_date=factory.SECOND,
            end_date=factory.FIRST,
            changed_at=factory.RELEASED_AT,
            changed_by="x",
        )


def test_a_document_that_is_no_mission_is_refused():
    with pytest.raises(InvalidMissionError):
        bridge.mission_of({"Companies": [{"code": "V01"}]})
