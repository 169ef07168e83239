from dragoman.model.identity import Identities


def test_an_id_that_stands_alone_stands_for_itself() -> None:
    known = Identities({"a": "a", "b": "a"}, {"a": ("a", "b")})
    assert (known.of("b"), known.all_of("b")) == ("a", ("a", "b"))
    assert (known.of("c"), known.all_of("c")) == ("c", ("c",))
