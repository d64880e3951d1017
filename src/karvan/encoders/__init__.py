"""Models of sentence meaning, from a folder of this machine or by an address that the organiser runs."""

from karvan.encoders.endpoint import Endpoint
from karvan.encoders.errors import EncoderError
from karvan.encoders.folder import open_folder

__all__ = ["EncoderError", "Endpoint", "open_folder"]
