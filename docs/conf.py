"""Sphinx settings; the documentation builds without the network."""

import tomllib
from pathlib import Path

import karvan

root = Path(__file__).resolve().parent.parent
project = "Karvan"
author = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["authors"][0]["name"]
copyright = author
release = version = karvan.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
nitpicky = True

autodoc_typehints = "description"
napoleon_google_docstring = False

html_theme = "furo"
html_title = f"Karvan {release}"
html_copy_source = False
html_theme_options = {"source_edit_link": ""}
