"""Below `web` nothing reads a clock, opens a connection or keeps global state; the referee stands alone."""

import ast

import pytest

from architecture.source_tree import SOURCE, name_of, pure_files, python_files, tree_of

CLOCKS = {
    "datetime": {"now", "today", "utcnow"},
    "date": {"today"},
    "time": {
        "time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "process_time", "sleep",
        "localtime", "gmtime",
    },
    "timezone": {"now", "localtime", "localdate"},
    "JalaliDate": {"today"},
    "JalaliDateTime": {"now", "today", "utcnow"},
}  # fmt: skip
"""Methods that read the clock, by the name of the class or module they are called on."""

CONNECTIONS = {"urllib.request", "http.client", "http.server", "xmlrpc", "telnetlib", "webbrowser"}
"""Modules that open connections and that import-linter cannot tell from their harmless neighbours."""


def imported_modules(tree):
    """Yield the module of every import in a file, and `module.name` of every `from module import name`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def last_name(node):
    """Return `b` of the expressions `b` and `a.b`, else None."""
    return {ast.Name: lambda: node.id, ast.Attribute: lambda: node.attr}.get(type(node), lambda: None)()


def clock_readings(tree):
    """Yield the line and text of every place that reads a clock."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS.get(last_name(node.value), ()):
            yield node.lineno, ast.unparse(node)
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from ((node.lineno, f"time.{alias.name}") for alias in node.names if alias.name in CLOCKS["time"])


def offences(find):
    """Return `file:line text` of everything that `find` yields in the pure packages."""
    return [f"{name_of(path)}:{line} {text}" for path in pure_files() for line, text in find(tree_of(path))]


def test_pure_packages_read_no_clock():
    assert offences(clock_readings) == []


def test_pure_packages_open_no_connection():
    def connections(tree):
        return ((1, module) for module in imported_modules(tree) if module in CONNECTIONS)

    assert offences(connections) == []


def test_pure_packages_keep_no_global_state():
    def globals_written(tree):
        return ((node.lineno, ast.unparse(node)) for node in ast.walk(tree) if isinstance(node, ast.Global))

    assert offences(globals_written) == []


def test_referee_knows_of_karvan_only_the_mission():
    files = [path for path in python_files("src/karvan/scheduling") if "referee" in path.relative_to(SOURCE).parts[1]]
    allowed = ("karvan.mission", "karvan.scheduling.referee")
    foreign = {
        f"{name_of(path)}: {module}"
        for path in files
        for module in imported_modules(tree_of(path))
        if module.split(".")[0] == "karvan" and not f"{module}.".startswith(tuple(f"{name}." for name in allowed))
        # `from karvan import mission` yields `karvan` itself as well
        if module != "karvan"
    }
    assert foreign == set()


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("from datetime import datetime\ndatetime.now()", ["datetime.now"]),
        ("import datetime as d\nd.datetime.now(tz)", ["d.datetime.now"]),
        ("import time\ntime.perf_counter()", ["time.perf_counter"]),
        ("from time import monotonic", ["time.monotonic"]),
        ("StopAfter(clock=time.monotonic)", ["time.monotonic"]),
        ("from datetime import time\ntime(9, 30)\nmeeting.time.hour", []),
    ],
)
def test_a_clock_is_seen(code, found):
    assert [text for _, text in clock_readings(ast.parse(code))] == found
