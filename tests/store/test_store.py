import pytest

from dragoman.ports import Store
from dragoman.search.index import Index
from dragoman.store import STORES


@pytest.mark.parametrize("name", sorted(STORES))
def test_every_store_answers_the_port(name, tmp_path):
    options = {"path": str(tmp_path)} if name == "sqlite" else {}
    assert isinstance(STORES.make(name, words=Index(), **options), Store)
