"""Fit the matcher's calibration to the tuning set, and say how well it orders and how honest its scores are.

python bench/matching-tuning/tune.py            figures with the calibration in force
python bench/matching-tuning/tune.py --fit      and the calibration that would fit best
"""

import argparse
import csv
import sys
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from karvan.formats.workbook import read_mission
from karvan.matching.scores import Calibration, score_all
from karvan.matching.taxonomy import load

HERE = Path(__file__).parent
BINS = 10
FITTED = ("base", "best", "other", "joint", "twin")
BOUNDS = {"base": (-9, 0), "best": (0, 25), "other": (0, 12), "joint": (0, 2), "twin": (-60, 0)}


def grades(mission, path):
    """Return the grades of all pairs, shape (n_visitors, n_hosts)."""
    codes = [[c.code for c in mission.companies if c.side == side] for side in ("visitor", "host")]
    found = np.zeros([len(side) for side in codes])
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[codes[0].index(row["company"]), codes[1].index(row["counterpart"])] = float(row["grade"])
    return found


def ndcg(scores, truth, depth=10):
    """Return the mean nDCG of the rows that have any grade."""
    discounts = 1 / np.log2(np.arange(2, depth + 2))
    values = []
    for row, real in zip(scores, truth, strict=True):
        if real.any():
            gains = (2.0 ** real[np.argsort(-row, kind="stable")] - 1)[:depth]
            ideal = (2.0 ** np.sort(real)[::-1] - 1)[:depth]
            values.append((gains * discounts[: len(gains)]).sum() / (ideal * discounts[: len(ideal)]).sum())
    return float(np.mean(values))


def calibration_error(scores, truth):
    """Return the expected calibration error against grade >= 2, in ten bins of equal width."""
    good, bins = truth >= 2, np.minimum((scores * BINS).astype(int), BINS - 1)
    return float(sum(abs(scores[bins == k].sum() - good[bins == k].sum()) for k in range(BINS)) / scores.size)


def fitted(mission, taxonomy, truth, start):
    """Return the calibration of the least log loss, with a little weight decay."""
    good = truth >= 2

    def loss(values):
        curve = replace(start, **dict(zip(FITTED, values, strict=True)))
        p = np.clip(score_all(mission, taxonomy, calibration=curve).matrix.toarray(), 1e-6, 1 - 1e-6)
        return float(-np.where(good, np.log(p), np.log(1 - p)).mean() + 2e-5 * np.square(values).sum())

    first = [getattr(start, name) for name in FITTED]
    return replace(start, **dict(zip(FITTED, minimize(
        loss, first, method="Powell", bounds=[BOUNDS[n] for n in FITTED], options={"maxfev": 250, "ftol": 1e-4}
    ).x.tolist(), strict=True)))  # fmt: skip


def main(arguments):
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("mission", nargs="?", type=Path, default=HERE)
    options = parser.parse_args(arguments)
    mission, taxonomy = read_mission(options.mission).mission, load()
    truth = grades(mission, options.mission / "grades.csv")
    curves = [Calibration()]
    if options.fit:
        curves.append(fitted(mission, taxonomy, truth, curves[0]))
    for curve in curves:
        scores = score_all(mission, taxonomy, calibration=curve).matrix.toarray()
        both = (ndcg(scores, truth) + ndcg(scores.T, truth.T)) / 2
        print({name: round(value, 2) for name, value in asdict(curve).items()})
        print(f"nDCG@10 {both:.3f}  calibration error {calibration_error(scores, truth):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
