import sys
from types import SimpleNamespace

import numpy as np
import pytest

from encoders.models import tensors, write_model
from karvan.encoders import EncoderError, open_folder
from karvan.encoders.tensors import read_tensors


@pytest.mark.parametrize("table", ["embedding.weight", "embeddings"])
def test_a_text_is_the_mean_of_its_words(tmp_path, table):
    found = open_folder(write_model(tmp_path, table=table)).encode(["lathe seed", "станок", "", "unheard"])
    assert found == pytest.approx(np.array([[0.5, 0.5], [1, 0.1], [0, 0], [0, 0]], np.float32))


def code_of(folder):
    with pytest.raises(EncoderError) as caught:
        open_folder(folder)
    return caught.value.code, caught.value.where, caught.value.why


def test_a_folder_without_a_model(tmp_path):
    assert code_of(tmp_path)[:2] == ("no-model", str(tmp_path))
    (write_model(tmp_path) / "modules.json").write_text("[{}]", encoding="utf-8")
    assert code_of(tmp_path)[0] == "no-model"


@pytest.mark.parametrize("damage", [b"", b"\xff" * 20, tensors({"other": ("F32", np.zeros((1, 1), "<f4"))})])
def test_a_damaged_model(tmp_path, damage):
    (write_model(tmp_path) / "model.safetensors").write_bytes(damage)
    assert code_of(tmp_path)[0] == "no-model"


@pytest.mark.parametrize(
    ("kind", "library"), [("StaticEmbedding", "tokenizers"), ("Transformer", "sentence-transformers")]
)
def test_a_library_that_is_not_there(tmp_path, monkeypatch, kind, library):
    monkeypatch.setitem(sys.modules, library.replace("-", "_"), None)
    assert code_of(write_model(tmp_path, kind=kind))[0::2] == ("missing-library", library)


class Opened:
    """Stands for sentence-transformers, which is too large to be installed for the tests."""

    def __init__(self, folder, **how):
        if "broken" in folder:
            raise OSError("no weights")
        assert how == {"device": "cpu", "local_files_only": True}

    def encode(self, texts, **_):
        return np.array([[len(text)] for text in texts])


def test_other_models_are_left_to_sentence_transformers(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", SimpleNamespace(SentenceTransformer=Opened))
    assert open_folder(write_model(tmp_path / "m", kind="Transformer")).encode(["abc"]).tolist() == [[3.0]]
    assert code_of(write_model(tmp_path / "broken", kind="Transformer"))[0::2] == ("no-model", "no weights")


def test_every_type_of_number_is_read(tmp_path):
    numbers = np.array([[1, -2], [0, 0.5]])
    half = (numbers.astype("<f4").view("<u4") >> 16).astype("<u2")
    rows = {kind: (kind, numbers.astype(f"<f{size}")) for kind, size in (("F64", 8), ("F32", 4), ("F16", 2))}
    path = tmp_path / "all.safetensors"
    path.write_bytes(tensors({**rows, "BF16": ("BF16", half), "I8": ("I8", np.array([[1, -2]], "<i1"))}))
    found = read_tensors(path)
    assert {name: row.tolist() for name, row in found.items()} == {
        **dict.fromkeys(("F64", "F32", "F16", "BF16"), numbers.tolist()),
        "I8": [[1, -2]],
    }


def test_odd_headers_are_refused(tmp_path):
    path = tmp_path / "odd.safetensors"
    head = b'{"a":{"dtype":"F32","shape":1,"data_offsets":[0,4]}}'
    path.write_bytes(len(head).to_bytes(8, "little") + head + bytes(4))
    with pytest.raises(TypeError):
        read_tensors(path)
