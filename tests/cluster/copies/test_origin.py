import pytest

from dragoman.cluster.copies.origin import agency, cost, independent, later, owed_to, reason
from dragoman.model.story import Copy


def test_dates_tell_where_they_do_not_overlap(made):
    one, other = made("a1", day="2023-05-02").article, made("a2", day="2023-05-03").article
    month = made("a3", value="2023-05", precision="month").article
    assert (later(other, one), later(one, other), later(one, month), later(one, made("a4").article)) == (True, False, None, None)


def test_a_credit_outweighs_a_date(made):
    reprint = made("a1", day="2023-05-01", source="portal.example", origin="daily").article
    credited = made("a2", day="2023-05-02", source="daily.example").article
    assert cost(reprint, credited, 1.0, False) < cost(credited, reprint, 1.0, False)
    assert reason(reprint, credited).feature == "credit"


@pytest.mark.parametrize("day", [None, "2023-05-02"])
def test_what_came_first_is_never_called_the_original(made, day):
    why = reason(made("a1", day="2023-05-03").article, made("a2", day=day).article)
    assert why.feature == ("earliest copy seen" if day else "length")
    assert "original" not in why.detail


def test_a_text_is_owed_to_whom_a_page_credits(made):
    plain, reprint = made("a1", source="daily.example").article, made("a2", source="portal.example", origin="Wire").article
    assert owed_to(reprint, plain) == "Wire"
    assert owed_to(plain, plain) == "daily"
    assert agency(plain, reprint) is None


def test_who_quotes_does_not_merge(made):
    readings = [made("a1", source="a.example"), made("a2", source="b.example")]
    assert independent(readings, [Copy("a1", "a2", "quoting", 0.2, None)]).independent == 2
    assert independent(readings, [Copy("a1", "a2", "translated", 0.9, None)]).independent == 1
