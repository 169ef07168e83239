from dragoman.providers.embed.none import NoVectors


def test_every_text_gets_an_empty_vector():
    assert NoVectors().embed(["a", "b"]) == [(), ()]
