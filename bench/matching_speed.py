"""How long the selection, the teams and the search take at full size.

    .venv/bin/python bench/matching_speed.py

Random data of a fixed seed; processor time beside wall time, the best of three. Nothing here is a test.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from karvan.formats.workbook import read_mission
from karvan.matching.consortia.teams import Question, best_teams
from karvan.matching.search import Index, reading_with
from karvan.matching.selection import choose
from karvan.matching.taxonomy import load
from karvan.mission.blocks import BlockKind
from karvan.mission.companies import Company, Side
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Mission
from karvan.sample import model_mission

MISSION = Path(__file__).parent / "matching" / "mission"


def timed(title, work):
    """Do something three times, print the best times, and return what it gave."""
    times = []
    for _ in range(3):
        wall, processor = time.perf_counter(), time.process_time()
        result = work()
        times.append((time.perf_counter() - wall, time.process_time() - processor))
    wall, processor = min(times)
    print(f"{title:<60} {wall * 1000:9.1f} ms wall {processor * 1000:9.1f} ms processor")
    return result


def sides(visitors, hosts):
    """Return a mission of so many companies a side, with the blocks of the sample's programme, without texts."""
    companies = [
        Company(code=f"{letter}{n}", side=side, name=LocalisedText.of(en=f"{letter}{n}"), languages=("en",))
        for letter, side, count in (("V", Side.VISITOR, visitors), ("H", Side.HOST, hosts))
        for n in range(count)
    ]
    blocks = read_mission(model_mission()).mission.blocks
    admitted = tuple(
        replace(block, companies=("*",), domains=()) if block.kind is BlockKind.MEETINGS else block for block in blocks
    )
    first = read_mission(model_mission()).mission.settings
    return Mission(settings=first, companies=tuple(companies), blocks=admitted)


def selection():
    """Choose who meets whom for 500 x 500: some hosts are wanted by nearly everybody."""
    large = sides(500, 500)
    rng = np.random.default_rng(1)
    for density in (0.04, 0.3, 1.0):
        popular = rng.random(500) ** 3
        scores = {
            frozenset((f"V{i}", f"H{j}")): float(0.6 * rng.random() + 0.4 * popular[j])
            for i, j in zip(*np.nonzero(rng.random((500, 500)) < density), strict=True)
        }
        found = timed(f"selection 500 x 500, {len(scores)} pairs", lambda scores=scores: choose(large, scores))
        gap = found.bound - found.value
        fair = found.fairness(large, Side.HOST)
        print(f"    {len(found.meetings)} meetings, gap {gap:.1e}, hosts {fair.least:.0f} to {fair.most:.0f}")


def consortia():
    """Find teams among 200 companies."""
    for seed, parts, share in ((0, 6, 0.1), (1, 10, 0.08), (2, 20, 0.1)):
        rng = np.random.default_rng(seed)
        strength = np.where(rng.random((parts, 200)) < share, rng.choice([0.5, 0.7, 1.0], (parts, 200)), 0.0)
        fit = np.zeros((200, 200))
        fit[:100, 100:] = rng.random((100, 100)) * (rng.random((100, 100)) < 0.3)
        side = np.arange(200) < 100
        question = Question(strength, fit + fit.T, (side, ~side), np.zeros((200, 200), dtype=bool))
        found = timed(f"teams of 200 companies, {parts} parts", lambda question=question: best_teams(question, 3))
        print(f"    {len(found.teams[0].members)} members, proved: {found.is_proved}")


SYLLABLES = (
    "bar", "dan", "shah", "mehr", "ras", "tav", "nur", "zar", "kam", "pars", "yas", "net", "tel", "dor", "vel", "gran",
    "sib", "ura", "kas", "tek", "ros", "sev", "vol",
)  # fmt: skip

QUERIES = ("یاس‌نت", "оптическое волокно", "خنک‌سازی مرکز داده", "vidoe analitics for factoris", "банк")


def search(mission):
    """Search 5,000 companies that repeat the texts of the evaluation set."""
    rng = np.random.default_rng(3)
    names = ["".join(rng.choice(SYLLABLES, 3)).title() + " " + "".join(rng.choice(SYLLABLES, 2)) for _ in range(5000)]
    sources = [mission.companies[i % len(mission.companies)] for i in range(5000)]
    companies = [replace(source, code=f"C{i}", name=LocalisedText.of(en=names[i])) for i, source in enumerate(sources)]
    rows = [
        replace(row, company=f"C{i}")
        for i, source in enumerate(sources)
        for row in mission.opportunities_of[source.code]
    ]
    large = Mission(settings=mission.settings, companies=tuple(companies), opportunities=tuple(rows))
    reading = reading_with(load())
    begun = time.perf_counter(), time.process_time()
    index = Index(large, reading)
    took = time.perf_counter() - begun[0], time.process_time() - begun[1]
    print(f"index of 5,000 companies, {len(rows)} texts: {took[0]:.1f} s wall, {took[1]:.1f} s processor")
    for query in (names[17], *QUERIES):
        index.search(query)
        found = timed(f"search «{query}»", lambda query=query: index.search(query))
        print(f"    {len(found)} hits")


if __name__ == "__main__":
    evaluation = read_mission(MISSION).mission
    assert evaluation is not None
    selection()
    consortia()
    search(evaluation)
