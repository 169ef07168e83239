def test_search_engines_are_asked_to_stay_away(client):
    answer = client.get("/robots.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "Disallow: /" in answer.text
