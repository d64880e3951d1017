"""Arrays from a file of the format safetensors: a header in JSON, then the numbers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I8": "<i1", "U8": "<u1"}
"""Types of numbers by their names in the header; bfloat16, which NumPy does not have, is read by its upper half."""


def read_tensors(path: Path) -> dict[str, NDArray[np.float32]]:
    """Read every array of a file.

    Raises
    ------
    OSError, ValueError, KeyError
        If it cannot be read, is no such file, or holds numbers of another type.
    """
    content = path.read_bytes()
    size = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + size])
    data = memoryview(content)[8 + size :]
    return {name: _array(row, data) for name, row in header.items() if name != "__metadata__"}


def _array(row: dict[str, object], data: memoryview) -> NDArray[np.float32]:
    offsets, shape = row["data_offsets"], row["shape"]
    if not (isinstance(offsets, list) and isinstance(shape, list)):
        raise TypeError("data_offsets, shape")
    part = data[offsets[0] : offsets[1]]
    if row["dtype"] == "BF16":
        return (np.frombuffer(part, "<u2").astype(np.uint32) << 16).view(np.float32).reshape(shape)
    return np.frombuffer(part, TYPES[str(row["dtype"])]).astype(np.float32).reshape(shape)
