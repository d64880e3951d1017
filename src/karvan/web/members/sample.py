"""The sample mission's people, with an account for each."""

from __future__ import annotations

import csv
from datetime import datetime

from django.db import transaction

from karvan import sample
from karvan.web.accounts.actions import create_account
from karvan.web.accounts.models import User
from karvan.web.members.actions import Post, add_member
from karvan.web.members.enums import Desk, Role
from karvan.web.missions.models import Mission


@transaction.atomic
def add_sample_members(mission: Mission, *, by: User, at: datetime) -> list[User]:
    """Give the sample accounts, each with its role in the sample mission; they have no password."""
    with sample.accounts().open(encoding="utf-8", newline="") as file:
        return [_add(mission, row, by=by, at=at) for row in csv.DictReader(file)]


def _add(mission: Mission, row: dict[str, str], *, by: User, at: datetime) -> User:
    user = create_account(row["email"], name=row["name"], lang=row["lang"], at=at, is_sample=True)
    post = Post(
        role=Role(row["role"]),
        desk=Desk(row["desk"]) if row["desk"] else None,
        company=mission.companies.get(code=row["company"]) if row["company"] else None,
        interpreter=mission.interpreters.get(code=row["interpreter"]) if row["interpreter"] else None,
    )
    add_member(mission, user, post=post, by=by, at=at)
    return user
