"""Time the matcher on companies made of the sample mission's sentences.

python bench/matching-tuning/speed.py 10000
"""

import gc
import random
import re
import resource
import sys
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace

from karvan.formats.workbook import read_mission
from karvan.matching.profiles import read_statements
from karvan.matching.scores import score_all
from karvan.matching.taxonomy import load
from karvan.mission.companies import Side
from karvan.mission.opportunities import OpportunityKind
from karvan.sample import model_mission


def crowd(size, seed=1):
    """Return a mission with so many companies a side, an offer and a need each, of three sentences of one language."""
    sample, rng = read_mission(model_mission()).mission, random.Random(seed)
    sentences = defaultdict(list)
    for row in sample.opportunities:
        sentences[row.language].extend(re.split(r"(?<=[.؛!?])\s+", row.text))
    companies = [
        replace(sample.companies[0], code=f"{side.value[0]}{k:05}", side=side) for side in Side for k in range(size)
    ]
    opportunities = []
    for company in companies:
        for kind in OpportunityKind:
            row = rng.choice(sample.opportunities)
            text = " ".join(rng.sample(sentences[row.language], 3))
            opportunities.append(replace(row, company=company.code, kind=kind, text=text))
    return replace(
        sample,
        companies=tuple(companies),
        opportunities=tuple(opportunities),
        requests=(),
        people=(),
        text_languages=(),
    )


def main(size):
    """Print seconds on the clock and of the processor, and the most memory."""
    # Nothing here is freed before the end: with the usual threshold looking for it took a third of the time.
    gc.set_threshold(200_000, 50, 1000)
    mission, taxonomy = crowd(size), load()
    with ThreadPoolExecutor(2) as threads, ProcessPoolExecutor(2) as processes:
        for name, work in (
            ("reading", lambda: read_statements(mission, taxonomy, processes)),
            ("reading and scoring", lambda: score_all(mission, taxonomy, top=50, executor=threads, readers=processes)),
        ):
            wall = time.perf_counter()
            work()
            print(f"{name}: {time.perf_counter() - wall:.1f} s")
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(f"processor {sum(u.ru_utime + u.ru_stime for u in used):.1f} s in all")
    print(f"{used[0].ru_maxrss / 1e6:.2f} GB at most, {used[1].ru_maxrss / 1e6:.2f} GB a reader")


if __name__ == "__main__":
    main(int(sys.argv[1]))
