import pytest
from msgspec.structs import replace

from dragoman.cluster.copies.origin import agency, cost, credited, independent, later, owed_to, reason
from dragoman.model.article import Origin, PageWords
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


@pytest.mark.parametrize(
    ("credit", "host"),
    [
        ("华盛顿邮报", "washingtonpost.com"),
        ("美国《华盛顿邮报》网站", "www.washingtonpost.com"),
        ("The Washington Post", "washingtonpost.com"),
        ("washingtonpost.com", "washingtonpost.com"),
        ("《生意人报》", "kommersant.ru"),
        ("газета «Коммерсантъ»", "kommersant.ru"),
        ("Global Times", "huanqiu.com"),
        ("环球时报", "globaltimes.cn"),
        ("聯合早報", "zaobao.com.sg"),
        ("Рейтер", "reuters.com"),
        ("路透社", "cn.reuters.com"),
        ("Чайна дейли", "chinadaily.com.cn"),
        ("법국", None),
    ],
)
def test_a_credit_in_any_language_names_the_outlet(made, credit, host):
    reprint = made("a1", source="portal.example", origin=credit).article
    other = made("a2", source=host or "lemonde.fr").article
    assert credited(reprint, other) is (host is not None)
    assert not credited(other, reprint)


def test_names_that_several_bear_mean_each_of_them_but_no_namesake_is_counted(made):
    reprint = made("a1", source="portal.example", origin="世界报").article
    assert credited(reprint, made("a2", source="lemonde.fr").article)
    assert credited(reprint, made("a3", source="welt.de").article)
    assert not credited(made("a4", source="portal.example", origin="德国《世界报》").article, made("a2", source="lemonde.fr").article)
    assert not credited(made("a5", source="portal.example", origin="Washington Post").article, made("a6", source="nypost.com").article)


def test_an_outlet_that_names_itself_credits_nobody(made):
    assert not credited(made("a1", source="tass.ru", origin="ТАСС").article, made("a2", source="tass.com").article)


def test_a_link_to_the_original_is_a_credit_and_an_outlet_goes_before_its_agency(made):
    original, wire = made("a1", source="daily.example").article, made("a2", source="reuters.com").article
    words = PageWords(0, 4, "link", "data")
    linking = replace(made("a3", source="portal.example").article, origin=Origin("Original", (), words, "路透社", original.url))
    assert credited(linking, original)
    assert credited(linking, wire)
    assert (
        cost(linking, original, 1.0, False)
        < cost(linking, wire, 1.0, False)
        < cost(linking, made("a4", source="x.example").article, 1.0, False)
    )


def test_one_outlet_counts_once_under_all_its_names(made):
    readings = [
        made("a1", source="portal.example", origin="路透社"),
        made("a2", source="other.example", origin="Рейтер"),
        made("a3", source="reuters.com"),
    ]
    assert independent(readings, []).independent == 1
    assert independent([made("a1", source="bbc.com"), made("a2", source="bbc.co.uk")], []).independent == 1
