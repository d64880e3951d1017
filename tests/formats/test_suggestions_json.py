import json

from hypothesis import given
from hypothesis import strategies as st

from formats.schemas import problems
from karvan.formats.suggestions_json import suggestions_data
from karvan.matching.suggestions import suggest
from karvan.mission.opportunities import CooperationRoute
from matching.companies import MISSIONS, SOME, with_texts
from mission.missions import need, offer

ROUTE = CooperationRoute.LICENSING


def test_a_suggestion_stands_with_both_companies_and_says_why_in_every_language():
    made = with_texts(
        offer("H01", "Laser", title="A laser", domains=("iot", "ai"), routes=(ROUTE,)),
        need("V01", "laser", domains=("iot", "ai"), routes=(ROUTE,)),
    )
    (found,) = suggest(made)
    data = suggestions_data(made, (found,), 10)
    reason = {
        "offer": {"company": "H01", "title": "A laser", "text": "Laser"},
        "need": {"company": "V01", "title": "", "text": "laser"},
        "because": {
            "domains": ["ai", "iot"],
            "words": ["laser"],
            "routes": ["licensing"],
            "text": {
                "en": "domains in common: ai and iot; words in common: laser; cooperation route in common: licensing",
                "fa": "حوزه مشترک: ai و iot؛ واژه‌های مشترک: laser؛ مسیر همکاری مشترک: licensing",
                "ru": "общие направления: ai и iot; общие слова: laser; общая форма сотрудничества: licensing",
            },
        },
        "score": found.reasons[0].affinity.score,
    }
    assert data == {
        "format": "karvan/suggestions",
        "version": 1,
        "suggestions": [
            {"company": "V01", "counterpart": "H01", "score": found.score, "reasons": [reason]},
            {"company": "H01", "counterpart": "V01", "score": found.score, "reasons": [reason]},
        ],
    }
    assert problems(data, "suggestions") == []


@SOME
@given(MISSIONS, st.integers(1, 3))
def test_every_company_has_its_best_first_and_no_more_than_asked_for(made, top):
    found = suggest(made)
    data = suggestions_data(made, found, top)
    assert problems(json.loads(json.dumps(data)), "suggestions") == []
    for code in made.company:
        own = [(row["counterpart"], row["score"]) for row in data["suggestions"] if row["company"] == code]
        pairs = [
            ((s.counterpart, s.company)[s.counterpart == code], s.score)
            for s in found
            if code in (s.company, s.counterpart)
        ]
        assert own == pairs[:top]
