"""The language of a text by its script and letters."""

import pytest

from karvan.languages.detect import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Soil sensors for farms", "en"),
        ("Датчики почвы (IoT)", "ru"),
        ("حسگرهای خاک برای کشاورزی", "fa"),
        ("نرم‌افزار ERP و CRM", "fa"),
        ("شركت ايراني براي توليد", "fa"),
        ("الماس", "fa"),
        ("الکترونیک قدرت", "fa"),
        ("شركة التقنية المتقدمة في الرياض", "ar"),
        ("نبحث عن شركاء في مجال الزراعة", "ar"),
        ("Café für Bücher", "en"),
        ("传感器", ""),
        ("Ελληνικά", ""),
        ("12345 !?", ""),
        ("", ""),
    ],
)
def test_languages_are_told_apart(text, language):
    assert detect_language(text) == language
