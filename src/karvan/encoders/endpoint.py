"""A model behind an address: texts go there, and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

import numpy as np

from karvan.encoders.errors import EncoderError

if TYPE_CHECKING:
    from numpy.typing import NDArray

BATCH = 64
"""So many texts are sent at a time."""

TIMEOUT_S = 120
"""So long an answer may take."""


class _NoRedirect(HTTPRedirectHandler):
    """The organiser agreed to one address: texts are not taken to another."""

    def redirect_request(self, *_: Any) -> None:
        """Refuse; the answer then counts as the error that it is."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An encoder behind an address that speaks the embeddings interface which most servers of models share.

    ``POST {"input": [text, …], "model": name}`` is answered by
    ``{"data": [{"index": 0, "embedding": [number, …]}, …]}``.

    Attributes
    ----------
    address : str
        ``https://models.example.org/v1/embeddings``; behind a ``#`` may stand the name of the model.
    key : str
        Sent as a bearer token, if there is one.

    Notes
    -----
    No proxy is used and no redirect followed. Whether the organiser agreed to send texts there is the caller's to ask.
    """

    address: str
    key: str = ""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give one row for each text, shape (n_texts, n_dimensions).

        Raises
        ------
        EncoderError
            ``unreachable`` if there is no answer, ``bad-answer`` if it is not one row of numbers for each text.
        """
        parts = [self._ask(texts[at : at + BATCH]) for at in range(0, len(texts), BATCH)]
        if len({part.shape[1] for part in parts}) > 1:
            raise EncoderError("bad-answer", self.address, "embedding")
        return np.vstack(parts)

    def _ask(self, texts: Sequence[str]) -> NDArray[np.float32]:
        url, model = urldefrag(self.address)
        body = json.dumps({"input": list(texts), **({"model": model} if model else {})}).encode()
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self.key}"} if self.key else {})
        request = self._request(url, body, headers)
        try:
            with build_opener(ProxyHandler({}), _NoRedirect).open(request, timeout=TIMEOUT_S) as answer:
                data = json.load(answer)
        except (OSError, HTTPException) as error:
            raise EncoderError("unreachable", self.address, str(error)) from error
        except ValueError as error:
            raise EncoderError("bad-answer", self.address, str(error)) from error
        return self._rows(data, len(texts))

    def _request(self, url: str, body: bytes, headers: dict[str, str]) -> Request:
        try:
            if urlsplit(url).scheme not in {"http", "https"}:
                raise EncoderError("unreachable", self.address, "http, https")
            return Request(url, body, headers)  # noqa: S310 - the scheme was checked
        except ValueError as error:
            raise EncoderError("unreachable", self.address, str(error)) from error

    def _rows(self, data: Any, count: int) -> NDArray[np.float32]:
        try:
            rows = sorted(data["data"], key=lambda row: row["index"])
            found = np.array([row["embedding"] for row in rows], np.float32)
        except (KeyError, TypeError, ValueError) as error:
            raise EncoderError("bad-answer", self.address, str(error)) from error
        if found.ndim != 2 or not found.size or len(found) != count or not np.isfinite(found).all():
            raise EncoderError("bad-answer", self.address, f"{found.shape}")
        return found
