import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.matching.taxonomy import load, read_domain
from karvan.matching.text import read_tokens
from karvan.matching.understand import FAINT, understand
from karvan.matching.voices import Reading, Voice

TAXONOMY = load()
WORDS = ("drone;", "نه.", "Без", "облака,", "we", "need", "бурение", "پهپاد", "кибератак", "SIEM-система", "5G")


def ids(text, least=0.3):
    return {TAXONOMY.concepts[c].id for c, strength in understand(text, None, TAXONOMY).concepts if strength >= least}


def voice_of(text, concept):
    found = understand(text, None, TAXONOMY)
    (first, *_) = [m for m in found.mentions if TAXONOMY.concepts[m.concept].id == concept]
    return first.voice


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("سامانه ضد DDoS برای اپراتورها", "cybersecurity.anti_ddos"),
        ("Системы предотвращения вторжений для банков", "cybersecurity.ids_ips"),
        ("Prevention of network intrusion", "cybersecurity.ids_ips"),
        ("فیبرِ نوری و کابل آن", "communications_infrastructure.fiber_cable"),
        ("Датчики, измеряющие влажность верхнего слоя почвы", "smart_agriculture.soil_sensors"),
        ("A platform for block chain", "fintech.blockchain"),
    ],
)
def test_a_phrase_is_found_in_any_order_form_and_with_gaps(text, concept):
    assert concept in ids(text)


@pytest.mark.parametrize(
    ("text", "concept", "other"),
    [
        ("Облака и осадки наблюдаем лидаром", "smart_agriculture.weather", "cloud"),
        ("Облако с виртуальными серверами", "cloud", "smart_agriculture.weather"),
        ("بارش از ابر و باران", "smart_agriculture.weather", "cloud"),
        ("فضای ابر با سرور مجازی", "cloud", "smart_agriculture.weather"),
        ("Mining of ore in an open quarry", "iot_industry.mining", "data_centres.crypto_hosting"),
        ("Bitcoin mining with cheap power", "data_centres.crypto_hosting", "iot_industry.mining"),
        ("استخراج رمزارز با ماینر", "data_centres.crypto_hosting", "iot_industry.mining"),
        ("استخراج مس از معدن", "iot_industry.mining", "data_centres.crypto_hosting"),
        ("Физическая охрана завода и турникеты", "cybersecurity.video_surveillance", "cybersecurity.endpoint"),
        ("A stream of video for subscribers", "content.streaming", "smart_city.water_utility"),
        ("Торговая сеть из ста магазинов", "cooperation.retail_shelf", "communications_infrastructure.ran"),
        ("شبکه عصبی برای تصویر", "ai", "energy.smart_grid"),
    ],
)
def test_one_word_in_two_senses_is_told_apart_by_its_context(text, concept, other):
    found = ids(text)
    assert concept in found
    assert other not in found


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("С облачными вычислениями наша работа не связана.", "cloud"),
        ("We have nothing to do with blockchain.", "fintech.blockchain"),
        ("کار ما به بلاکچین ربطی ندارد.", "fintech.blockchain"),
        ("Works without blockchain", "fintech.blockchain"),
        ("Шкафы без виртуальных машин", "cloud.iaas"),
        ("راهکاری بدون بلاکچین", "fintech.blockchain"),
    ],
)
def test_what_is_disclaimed_or_excluded_is_not_meant(text, concept):
    assert concept not in ids(text, FAINT)


def test_only_the_clause_that_disclaims_is_passed_over():
    found = ids("We build drones, blockchain is nothing to do with us")
    assert "space.uav" in found
    assert "fintech.blockchain" not in found


@pytest.mark.parametrize(
    ("text", "concept", "voice"),
    [
        ("We need a firewall", "cybersecurity.firewall", Voice.SOUGHT),
        ("We offer a firewall", "cybersecurity.firewall", Voice.GIVEN),
        ("We seek dealers for our firewall", "cybersecurity.firewall", Voice.OWN),
        ("Ищем партнёра для продажи нашей системы вибродиагностики", "iot_industry.predictive_maintenance", Voice.OWN),
        ("پهپاد می‌خواهیم", "space.uav", Voice.SOUGHT),
        ("پهپاد تولید می‌کنیم", "space.uav", Voice.GIVEN),
        ("برای پهپادهای خود گیرنده می‌خواهیم", "space.uav", Voice.OWN),
        ("Firewall", "cybersecurity.firewall", Voice.PLAIN),
        ("Firewall for banks, and we need dealers", "cybersecurity.firewall", Voice.PLAIN),
    ],
)
def test_who_speaks_how(text, concept, voice):
    assert voice_of(text, concept) is voice


def test_a_sentence_without_cues_bars_nothing():
    tokens = read_tokens("Firewall")
    assert Reading.of("Firewall", 0, tokens).barred == ()


@given(
    st.lists(
        st.sampled_from(
            ["drone;", "نه.", "Без", "облака,", "we", "need", "бурение", "پهپاد", "кибератак", "SIEM-система", "5G"]
        ),
        max_size=9,
    )
)
def test_mentions_stand_in_the_text_and_strengths_are_shares(words):
    text = " ".join(words)
    found = understand(text, None, TAXONOMY)
    assert all(0 <= m.start < m.end <= len(text) and 0 < m.strength <= 1 for m in found.mentions)
    assert all(FAINT <= strength <= 1 for _, strength in found.concepts)
    strengths = [strength for _, strength in found.concepts]
    assert strengths == sorted(strengths, reverse=True)
    assert {c for c, _ in found.concepts} <= {m.concept for m in found.mentions}


def test_nothing_is_found_in_nothing():
    found = understand("… — 2025!", "en", TAXONOMY)
    assert (found.concepts, found.mentions, found.stems) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("Дизельное топливо, IT-отдел и IP-адреса", "smart_city.traffic"),
        ("IP addresses of our office", "cybersecurity.ids_ips"),
        ("We water the plants", "smart_agriculture.irrigation"),
        ("Personal data of people", "ai.recommender"),
    ],
)
def test_a_common_word_is_no_abbreviation_and_no_derived_word(text, strange):
    assert strange not in ids(text)


def test_abbreviations_count_in_capitals_with_their_endings():
    assert "cybersecurity.ids_ips" in ids("Внедряем IPS-сенсоры и IDS")
    assert "data_centres" in ids("охлаждение для ЦОДов", 0.2)


def test_a_phrase_in_part_stays_within_its_clause():
    part = read_domain(
        "pearls", {"en": "Pearls", "fa": "مروارید", "ru": "Жемчуг", "bed": {"en": "giant oyster bed survey"}}
    )
    more = TAXONOMY.extended(part)

    def found(text):
        return more.index["pearls.bed"] in dict(understand(text, "en", more).concepts)

    assert found("the giant oyster bed")
    assert found("a survey: giant oyster bed")
    assert max(m.strength for m in understand("the giant oyster bed", "en", more).mentions) > 0.4
    assert all(m.strength < 0.4 for m in understand("giant oyster, and a bed", "en", more).mentions)


def test_a_phrase_that_says_one_meaning_twice_needs_it_twice():
    assert "identity_egov.traceability" in ids("Track and trace of goods")
    assert "identity_egov.traceability" not in ids("Трекеры для машин", 0.6)


def test_words_of_asking_remind_of_nobody():
    assert "cooperation.investor" not in ids("Looking for pumps", 0.1) | ids("Ищем насосы", 0.1)


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("Sensors for our excavators, and lamps", "excavator"),
        ("Датчики для экскаваторов; лампы", "экскаваторов"),
        ("حسگر برای بیل مکانیکی، لامپ", "بیل مکانیکی"),
    ],
)
def test_what_stands_behind_for_says_what_a_thing_is_for(text, aim):
    found = understand(text, None, TAXONOMY)
    place = text.index(aim)
    assert set() < found.purposes < set(found.stems)
    assert all(m.is_purpose == (place <= m.start < place + len(aim)) for m in found.mentions)
    assert understand(aim, None, TAXONOMY).purposes == frozenset()
