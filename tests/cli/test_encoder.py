"""`--encoder`: a model of sentences from a folder, or by an address to which the mission agreed."""

import json

import pytest

from cli.small_mission import SHEETS, write_mission
from encoders.models import write_model
from encoders.server import serving
from formats.schemas import problems


@pytest.mark.parametrize("lang", ["en", "fa", "ru"])
def test_a_model_from_a_folder_has_its_say(run, mission_folder, tmp_path, lang):
    file, model = tmp_path / "found.json", write_model(tmp_path / "model")
    code, _, err = run("match", mission_folder, "--encoder", model, "-o", file, "--ui-lang", lang)
    data = json.loads(file.read_text(encoding="utf-8"))
    assert (code, err, problems(data, "suggestions")) == (0, "", [])
    assert "likeness" in file.read_text(encoding="utf-8")


def test_no_model_no_answer(run, mission_folder, tmp_path):
    code, out, err = run("match", mission_folder, "--encoder", tmp_path)
    assert (code, out, "holds no model that Karvan can use" in err) == (2, "", True)
    code, _, err = run("plan", mission_folder, "--encoder", tmp_path, "-o", tmp_path / "plan")
    assert (code, "holds no model" in err) == (2, True)


def test_no_text_is_sent_where_the_mission_does_not_say_so(run, mission_folder):
    with serving() as served:
        code, out, err = run("match", mission_folder, "--encoder", served.address)
    assert (code, out, served.asked) == (2, "", [])
    assert f"does not allow its texts to be sent to {served.address}." in err
    assert "send_texts_to" in err


def test_texts_are_sent_where_the_mission_says_so(run, monkeypatch, tmp_path):
    monkeypatch.setenv("KARVAN_ENCODER_KEY", "secret")
    with serving() as served:
        folder = write_mission(tmp_path / "m", mission=SHEETS["mission"] + f"send_texts_to,{served.address}\n")
        code, _, err = run("match", folder, "--encoder", f"{served.address}#small")
    assert (code, err, served.keys) == (0, "", ["Bearer secret"])
    assert min(served.asked[0]["input"]) == "Cloud storage"
    code, _, err = run("match", folder, "--encoder", served.address)
    assert (code, "does not answer" in err) == (2, True)
