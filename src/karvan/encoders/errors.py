"""What can go wrong with a model."""

from __future__ import annotations


class EncoderError(Exception):
    """A model cannot be used.

    Attributes
    ----------
    code : str
        ``no-model``, ``missing-library``, ``unreachable`` or ``bad-answer``.
    where : str
        The folder or the address.
    why : str
        What was found instead, or which library is missing.
    """

    def __init__(self, code: str, where: str, why: str = "") -> None:
        self.code, self.where, self.why = code, where, why
        super().__init__(f"{code}: {where}: {why}")
