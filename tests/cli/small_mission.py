"""A small mission as an organiser types it: a folder of CSV files; and running `karvan` on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LANGUAGES = ("en", "fa", "ru")

SHEETS = {
    "mission": """key,value
title_en,Small mission
title_fa,هیأت کوچک
title_ru,Малая миссия
start_date,2025-12-03
end_date,2025-12-03
time_zone,Europe/Moscow
visiting_country,IR
host_country,RU
languages,en;fa
""",
    "companies": """code,side,name_en,name_fa,languages
V01,visitor,Rahpeyvand,رهپیوند,fa;en
V02,visitor,Setighdadeh,ستیغ‌داده,fa
H01,host,Yasnet,یاسنت,ru;en
H02,host,Polynya,پولینیا,ru
H03,host,Halcyon,هالسیون,en;fa
""",
    "opportunities": """company,kind,text,language,domains
V01,offer,Laser sensors for cold regions,en,iot
H01,need,Laser sensor modules,en,iot
H02,need,датчики,ru,iot;ai;games;cloud
V02,need,Cloud storage,en,cloud
H03,offer,Cloud storage service,en,cloud
""",
    "requests": """company,counterpart,level
V01,H01,must
V02,H02,want
V01,H03,avoid
""",
    "programme": """date,start,end,kind,title_en,venue,companies,capacity,choice
2025-12-03,09:00,10:40,meetings,Morning,hall,*,,
2025-12-03,10:45,11:30,plenary,Opening,hall,*,,
2025-12-03,14:00,16:00,visit,Plant,plant,visitor,2,yes
""",
    "venues": """venue,table
hall,T1
hall,T2
""",
    "interpreters": """code,name,languages
I01,Anahita,fa;ru
""",
    "fixed": """company,counterpart,date,start,table
V02,H03,2025-12-03,09:00,hall/T2
""",
}


def write_mission(folder: Path, **changed: str) -> Path:
    """Write the mission, some of its sheets changed, into a folder, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in {**SHEETS, **changed}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def write_large_mission(folder: Path) -> Path:
    """Write a mission that takes long to plan as well as can be, and return its folder."""
    companies = [f"{side}{number:02},{kind},Company {side}{number},en"
                 for side, kind in (("V", "visitor"), ("H", "host")) for number in range(1, 21)]  # fmt: skip
    domains = ("ai", "iot", "cloud", "games", "robots")
    texts = [
        f"{side}{number:02},{kind},Text {number} of {side},en,{domains[number % 5]};{domains[number * shift % 5]}"
        for side, kind, shift in (("V", "offer", 2), ("H", "need", 3))
        for number in range(1, 21)
    ]
    blocks = ["2025-12-03,09:00,12:30,meetings,Morning,hall,*,,", "2025-12-03,14:00,17:00,meetings,Later,hall,*,,"]
    heads = {name: SHEETS[name].partition("\n")[0] for name in ("opportunities", "programme")}
    return write_mission(
        folder,
        companies="\n".join(("code,side,name_en,languages", *companies)),
        opportunities="\n".join((heads["opportunities"], *texts)),
        programme="\n".join((heads["programme"], *blocks)),
        venues="\n".join(("venue,table", *(f"hall,T{number}" for number in range(1, 8)))),
        requests="company,counterpart,level\nV01,H01,must\n",
        fixed="company,counterpart\nV02,H02\n",
    )


def karvan(*arguments: str | Path) -> list[str]:
    """Return the command line of a `karvan` of its own."""
    program = "import sys; from karvan.cli.main import main; sys.exit(main())"
    return [sys.executable, "-c", program, *map(str, arguments)]


def environment(**changed: str) -> dict[str, str]:
    """Return this process's environment with an English locale and some variables changed."""
    named = {name: value for name, value in os.environ.items() if name not in {"LC_ALL", "LC_MESSAGES", "LANG"}}
    return {**named, "LC_ALL": "C.UTF-8", "COLUMNS": "100", **changed}


def run_karvan(*arguments: str | Path, **changed: str) -> subprocess.CompletedProcess[str]:
    """Run `karvan` as a process of its own."""
    return subprocess.run(
        karvan(*arguments),
        env=environment(**changed),
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )
