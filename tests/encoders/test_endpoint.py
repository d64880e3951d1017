import pytest

from encoders.server import serving
from karvan.encoders import EncoderError, Endpoint, endpoint


def test_texts_go_in_portions_and_come_back_in_their_order(monkeypatch):
    monkeypatch.setattr(endpoint, "BATCH", 2)
    with serving() as served:
        found = Endpoint(f"{served.address}#small", "secret").encode(["a", "bb", "ccc"])
    assert found.tolist() == [[1, 1], [2, 1], [3, 1]]
    assert served.asked == [{"input": ["a", "bb"], "model": "small"}, {"input": ["ccc"], "model": "small"}]
    assert served.keys == ["Bearer secret"] * 2


def test_without_a_model_and_a_key_neither_is_sent():
    with serving() as served:
        Endpoint(served.address).encode(["a"])
    assert (served.asked, served.keys) == ([{"input": ["a"]}], [None])


def row(*numbers, index=0):
    return {"index": index, "embedding": list(numbers)}


@pytest.mark.parametrize(
    "answer",
    [
        "no JSON",
        [],
        {"data": []},
        {"data": [{"index": 0}]},
        {"data": [row(1), row(2, index=1)]},
        {"data": [row("x")]},
        {"data": [row()]},
        {"data": [{"index": 0, "embedding": 1}]},
        '{"data": [{"index": 0, "embedding": [NaN]}]}',
    ],
)
def test_an_answer_that_is_not_one_row_for_each_text_is_refused(answer):
    with serving(lambda _: answer) as served, pytest.raises(EncoderError) as caught:
        Endpoint(served.address).encode(["a"])
    assert (caught.value.code, caught.value.where) == ("bad-answer", served.address)


def test_rows_of_changing_length_are_refused(monkeypatch):
    monkeypatch.setattr(endpoint, "BATCH", 1)
    with serving(lambda texts: {"data": [row(*range(len(texts[0])))]}) as served, pytest.raises(EncoderError):
        Endpoint(served.address).encode(["a", "bb"])


def test_a_redirect_is_not_followed():
    with serving() as other, serving(status=302, Location=other.address) as served:
        with pytest.raises(EncoderError, match="unreachable"):
            Endpoint(served.address).encode(["a"])
        assert (len(served.asked), other.asked) == (1, [])


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/v1", "ftp://127.0.0.1/v1", "http://[", "http://a:b/"])
def test_where_nobody_answers(address):
    with pytest.raises(EncoderError, match="unreachable"):
        Endpoint(address).encode(["a"])
