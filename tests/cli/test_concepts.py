"""The sheet Concepts: read, refused, written again, and used."""

from cli.small_mission import SHEETS, write_mission
from karvan.formats.workbook import read_mission, write_mission_csv

CONCEPTS = """code,parent,label_en,label_ru,synonyms_en,links
hives,smart_agriculture,Smart beehives,Умные ульи,hive scales,
"""
TEXTS = SHEETS["opportunities"] + "V02,offer,Hive scales,en,\nH02,need,Умные ульи,ru,\n"


def test_a_search_finds_by_the_missions_own_words(run, tmp_path):
    folder = write_mission(tmp_path, concepts=CONCEPTS, opportunities=TEXTS)
    code, out, err = run("match", folder, "--search", "умные ульи")
    assert (code, err, "Smart beehives" in out) == (0, "", True)


def test_the_sheet_is_written_as_it_was_read(tmp_path):
    mission = read_mission(write_mission(tmp_path / "a", concepts=CONCEPTS)).mission
    write_mission_csv(mission, tmp_path / "b")
    assert mission.concepts[0].id == "smart_agriculture.hives"
    assert read_mission(tmp_path / "b").mission == mission


def test_an_unknown_domain_is_refused_with_its_place(run, tmp_path):
    folder = write_mission(
        tmp_path, concepts=CONCEPTS.replace("smart_agriculture", "bees") + "x,energy,X,,,energy.no\n"
    )
    code, _, err = run("match", folder)
    assert code == 2
    assert "row 2, column parent: There is no domain “bees”" in err
    assert "row 3, column links: There is no concept “energy.no”" in err
