"""Functions and files stay small: the sizes of the house style.

Complexity (<= 10) is watched by ruff (C901) in `make check`.
"""

import ast
import statistics

from architecture.source_tree import name_of, python_files, tree_of

LONG_FUNCTIONS = {
    "src/karvan/scheduling/timetable/kernels.py::anneal": (
        "one annealing move from proposal to acceptance; in parts it would pass twenty arrays to and fro and hide "
        "which of them a refused move has touched"
    ),
}
"""Numerical kernels that are longer than 60 lines, each with its reason."""

LONG_FILES: dict[str, str] = {}
"""Files that are longer than 500 lines (tests: 800), each with its reason."""

MEDIAN_FUNCTION, P90_FUNCTION, LONGEST_FUNCTION = 8, 25, 60
P90_FILE, LONGEST_FILE, LONGEST_TEST_FILE = 300, 500, 800

FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def has_docstring(node):
    first = node.body[0]
    return isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)


def function_lines(node):
    """Return the lines of a function from `def` to its end, decorators and docstring not counted."""
    docstring = node.body[0].end_lineno - node.body[0].lineno + 1 if has_docstring(node) else 0
    return node.end_lineno - node.lineno + 1 - docstring


def functions(node, prefix):
    """Yield the qualified name and node of every function below a node."""
    for child in ast.iter_child_nodes(node):
        name = f"{prefix}{getattr(child, 'name', '')}"
        if isinstance(child, FUNCTION):
            yield name, child
        yield from functions(child, f"{name}." if isinstance(child, (*FUNCTION, ast.ClassDef)) else prefix)


def function_sizes(*folders):
    """Return the lines of every function by `file::name`."""
    return {
        f"{name_of(path)}::{name}": function_lines(node)
        for path in python_files(*folders)
        for name, node in functions(tree_of(path), "")
    }


def file_sizes(*folders):
    """Return the lines of every Python file by its name."""
    return {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files(*folders)}


def p90(values):
    """Return the 90th percentile; of fewer than two values, the largest."""
    values = list(values)
    return statistics.quantiles(values, n=10, method="inclusive")[-1] if len(values) > 1 else max(values, default=0)


def longer_than(sizes, limit, exceptions):
    return {name: lines for name, lines in sizes.items() if lines > limit and name not in exceptions}


def test_most_functions_are_short():
    sizes = function_sizes("src").values()
    assert (statistics.median(sizes or [0]) <= MEDIAN_FUNCTION, p90(sizes) <= P90_FUNCTION) == (True, True), (
        f"median {statistics.median(sizes)} (<= {MEDIAN_FUNCTION}), 90th percentile {p90(sizes)} (<= {P90_FUNCTION})"
    )


def test_no_function_is_long():
    assert longer_than(function_sizes("src", "scripts"), LONGEST_FUNCTION, LONG_FUNCTIONS) == {}


def test_most_files_are_short():
    sizes = file_sizes("src")
    assert p90(sizes.values()) <= P90_FILE, sorted(sizes.items(), key=lambda item: -item[1])[: len(sizes) // 8 + 1]


def test_no_file_is_long():
    assert longer_than(file_sizes("src", "scripts", "bench"), LONGEST_FILE, LONG_FILES) == {}
    assert longer_than(file_sizes("tests"), LONGEST_TEST_FILE, LONG_FILES) == {}


def test_exceptions_are_still_needed():
    sizes = function_sizes("src", "scripts")
    assert {name for name in LONG_FUNCTIONS if sizes.get(name, 0) <= LONGEST_FUNCTION} == set()
    sizes = file_sizes("src", "scripts", "bench", "tests")
    assert {name for name in LONG_FILES if sizes.get(name, 0) <= LONGEST_FILE} == set()


def test_a_docstring_does_not_count():
    tree = ast.parse('def f():\n    """One.\n\n    Two.\n    """\n    return 1\n')
    assert function_lines(tree.body[0]) == 2
