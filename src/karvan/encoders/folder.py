"""A model from a folder, in the form in which sentence-transformers saves it. Nothing is downloaded."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from karvan.encoders.errors import EncoderError
from karvan.encoders.tensors import read_tensors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from karvan.matching.semantic import Encoder

STATIC, NORMALISED = "StaticEmbedding", "Normalize"
"""Parts of a model that Karvan runs by itself; the rest is left to sentence-transformers."""

TABLES = ("embedding.weight", "embeddings")
"""What the table of a static model is called."""


def open_folder(folder: Path) -> Encoder:
    """Open the model of a folder.

    A static model (one vector a token, their mean for a text) needs the library `tokenizers`, every other one
    `sentence-transformers`.

    Raises
    ------
    EncoderError
        ``no-model`` if the folder holds none, ``missing-library`` if the library for it is not installed.
    """
    parts = _parts(folder)
    if {kind for kind, _ in parts} <= {STATIC, NORMALISED} and parts:
        return StaticModel.of(folder / next(path for kind, path in parts if kind == STATIC))
    return Transformer.of(folder)


def _parts(folder: Path) -> list[tuple[str, str]]:
    """Give the parts of a model: the last word of its type, and its folder."""
    try:
        rows = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        return [(str(row["type"]).rpartition(".")[2], str(row["path"])) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EncoderError("no-model", str(folder), f"modules.json: {error}") from error


@dataclass(frozen=True)
class StaticModel:
    """A table with one vector for each token; a text is the mean of its tokens.

    Attributes
    ----------
    table : ndarray, shape (n_tokens, n_dimensions), float32
    """

    table: NDArray[np.float32]
    tokenizer: Any

    @classmethod
    def of(cls, folder: Path) -> StaticModel:
        """Read ``tokenizer.json`` and ``model.safetensors``."""
        try:
            from tokenizers import Tokenizer
        except ImportError as error:
            raise EncoderError("missing-library", str(folder), "tokenizers") from error
        try:
            tensors = read_tensors(folder / "model.safetensors")
            tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
            table = next(tensors[name] for name in TABLES if name in tensors)
        except StopIteration:
            raise EncoderError("no-model", str(folder), " / ".join(TABLES)) from None
        except Exception as error:  # the tokenizer raises no narrower one
            raise EncoderError("no-model", str(folder), str(error)) from error
        tokenizer.no_padding()
        return cls(np.asarray(table, dtype=np.float32), tokenizer)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give the mean vector of each text's tokens; of a text without any, zeros."""
        found = np.zeros((len(texts), self.table.shape[1]), np.float32)
        for row, tokens in enumerate(self.tokenizer.encode_batch(list(texts), add_special_tokens=False)):
            if tokens.ids:
                found[row] = self.table[tokens.ids].mean(axis=0)
        return found


@dataclass(frozen=True)
class Transformer:
    """Any model that the library sentence-transformers can open."""

    model: Any

    @classmethod
    def of(cls, folder: Path) -> Transformer:
        """Open it without looking for anything outside the folder."""
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise EncoderError("missing-library", str(folder), "sentence-transformers") from error
        try:
            return cls(SentenceTransformer(str(folder), device="cpu", local_files_only=True))
        except (OSError, ValueError, KeyError) as error:
            raise EncoderError("no-model", str(folder), str(error)) from error

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give one row for each text."""
        found = self.model.encode(list(texts), convert_to_numpy=True, show_progress_bar=False)
        return np.asarray(found, dtype=np.float32)
