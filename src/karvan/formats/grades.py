"""Graded pairs of companies, as a CSV file: what the matcher is measured against."""

from __future__ import annotations

import csv
import io

from karvan.formats.workbook.csv_folder import decode
from karvan.formats.workbook.located import Located, RefusedFileError
from karvan.matching.evaluation import GradeKind, Grades
from karvan.mission.issues import InvalidMissionError
from karvan.mission.mission import Mission, Pair

COLUMNS = ("company", "counterpart", "grade", "kind")
"""The file's header."""

RECORD = "grades"


def read_grades(data: bytes, name: str, mission: Mission) -> Grades:
    """Read a UTF-8 CSV file of graded pairs.

    Parameters
    ----------
    name : str
        Of the file, for messages.

    Raises
    ------
    InvalidMissionError
        If anything is wrong, with everything that is: columns that are missing, companies that the mission
        does not have or that are of one side, kinds that do not exist, grades that do not go with their
        kind, pairs that come twice.
    """
    try:
        text = decode(data, name)
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except RefusedFileError as error:
        raise InvalidMissionError((error.issue,)) from error
    except csv.Error as error:
        raise InvalidMissionError((Located("bad-csv", RECORD, source=name, row=1),)) from error
    header = [cell.strip().casefold() for cell in rows[0]] if rows else []
    missing = tuple(
        Located("missing-column", RECORD, value=column, source=name) for column in COLUMNS if column not in header
    )
    if missing:
        raise InvalidMissionError(missing)
    return _Reader(name, mission).read(
        [(number, dict(zip(header, row, strict=False))) for number, row in enumerate(rows[1:], 2) if any(row)]
    )


class _Reader:
    """Reads rows and collects what is wrong with them."""

    def __init__(self, name: str, mission: Mission) -> None:
        self.name, self.mission = name, mission
        self.issues: list[Located] = []

    def read(self, rows: list[tuple[int, dict[str, str]]]) -> Grades:
        """Give the graded pairs, or raise everything that is wrong with them."""
        grades: dict[Pair, GradeKind] = {}
        for number, row in rows:
            cells = {column: row.get(column, "").strip() for column in COLUMNS}
            pair, kind = self._pair(number, cells), self._kind(number, cells)
            if pair in grades:
                self._note("duplicate-pair", number, "counterpart", cells["counterpart"])
            elif pair and kind:
                grades[pair] = kind
        if self.issues:
            raise InvalidMissionError(tuple(self.issues))
        return grades

    def _pair(self, number: int, cells: dict[str, str]) -> Pair | None:
        codes = [(column, cells[column]) for column in COLUMNS[:2]]
        unknown = [(column, code) for column, code in codes if code not in self.mission.company]
        for column, code in unknown:
            self._note("unknown-company" if code else "missing-value", number, column, code)
        if unknown:
            return None
        if len({self.mission.company[code].side for _, code in codes}) == 1:
            self._note("graded-same-side", number, *codes[1])
            return None
        return frozenset(code for _, code in codes)

    def _kind(self, number: int, cells: dict[str, str]) -> GradeKind | None:
        try:
            kind = GradeKind(cells["kind"])
        except ValueError:
            self._note("not-allowed", number, "kind", cells["kind"], "; ".join(GradeKind))
            return None
        if cells["grade"] != str(kind.grade):
            self._note("not-allowed", number, "grade", cells["grade"], str(kind.grade))
        return kind

    def _note(self, code: str, row: int, column: str, value: str, expected: str = "") -> None:
        self.issues.append(
            Located(code, RECORD, row, column, value, expected, source=self.name, row=row, column=column)
        )
