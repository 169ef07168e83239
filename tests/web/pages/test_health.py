from __future__ import annotations


def test_problems_are_listed_with_stage_reason_and_next_try(page):
    rows = page("/health").xpath("//tbody/tr")
    first = " ".join(rows[0].text_content().split())
    for part in ("fetch", "private address", "the address is not public", "http://127.0.0.1/x", "Mar 10, 2031 11:00"):
        assert part in first
    assert "not tried again" in rows[1].text_content()
    assert rows[1].xpath(".//a") == []


def test_problems_are_counted_by_stage_and_reason(page):
    assert len(page("/health").xpath("//ul[@class='chips']/li")) == 2


def test_a_healthy_desk_says_so(empty):
    assert "No problems." in empty.get("/health").text
