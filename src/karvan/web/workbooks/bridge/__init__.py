"""Between the stored tables and the pure mission."""

from karvan.formats.workbook import merged
from karvan.web.workbooks.bridge.assembly import copied_for, read_mission, with_decisions
from karvan.web.workbooks.bridge.plan import Changes, Plan, Problem, Read, exported, plan_for, read_upload, said
from karvan.web.workbooks.bridge.records import (
    Columns,
    PureMission,
    PureSettings,
    absence_columns,
    block_columns,
    company_columns,
    concept_columns,
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
    "Changes",
    "Columns",
    "Plan",
    "Problem",
    "PureMission",
    "PureSettings",
    "Read",
    "absence_columns",
    "block_columns",
    "company_columns",
    "concept_columns",
    "copied_for",
    "exported",
    "fixed_columns",
    "interpreter_columns",
    "merged",
    "opportunity_columns",
    "person_columns",
    "plan_for",
    "read_mission",
    "read_upload",
    "request_columns",
    "said",
    "settings_columns",
    "table_columns",
    "travel_columns",
    "with_decisions",
]
