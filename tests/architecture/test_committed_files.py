"""No committed file names a package registry, or a path of the machine it was written on."""

import json
import re

import pytest

from architecture.source_tree import ROOT, name_of, project_files

# Written in pieces, so that this file does not name what it forbids.
REGISTRIES = (
    "pypi" + r"\.org", "pypi" + r"\.python\.org", "files" + r"\.pythonhosted", "registry" + r"\.npmjs",
    "registry" + r"\.yarnpkg", "deb" + r"\.debian\.org", "npm" + "mirror", "proxy" + r"\.golang",
)  # fmt: skip
ADDRESSES = (
    "--(extra-)?index" + "-url", '"resolved"' + r"\s*:", r"^\s*registry\s*=", "--find-" + "links", "file:" + "///",
)  # fmt: skip
PATHS = (
    "/wor" + "k/(main|shared|repo)", "/ro" + r"ot/\.", "bash" + "_jobs", r"/home/[a-z]+/", "/opt/py" + "pi",
    "/opt/wh" + "eels",
)  # fmt: skip
FORBIDDEN = re.compile("|".join((*REGISTRIES, *ADDRESSES, *PATHS)), flags=re.MULTILINE)


def text_of(path):
    """Return a file's text; of a binary file, the empty text."""
    data = path.read_bytes()
    return "" if b"\0" in data else data.decode("utf-8")


def test_no_file_names_a_registry_or_this_machine():
    found = [
        f"{name_of(path)}:{text.count(chr(10), 0, match.start()) + 1} {match.group()}"
        for path in project_files()
        for text in [text_of(path)]
        for match in FORBIDDEN.finditer(text)
    ]
    assert found == []


def test_every_python_package_is_pinned_with_hashes():
    entries = re.split(r"\n(?=[a-z0-9])", (ROOT / "requirements.lock").read_text(encoding="utf-8"))[1:]
    assert [entry.split()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_every_npm_package_is_pinned_with_a_hash():
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []


@pytest.mark.parametrize("backwards", ["x lru-xedni--", "elpmis/gro.ipyp", 'spt :"devloser"'])
def test_an_address_is_seen(backwards):
    assert FORBIDDEN.search(backwards[::-1])
