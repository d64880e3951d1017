"""A few invented rows for every sheet, as the template shows them."""

from __future__ import annotations

from karvan.formats.workbook.tables import StringTables

_SETTINGS = {
    "title_en": "Technology mission to Ankara",
    "title_fa": "هیأت فناوری در آنکارا",
    "title_ru": "Технологическая миссия в Анкару",
    "start_date": "2026-05-11",
    "end_date": "2026-05-13",
    "time_zone": "Europe/Istanbul",
    "visiting_country": "KZ",
    "host_country": "TR",
    "slot_minutes": "30",
    "changeover_minutes": "5",
    "languages": "en;ru;fa",
    "max_meetings_per_company_per_day": "8",
    "min_meetings_per_company": "2",
    "body": "Joint working group on digital technologies",
    "session_number": "3",
}

EXAMPLES: StringTables = {
    "Mission": [{"key": key, "value": value} for key, value in _SETTINGS.items()],
    "Companies": [
        {
            "code": "V01",
            "side": "visitor",
            "name_en": "Steppe Sensors",
            "name_ru": "Степные датчики",
            "country": "KZ",
            "city": "Astana",
            "kind": "company",
            "size": "small",
            "languages": "ru;en",
            "website": "https://steppe-sensors.example",
            "contact_name": "Aigerim Example",
            "contact_email": "aigerim@steppe-sensors.example",
        },
        {
            "code": "H01",
            "side": "host",
            "name_en": "Bosphorus Cloud",
            "country": "TR",
            "city": "Ankara",
            "kind": "company",
            "size": "medium",
            "languages": "tr",
            "home_table": "hall/T02",
            "representatives": "2",
        },
    ],
    "Opportunities": [
        {
            "company": "V01",
            "kind": "offer",
            "text": "Soil sensors that work for three years on one battery; we look for a distributor.",
            "title": "Soil sensors",
            "domains": "agriculture; sensors",
            "routes": "distribution; joint_production",
            "stage": "on_market",
        },
        {
            "company": "H01",
            "kind": "need",
            "text": "We look for suppliers of field data for our farming service.",
            "domains": "agriculture",
            "routes": "technology_transfer",
        },
    ],
    "People": [
        {"company": "V01", "name_en": "Aigerim Example", "role": "Director", "languages": "ru;en", "travels": "yes"},
        {"company": "V01", "name_en": "Daniyar Example", "role": "Engineer", "languages": "ru", "reserve": "yes"},
    ],
    "Requests": [
        {
            "company": "V01",
            "counterpart": "H01",
            "level": "must",
            "status": "accepted",
            "message": "As agreed in March.",
        }
    ],
    "Programme": [
        {
            "date": "2026-05-11",
            "start": "10:00",
            "end": "11:00",
            "kind": "plenary",
            "title_en": "Opening",
            "venue": "hall",
            "companies": "*",
        },
        {
            "date": "2026-05-11",
            "start": "14:00",
            "end": "17:00",
            "kind": "meetings",
            "title_en": "Meetings",
            "venue": "hall",
        },
        {
            "date": "2026-05-12",
            "start": "09:00",
            "end": "12:00",
            "kind": "visit",
            "title_en": "Technology park",
            "venue": "park",
            "companies": "visitor",
            "capacity": "10",
            "choice": "yes",
        },
    ],
    "Venues": [
        {"venue": "hall", "table": "T01", "seats": "4", "title_en": "Hall, table 1"},
        {"venue": "hall", "table": "T02", "seats": "4", "title_en": "Hall, table 2"},
    ],
    "Travel": [{"from": "hall", "to": "park", "minutes": "40"}],
    "Interpreters": [{"code": "I01", "name": "Elif Example", "languages": "tr;ru", "max_minutes_per_day": "300"}],
    "Availability": [
        {"who": "I01", "date": "2026-05-11", "from": "16:00", "to": "17:00", "reason": "Another engagement"}
    ],
    "Fixed": [
        {
            "company": "V01",
            "counterpart": "H01",
            "date": "2026-05-11",
            "start": "14:00",
            "table": "hall/T02",
            "interpreter": "I01",
        }
    ],
    "Concepts": [
        {
            "code": "beehives",
            "parent": "smart_agriculture",
            "label_en": "Smart beehives",
            "label_ru": "Умные ульи",
            "synonyms_en": "hive scales; apiary monitoring",
            "synonyms_ru": "весы для ульев; мониторинг пасеки",
        }
    ],
}
"""Rows of text by sheet; they make a sound mission."""
