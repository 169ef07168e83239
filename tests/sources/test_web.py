"""An address is looked at to learn whether it is a feed or a page."""

from dragoman.fetch.recorded import RecordedFetcher
from dragoman.model.problem import Problem
from dragoman.model.source import Lead, Source
from dragoman.sources.web import Web

ATOM = b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='https://n.example/2'/></entry></feed>"


def discover(url: str, pages: dict[str, bytes]) -> list[Lead | Problem]:
    return list(Web().discover(Source("s", "web", url), RecordedFetcher(pages)))


def test_a_page_is_its_own_lead() -> None:
    (lead,) = discover("https://n.example/1", {"https://n.example/1": b"<html><body><p>words of a page</p></body></html>"})
    assert isinstance(lead, Lead)
    assert lead.url == "https://n.example/1"


def test_a_feed_gives_its_articles() -> None:
    assert [found.url for found in discover("https://n.example/feed", {"https://n.example/feed": ATOM})] == ["https://n.example/2"]


def test_an_address_that_fails_is_a_problem_of_fetching() -> None:
    (problem,) = discover("https://gone.example/", {})
    assert isinstance(problem, Problem)
    assert (problem.stage, problem.reason) == ("fetch", "status")


def test_only_web_addresses_are_accepted() -> None:
    assert Web().accepts("HTTPS://n.example/")
    assert not Web().accepts("n.example.html")
