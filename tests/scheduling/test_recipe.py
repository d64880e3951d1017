"""The recipe for a rule and a goal, walked for every rule and goal that there is."""

import re
from functools import cache
from itertools import product

import pytest

from architecture.source_tree import ROOT
from karvan.mission.goals import GoalName
from karvan.mission.rules import Rule

RECIPE = (ROOT / "docs" / "contributors" / "adding-a-rule.md").read_text("utf-8")
ROW = re.compile(
    r"^\| [^|]+ \| (?P<how>each of |one of |)`(?P<room>[^`]+)` \| (?P<mark>`+)(?P<sought>.+?)(?P=mark) \|$",
    re.MULTILINE,
)


def steps(title):
    """Give the rooms of one table: whether all files must have it, which files, and what is sought."""
    part = RECIPE.split(f"## {title}\n")[1].split("\n## ")[0]
    return [(row["how"] != "one of ", row["room"], row["sought"].replace("\\|", "|")) for row in ROW.finditer(part)]


def files_of(room):
    """Give the files of a room; ``{a,b}`` stands for one or the other."""
    choices = re.search(r"\{(.+)\}", room)
    names = [room.replace(choices[0], each) for each in choices[1].split(",")] if choices else [room]
    return sorted(file for name in names for file in ROOT.glob(name))


@cache
def text_of(file):
    return file.read_text("utf-8")


def wanted(sought, name):
    stem = name.value.replace("-", "_")
    text = sought.replace("{NAME}", name.name).replace("{name}", name.value).replace("{stem}", stem)
    # FIXED is a rule, and `fixed_variable` a kind of test: one test serves as both.
    return text.lstrip().replace("test_fixed_fixed_variable", "test_fixed_variable")


def holds(text, sought):
    """Whether a text has something as words of its own; a test's name may go on."""
    more = r"(?![a-z])" if sought.startswith("def ") else r"(?!\w)" if sought[-1].isalnum() else ""
    return re.search(rf"(?<![\w-]){re.escape(sought)}{more}", text) is not None


@pytest.mark.parametrize(("title", "names", "number"), [("A rule", Rule, 9), ("A goal", GoalName, 7)])
def test_every_room_of_the_recipe_has_every_name(title, names, number):
    rooms = steps(title)
    assert len(rooms) == number, "a row of the recipe cannot be read"
    missing = []
    for (is_all, room, sought), name in product(rooms, names):
        found = [holds(text_of(file), wanted(sought, name)) for file in files_of(room)]
        assert found, f"{room}: no such file"
        if not (all(found) if is_all else any(found)):
            missing.append(f"{room}: {wanted(sought, name)}")
    assert missing == []


def test_a_name_that_is_part_of_another_does_not_count():
    assert holds("goal-must = Musts", "goal-must = ")
    assert not holds("rule-home-table = …", "table = ")
    assert holds("def test_table_feasible_where", "def test_table_feasible")
    assert not holds("def test_table_feasiblest", "def test_table_feasible")


def test_each_language_is_a_room_of_its_own():
    assert len(files_of("src/karvan/languages/*/rules.ftl")) == 3
    assert len(files_of("src/karvan/scheduling/{draw_up,visits}.py")) == 2
