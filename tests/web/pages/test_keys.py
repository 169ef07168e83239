from __future__ import annotations

from dragoman.web import keys


def test_every_key_is_on_the_page_in_the_reader_s_language(page):
    for language, words in (("en", "next, previous line of a list"), ("zh-Hans", "列表的下一条、上一条")):
        tree = page("/keys", language)
        assert {node.text for node in tree.xpath("//kbd")} == {key for pressed, _ in keys.SHEET for key in pressed} | {
            "g",
            *(key for key, _, _ in keys.GO),
        }
        assert words in tree.xpath("string(//main)")


def test_every_other_page_has_the_sheet_at_hand(page):
    assert len(page("/stories").xpath("//dialog[@id='keys-sheet']//kbd")) == len(page("/keys").xpath("//kbd"))
    assert not page("/keys").xpath("//dialog")
