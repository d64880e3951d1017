"""Between the stored tables and the pure mission."""

from karvan.web.workbooks.bridge.assembly import copied_for, read_mission, with_decisions
from karvan.web.workbooks.bridge.records import (
    Columns,
    PureMission,
    PureSettings,
    absence_columns,
    block_columns,
    company_columns,
    fixed_columns,
    interpreter_columns,
    opportunity_columns,
    person_columns,
    request_columns,
    settings_columns,
    table_columns,
    travel_columns,
)

__all__ = [
    "Columns",
    "PureMission",
    "PureSettings",
    "absence_columns",
    "block_columns",
    "company_columns",
    "copied_for",
    "fixed_columns",
    "interpreter_columns",
    "opportunity_columns",
    "person_columns",
    "read_mission",
    "request_columns",
    "settings_columns",
    "table_columns",
    "travel_columns",
    "with_decisions",
]
