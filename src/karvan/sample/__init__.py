"""The sample mission: fictional companies and people; the demo, the docs' example, and a test."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def model_mission() -> Path:
    """Give the folder of CSV files that holds the sample mission."""
    return HERE / "model_mission"


def ready_companies() -> Path:
    """Give the CSV file of companies that are ready for the market and do not travel."""
    return HERE / "ready_companies.csv"


def accounts() -> Path:
    """Give the CSV file of the sample mission's accounts: one for each role, and one for each side's desk."""
    return HERE / "accounts.csv"
