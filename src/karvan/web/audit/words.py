"""Every action that the trail knows: each has words, ``audit-<action>``, in every language."""

from __future__ import annotations

ACTIONS = (
    "mission-created", "mission-imported", "mission-copied", "phase-set", "programme-released", "member-invited",
    "member-added", "member-removed", "invitation-withdrawn", "acting-begun", "administrator-added",
    "clearance-decided", "clearance-rule-set", "released-uncleared",
    "logistics-changed", "logistics-exported", "person-erased",
    "call-changed", "questions-changed", "readiness-changed", "application-assessed", "application-decided",
    "letter-sent", "letter-text-changed", "letter-text-restored", "applications-exported",
    "letters-prepared", "letters-queued", "letter-held", "letter-brought-back", "programme-seen", "feed-renewed",
    "feed-withdrawn",
    "draft-created", "company-added", "company-changed", "company-standing", "opportunity-added", "opportunity-changed",
    "opportunity-removed", "person-added", "person-changed", "person-removed", "request-made", "request-withdrawn",
    "request-accepted", "request-declined", "request-rules-set", "avoid-made", "avoid-lifted",
    "block-added", "block-changed", "block-removed", "block-brought-back", "running-order-set",
    "tables-added", "table-changed", "table-removed", "ways-set", "interpreter-added", "interpreter-changed",
    "interpreter-removed", "absence-added", "absence-removed", "rules-set",
    "suggestions-refreshed", "match-decided", "companies-exported", "workbook-brought-in", "workbook-taken",
    "concept-added", "concept-changed", "concept-removed", "text-address-set",
    "deadlines-set", "requests-extended", "requests-extension-taken-back", "company-reminded",
    "availability-given", "availability-taken-back", "visit-taken", "visit-left", "visits-refused",
    "visits-refused-no-more",
)  # fmt: skip
"""In the order of the filter. An action that is not here cannot be recorded."""
