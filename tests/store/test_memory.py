from dragoman.model.query import Query
from dragoman.search.index import Index
from dragoman.store.memory import Memory


def test_a_desk_in_memory_holds_and_finds_what_is_saved(made, story):
    store = Memory(words=Index())
    assert store.save("ask", "d", made(1), (story(made(1)),)) == "new"
    assert [hit.title for hit in store.search(Query(text="Vienna")).items] == ["Grain talks"]
    assert store.check() == []


def test_two_desks_in_memory_do_not_share(made):
    one, two = Memory(words=Index()), Memory(words=Index())
    one.save("ask", "d", made(1), ())
    assert list(two.readings()) == []
