"""A tiny model of sentences, made here: two words of one meaning in three languages, and one that stands apart."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

WORDS = {"[UNK]": (0, 0), "lathe": (1, 0), "станок": (1, 0.1), "تراش": (0.9, 0), "seed": (0, 1)}
"""What each word means, as a place in the plane."""


def tensors(rows: dict[str, tuple[str, np.ndarray]]) -> bytes:
    """Write arrays in the format safetensors, each with the name of its type."""
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, (kind, row) in rows.items():
        content = row.tobytes()
        header[name] = {"dtype": kind, "shape": list(row.shape), "data_offsets": [len(data), len(data) + len(content)]}
        data += content
    head = json.dumps(header).encode()
    return len(head).to_bytes(8, "little") + head + data


def write_model(folder: Path, *, table: str = "embedding.weight", kind: str = "StaticEmbedding") -> Path:
    """Write the model as sentence-transformers saves one, and return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = [{"idx": 0, "name": "0", "path": "", "type": f"sentence_transformers.models.{kind}"}]
    (folder / "modules.json").write_text(json.dumps(parts), encoding="utf-8")
    tokenizer = Tokenizer(WordLevel({word: k for k, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    (folder / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
    places = np.array(list(WORDS.values()), "<f4")
    (folder / "model.safetensors").write_bytes(tensors({table: ("F32", places)}))
    return folder
