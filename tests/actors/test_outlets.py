import pytest

from dragoman.actors.outlets import called, named, of_host, outlets


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("Le journal Le Monde", "lemonde.fr"),
        ("агентство «Интерфакс»", "interfax.ru"),
        ("俄罗斯卫星通讯社", "sputniknews.com"),
        ("齊魯晚報", "qlwb.com.cn"),
        ("英国《金融时报》网站", "ft.com"),
        ("法国《世界报》", "lemonde.fr"),
        ("https://www.lenta.ru/news/2024/", "lenta.ru"),
        ("Lenta.ru", "lenta.ru"),
        ("وكالة رويترز", "reuters.com"),
        ("ウォール・ストリート・ジャーナル電子版", "wsj.com"),
        ("中国《金融时报》网站", None),
        ("Some Daily", None),
        ("portal.example", None),
        ("the", None),
        ("", None),
    ],
)
def test_an_outlet_is_known_by_its_names_and_addresses(words, outlet):
    assert called(words) == outlet


def test_names_that_others_bear_are_never_certain():
    assert called("The Guardian") is None
    assert named("The Guardian") == {"theguardian.com", "guardian.ng"}
    assert named("Reuters") == {"reuters.com"}


def test_the_longest_domain_tells():
    assert of_host("www.elpais.com.uy") == "elpais.com.uy"
    assert of_host("English.ElPais.com") == "elpais.com"
    assert of_host("notelpais.com") is None
    assert of_host("com") is None


def test_an_outlet_has_its_facts():
    post = outlets()["washingtonpost.com"]
    assert (post.kind, post.country, post.names["zh"]) == ("newspaper", "US", ("华盛顿邮报",))
