from __future__ import annotations

import pytest

from web.entry import Portal


@pytest.fixture
def portal(desk):
    made = Portal(desk)
    with made.client:
        yield made


def test_the_log_is_for_admins(portal):
    assert portal.get("/audit").status_code == 303
    for name, status in (("Reader", 403), ("Editor", 403), ("Admin", 200)):
        portal.client.cookies.clear()
        portal.log_in(name)
        assert portal.get("/audit").status_code == status, name


def test_it_tells_who_did_what_with_filters_and_pages(portal):
    portal.log_in("Admin")
    portal.accounts.gate.note("", "wait", detail="<script>alert(1)</script>")
    page = portal.get("/audit").text
    assert "login" in page
    assert "&lt;script&gt;" in page
    assert "&lt;script&gt;" not in portal.get("/audit?who=Admin").text
    assert "wait" in portal.get("/audit?what=wait").text
    assert 'rel="next"' in portal.get("/audit?limit=1").text
    assert portal.get("/audit?after=x").status_code == 400


def test_words_of_editors_and_of_programs_are_in_it(portal):
    portal.log_in("Editor")
    form = portal.fields("/entities/person%3Amara-quell") | {"kind": "different", "one": "person:mara-quell", "other": "person:jon-abel"}
    assert portal.post("/judge", form).status_code == 303
    editor = portal.accounts.people.find("Editor")
    secret, _ = portal.accounts.programs.add(editor, "x", ("judge",))
    portal.client.delete("/api/judgements/1", headers={"Authorization": f"Bearer {secret}"})
    told = {(entry.what, entry.who) for entry in portal.accounts.book.audited(10)}
    assert {("judge", editor.id), ("undo", editor.id)} <= told
