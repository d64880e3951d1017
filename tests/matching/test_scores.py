from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from karvan.matching import features, profiles
from karvan.matching import scores as room
from karvan.matching.affinity import affinity_of
from karvan.matching.features import matrix, unit
from karvan.matching.profiles import Weights, complements, word_weights
from karvan.matching.scores import score_all
from karvan.matching.taxonomy import load
from karvan.mission.companies import CompanySize
from karvan.mission.opportunities import OpportunityKind, Stage
from karvan.mission.requests import RequestLevel, RequestStatus
from matching.companies import MISSIONS, SOME, many_hosts, swapped, with_texts
from mission.missions import need, offer, request

TAXONOMY = load()


def score(*rows, **given):
    """Return the score of V01 and H01; 0 where nothing ties them."""
    return {(a, b): s for a, b, s in score_all(with_texts(*rows, **given), TAXONOMY).pairs()}.get(("V01", "H01"), 0.0)


FIREWALL = "Межсетевые экраны нового поколения"
WANTED = "نیازمند دیوار آتش برای شبکه بانک هستیم"


def test_an_offer_answers_a_need_in_another_script():
    assert score(offer("V01", FIREWALL), need("H01", WANTED)) > 0.6
    assert score(offer("V01", "Детекторы одиночных фотонов"), need("H01", WANTED)) < 0.05


def test_two_vendors_of_one_thing_are_competitors():
    assert score(offer("V01", FIREWALL), offer("H01", FIREWALL)) == 0.0
    rivals = score(offer("V01", FIREWALL), need("H01", "Ищем дистрибьюторов нашей линейки межсетевых экранов"))
    assert rivals < 0.2 < score(offer("V01", FIREWALL), need("H01", "Ищем поставщика межсетевых экранов"))


def test_two_who_sell_the_same_and_seek_the_same_are_of_one_trade():
    seeks = "Тепловизоры для охраны периметра"
    tie = offer("V01", FIREWALL), need("H01", f"{seeks} и межсетевые экраны"), need("V01", seeks)
    assert score(*tie, offer("H01", FIREWALL)) < 0.3 < score(*tie, offer("H01", "Капельный полив"))


def test_what_a_need_is_for_is_not_sought_by_whoever_makes_it():
    chips = offer("V01", FIREWALL), need("H01", "Нужны процессоры для межсетевых экранов")
    assert score(*chips, offer("H01", FIREWALL)) < score(*chips, offer("H01", "Капельный полив"))


@pytest.mark.parametrize("pairs", [1, 10])
def test_likeness_of_pairs_is_that_of_the_whole_product_compiled_or_not(monkeypatch, pairs):
    monkeypatch.setattr(features, "SAMPLED", 5)
    rng = np.random.default_rng(pairs)
    ours, theirs = (
        sparse.csr_array(sparse.random_array((9, 30), density=0.3, rng=rng, dtype=np.float32)) for _ in "ab"
    )
    for part in (ours, theirs):
        part.sort_indices()
    rows, columns = rng.integers(0, 9, pairs), rng.integers(0, 9, pairs)
    found = features.likeness(ours, theirs, rows, columns)
    np.testing.assert_allclose(found, (ours @ theirs.T).toarray()[rows, columns], rtol=1e-5)


def test_both_ways_are_worth_more_than_one():
    there = offer("V01", FIREWALL), need("H01", WANTED)
    back = offer("H01", "Drones for surveying"), need("V01", "به پهپاد نیاز داریم")
    assert score(*there, *back) > score(*there)


def test_a_wish_counts_by_its_level_and_status_and_avoid_does_not():
    rows = offer("V01", FIREWALL), need("H01", "Информационная безопасность предприятия")

    def wished(level, status):
        return score(*rows, requests=(request("H01", "V01", level, status=status),))

    plain = score(*rows)
    assert wished(RequestLevel.MUST, RequestStatus.ACCEPTED) > wished(RequestLevel.WANT, RequestStatus.ACCEPTED)
    assert wished(RequestLevel.WANT, RequestStatus.ACCEPTED) > wished(RequestLevel.WANT, RequestStatus.PENDING) > plain
    assert wished(RequestLevel.WANT, RequestStatus.DECLINED) < plain
    assert wished(RequestLevel.WANT, RequestStatus.EXPIRED) == plain
    assert wished(RequestLevel.AVOID, RequestStatus.ACCEPTED) == plain


def test_the_stronger_of_two_wishes_counts():
    rows = offer("V01", FIREWALL), need("H01", "Информационная безопасность предприятия")
    must = request("V01", "H01", RequestLevel.MUST)
    declined = request("H01", "V01", RequestLevel.WANT, status=RequestStatus.DECLINED)
    assert score(*rows, requests=(must, declined)) == score(*rows, requests=(must,))


def test_stage_and_size_count_a_little():
    rows = offer("V01", FIREWALL), need("H01", WANTED), offer("H01", "Drones")
    ready = [replace(row, stage=Stage.ON_MARKET) for row in rows]
    early = [replace(row, stage=Stage.CONCEPT) for row in rows]
    assert score(*early) < score(*ready)
    made = with_texts(*rows)
    sizes = {"V01": CompanySize.MICRO, "H01": CompanySize.LARGE}
    uneven = tuple(replace(c, size=sizes.get(c.code)) for c in made.companies)
    even = tuple(replace(c, size=CompanySize.LARGE) for c in made.companies)
    assert score(*rows, companies=uneven) < score(*rows, companies=even)


@SOME
@given(MISSIONS)
def test_the_matrix_is_made_of_the_affinities_that_reasons_show(made):
    found = score_all(made, TAXONOMY)
    read = found.profiles
    for visitor, host, _ in found.pairs():
        best = max(
            affinity_of(a.index, b.index, read).score
            for a in read.statements
            for b in read.statements
            if (a.row.kind, b.row.kind) == (OpportunityKind.OFFER, OpportunityKind.NEED)
            and {a.row.company, b.row.company} == {visitor, host}
        )
        at = found.visitors.codes.index(visitor), found.hosts.codes.index(host)
        there = room.flow(found.visitors.offers, found.hosts.needs)[at]
        back = room.flow(found.visitors.needs, found.hosts.offers)[at]
        assert max(there, back) == pytest.approx(best, abs=1e-5)


@SOME
@given(MISSIONS)
def test_scores_are_chances_and_the_order_of_companies_changes_nothing(made):
    found = {(a, b): s for a, b, s in score_all(made, TAXONOMY).pairs()}
    assert all(0 < s < 1 for s in found.values())
    again = {(a, b): s for a, b, s in score_all(swapped(made), TAXONOMY).pairs()}
    assert again == pytest.approx(found, abs=1e-6)


def test_top_keeps_the_best_of_every_company_of_either_side(monkeypatch):
    words = ["firewall", "drones", "blockchain", "hospital software", "solar panels", "RFID tags"]
    rows = [need(f"H{n:02}", f"We need {word}") for n, word in enumerate(words, 1)]
    made = many_hosts(offer("V01", "; ".join(words[:4])), offer("V02", words[0]), *rows, hosts=6)
    made = replace(made, companies=(*made.companies, replace(made.companies[0], code="V02")))
    whole, best = score_all(made, TAXONOMY), score_all(made, TAXONOMY, top=2)
    monkeypatch.setattr(room, "CHUNK_CELLS", 6)
    with ThreadPoolExecutor(2) as threads:
        in_chunks = score_all(made, TAXONOMY, top=2, executor=threads)
    assert (best.matrix != in_chunks.matrix).nnz == 0
    kept = {(a, b) for a, b, _ in best.pairs()}
    ranked = sorted(whole.pairs(), key=lambda pair: -pair[2])
    for code in (*best.visitors.codes, *best.hosts.codes):
        own = [(a, b) for a, b, _ in ranked if code in (a, b)][:2]
        assert set(own) <= kept


def test_a_mission_without_one_side_has_no_scores():
    made = with_texts(offer("V01", "drones"))
    alone = replace(made, companies=made.companies[:1])
    assert list(score_all(alone, TAXONOMY).pairs()) == []
    nobody = replace(made, companies=(), opportunities=())
    assert score_all(nobody, TAXONOMY, top=3).matrix.shape == (0, 0)


@pytest.mark.parametrize("part", Weights.parts())
def test_each_part_can_be_switched_off(part):
    weights = Weights().without(part)
    assert getattr(weights, part) == 0.0
    rows = offer("V01", FIREWALL, domains=("cyber",)), need("H01", WANTED, domains=("cyber",))
    found = list(score_all(with_texts(*rows), TAXONOMY, weights=weights).pairs())
    assert found
    if part in {"concepts", "domains"}:
        assert found[0][2] < score(*rows)


def test_complements_work_both_ways():
    links = complements(TAXONOMY, 0.2).toarray()
    a, b = TAXONOMY.index["cybersecurity.siem"], TAXONOMY.index["cybersecurity.soc"]
    assert (links[a, b], links[b, a], links[a, a]) == pytest.approx((0.2, 0.2, 1.0))


@given(st.lists(st.dictionaries(st.integers(0, 5), st.floats(0.125, 4, width=32), max_size=4), max_size=5))
def test_unit_rows_have_length_one_or_none(rows):
    lengths = np.linalg.norm(unit(matrix(rows, 6)).toarray(), axis=1)
    assert lengths.tolist() == pytest.approx([1.0 if row else 0.0 for row in rows])


def test_rare_words_are_telling():
    found = score_all(with_texts(offer("V01", "drone alpha"), offer("V02", "drone beta")), TAXONOMY)
    weights = word_weights(found.profiles.statements)
    assert weights["alpha"] > weights["drone"]


def test_processes_read_what_one_reads_alone(monkeypatch):
    rows = [offer("V01", f"Firewall number {n} for banks") for n in range(5)] + [need("H01", WANTED)]
    made = with_texts(*rows)
    alone = profiles.read_statements(made, TAXONOMY)
    monkeypatch.setattr(profiles, "PORTION", 2)
    with ProcessPoolExecutor(2) as readers:
        assert profiles.read_statements(made, TAXONOMY, readers) == alone
