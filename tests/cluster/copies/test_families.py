from dragoman.cluster.copies.families import beside, found

FIRST = "Ministers of five countries met in Vienna on Monday to reopen the grain corridor across the Black Sea before the harvest begins. "
SECOND = "The talks had been put off twice since March because the ports could not agree on inspections and on who should pay for them. "
THIRD = "Shipping companies said insurance prices would fall at once if a date were named, which nobody in the hall was ready to do today. "
FOURTH = "Farmers in the south of the region have stored more wheat than in any year since the war began, and barns are full to the roof. "
OTHER = "The national team won the football cup final on penalties after a goalless evening at the old stadium by the river, again. "


def test_a_chain_of_copies_is_kept(made):
    texts = [FIRST + SECOND + THIRD + FOURTH, FIRST + SECOND + THIRD + OTHER, FIRST + SECOND + OTHER]
    readings = [made(f"a{n}", "T", text, day=f"2023-05-0{n + 1}", source=f"{n}.example") for n, text in enumerate(texts)]
    copies, _ = found(readings)
    assert {(copy.article, copy.of) for copy in copies} == {("a1", "a0"), ("a2", "a1")}


def test_verdicts_handed_in_again_save_the_work_and_change_nothing(made):
    readings = [made(f"a{n}", "T", FIRST + SECOND + THIRD[: 40 * n], day=f"2023-05-0{n + 1}") for n in range(3)]
    first, verdicts = found(readings)
    again, same = found(readings[::-1], known=verdicts)
    assert (again, set(same)) == (first, set(verdicts))


def test_a_card_says_what_a_copy_left_out(made):
    whole, cut = made("a1", "T", FIRST + SECOND + THIRD, day="2023-05-01"), made("a2", "T", FIRST + THIRD, day="2023-05-02")
    ((copy,), _) = found([whole, cut])
    assert [whole.article.text[one.start : one.end] for one in copy.cuts] == [SECOND.strip(" .")]


def test_two_readings_tell_which_is_the_copy(made):
    whole, cut = made("a1", "T", FIRST + SECOND + THIRD), made("a2", "T", FIRST + SECOND)
    assert beside(whole, cut)[1] == "a2"
    assert beside(whole, made("a3", "T", OTHER)) == (beside(made("a3", "T", OTHER), whole)[0], "")


def test_a_shared_quotation_is_shown_and_is_no_copy(made):
    said = '"We have waited for this day for thirty years, and we shall not let it pass because of one single clause," she said. '
    ((pair,), _) = found([made("a1", "T", FIRST + SECOND + THIRD + said), made("a2", "T", OTHER + FOURTH + OTHER[4:60] + ". " + said)])
    assert pair.kind == "quoting"
    assert "thirty years" in (FIRST + SECOND + THIRD + said)[pair.aligned[0].start : pair.aligned[0].end]
