import json

from hypothesis import given
from hypothesis import strategies as st

from formats.schemas import problems
from karvan.formats.suggestions_json import suggestions_data
from karvan.languages import LANGUAGES, say
from karvan.languages.bidi import strip_isolates
from karvan.matching.suggestions import suggest
from karvan.matching.taxonomy import load
from karvan.mission.opportunities import CooperationRoute
from matching.companies import MISSIONS, SOME, with_texts
from mission.missions import need, offer

ROUTE = CooperationRoute.LICENSING
TAXONOMY = load()
LASERS, LASER = (TAXONOMY.concepts[TAXONOMY.index[c]].labels for c in ("quantum.lasers", "things.laser_thing"))


def test_a_suggestion_stands_with_both_companies_and_says_why_in_every_language():
    made = with_texts(
        offer("H01", "Laser", title="A laser", domains=("iot", "ai"), routes=(ROUTE,)),
        need("V01", "laser", domains=("iot", "ai"), routes=(ROUTE,)),
    )
    (found,) = suggest(made, taxonomy=TAXONOMY)
    data = suggestions_data(made, (found,), 10, TAXONOMY)
    strengths = [tie.strength for tie in found.reasons[0].affinity.concepts]
    against = [
        {
            "kind": "one_way",
            "text": {lang: strip_isolates(say(lang, "against-one-way")) for lang in LANGUAGES},
        },
        {
            "kind": "no_language",
            "text": {lang: strip_isolates(say(lang, "against-no-language")) for lang in LANGUAGES},
        },
    ]
    reason = {
        "offer": {"company": "H01", "title": "A laser", "text": "Laser"},
        "need": {"company": "V01", "title": "", "text": "laser"},
        "because": {
            "concepts": [
                {"id": "quantum.lasers", "labels": LASERS, "strength": strengths[0], "offer": "laser", "need": "laser"},
                {
                    "id": "things.laser_thing",
                    "labels": LASER,
                    "strength": strengths[1],
                    "offer": "laser",
                    "need": "laser",
                },
            ],
            "domains": ["ai", "iot"],
            "words": ["laser"],
            "meanings": [],
            "routes": ["licensing"],
            "text": {
                "en": "both speak of: Laser and laser; domains in common: Artificial intelligence and iot; "
                "words in common: laser; cooperation route in common: licensing",
                "fa": "هر دو از این سخن می‌گویند: لیزر و لیزر؛ حوزه مشترک: هوش مصنوعی و iot؛ واژه‌های مشترک: laser؛ "
                "مسیر همکاری مشترک: واگذاری لیسانس",
                "ru": "в обоих текстах речь идёт об одном: Лазер и лазер; "
                "общие направления: Искусственный интеллект и iot; "
                "общие слова: laser; общая форма сотрудничества: лицензирование",
            },
        },
        "score": found.reasons[0].affinity.score,
    }
    assert data == {
        "format": "karvan/suggestions",
        "version": 1,
        "suggestions": [
            {"company": "V01", "counterpart": "H01", "score": found.score, "reasons": [reason], "against": against},
            {"company": "H01", "counterpart": "V01", "score": found.score, "reasons": [reason], "against": against},
        ],
    }
    assert problems(data, "suggestions") == []


@SOME
@given(MISSIONS, st.integers(1, 3))
def test_every_company_has_its_best_first_and_no_more_than_asked_for(made, top):
    found = suggest(made, taxonomy=TAXONOMY)
    data = suggestions_data(made, found, top, TAXONOMY)
    assert problems(json.loads(json.dumps(data)), "suggestions") == []
    for code in made.company:
        own = [(row["counterpart"], row["score"]) for row in data["suggestions"] if row["company"] == code]
        pairs = [
            ((s.counterpart, s.company)[s.counterpart == code], s.score)
            for s in found
            if code in (s.company, s.counterpart)
        ]
        assert own == pairs[:top]
