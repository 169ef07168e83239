from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.brief.positions import positions
from dragoman.model.annotations import Stance
from dragoman.model.article import Article, LanguageEvidence, SourceRef
from dragoman.model.reading import Reading
from dragoman.model.spans import Evidence
from dragoman.model.story import Copy


def stance(party: str, kind: str, issue: str | None, text: str, **more: object) -> Stance:
    return Stance(party, kind, issue, text, Evidence(str(more.pop("article", "a1")), 0, len(text), text), **more)  # type: ignore[arg-type]


def reading(identity: str, *stances: Stance) -> Reading:
    article = Article(identity, f"test:{identity}", SourceRef("t", "T"), "", "", "en", LanguageEvidence("test", 1.0))
    return Reading(article=article, stances=stances)


DEMAND = stance("JP", "demand", "border", "open the border", since="2024-05-03", sure=0.7)
SAME = stance("JP", "demand", "border", "开放边境", since="2024-05-01", article="a2", sure=0.8)
REFUSAL = stance("IN", "refusal", "border", "will not open it", since="2024-05-04", article="a2")


def test_one_issue_is_one_position_in_any_language_with_its_history() -> None:
    first, second = positions([reading("a1", DEMAND), reading("a2", SAME, REFUSAL)])[::-1]
    assert (first.party, first.text, first.since) == ("JP", "开放边境", "2024-05-01")
    assert [move.text for move in first.history] == ["open the border"]
    assert len(first.evidence) == 2
    assert second.party == "IN"


def test_a_refusal_on_the_same_issue_answers_a_demand() -> None:
    demand = next(p for p in positions([reading("a1", DEMAND), reading("a2", REFUSAL)]) if p.stance == "demand")
    assert [(answer.party, answer.stance, answer.text) for answer in demand.answers] == [("IN", "refusal", "will not open it")]


def test_a_refusal_of_the_demands_of_a_party_answers_them_without_an_issue() -> None:
    plain = stance("IN", "refusal", None, "rebuffed the demands", toward="JP", answers=True)
    demand = next(p for p in positions([reading("a1", DEMAND, plain)]) if p.stance == "demand")
    assert [answer.party for answer in demand.answers] == ["IN"]


def test_a_refusal_aimed_at_somebody_else_is_no_answer() -> None:
    other = stance("IN", "refusal", "border", "will not open it to Peru", toward="PE")
    demand = next(p for p in positions([reading("a1", DEMAND, other)]) if p.stance == "demand")
    assert demand.answers == ()


def test_different_demands_of_a_party_stay_apart() -> None:
    other = stance("JP", "demand", "sanctions", "lift the sanctions")
    unknown = stance("JP", "demand", None, "return the vases")
    assert len(positions([reading("a1", DEMAND, other, unknown)])) == 3


@given(
    order=st.permutations(
        [reading("a1", DEMAND), reading("a2", SAME, REFUSAL), reading("a3", stance("PE", "offer", "border", "talks on it", article="a3"))]
    )
)
def test_positions_are_the_same_in_any_order_of_readings(order: list[Reading]) -> None:
    assert positions(order) == positions(sorted(order, key=lambda one: one.article.id))


COPY = Copy("a2", "a1", "abridged", 0.9, None)


def test_words_of_a_copy_are_those_of_its_original() -> None:
    again = stance("JP", "demand", "border", "open the border", since="2024-05-01", article="a2", sure=0.9)
    own = stance("JP", "demand", "border", "lift the ban at sea", since="2024-05-02", article="a2")
    (position,) = positions([reading("a2", again, own), reading("a1", DEMAND)], [COPY])
    assert [span.article for span in position.evidence] == ["a2", "a1"]
    assert [move.text for move in position.history] == ["open the border"]
    (alone,) = positions([reading("a2", again), reading("a1", DEMAND)], [COPY])
    assert ([span.article for span in alone.evidence], alone.history, alone.since) == (["a1"], (), "2024-05-03")


def test_history_holds_each_wording_once() -> None:
    again = stance("JP", "demand", "border", "Open the border", since="2024-05-04", article="a3")
    (position,) = positions([reading("a1", DEMAND), reading("a3", again)])
    assert position.history == ()
