"""Write examples/model-mission.xlsx from the sample mission's CSV files: `make example`."""

from __future__ import annotations

from pathlib import Path

from karvan.formats.workbook import require_mission, write_mission_xlsx
from karvan.sample import model_mission

TARGET = Path(__file__).parent.parent / "examples" / "model-mission.xlsx"


def main() -> None:
    """Read the folder, write the workbook."""
    mission, _ = require_mission(model_mission())
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(write_mission_xlsx(mission, "en"))


if __name__ == "__main__":
    main()
