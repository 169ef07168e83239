from dragoman.cluster.copies import copies, credited, independent

EN = (
    "Ministers of five countries met in Vienna on Monday to reopen the grain corridor across the Black Sea before the harvest begins. "
    "The talks had been put off twice since March because the ports could not agree on inspections. Shipping companies said insurance "
    "prices would fall at once if a date were named. A second meeting is planned for June in Istanbul, where the wording of the "
    "safety clause is to be settled. Farmers in the south of the region have stored more wheat than in any year since the war began."
)
ZH = (
    "五国部长周一在维也纳举行会议，讨论在收获季节开始之前重新开放黑海粮食走廊。由于港口方面未能就检查办法达成一致，会谈自三月以来已两次推迟。"
    "航运公司表示，只要确定日期，保险价格就会立即下降。第二次会议计划六月在伊斯坦布尔举行，届时将敲定安全条款的措辞。该地区南部农民储存的小麦超过历年。"
)
OTHER = (
    "The national team won the football cup final on penalties after a goalless evening at the old stadium by the river, and the city "
    "danced until the morning. The coach, who had been criticised all spring, said that luck had at last paid back its debts to him."
)


def test_a_cut_text_is_abridged_and_points_to_the_whole(made):
    whole, cut = made("a1", "T", EN, day="2023-05-02", source="a.example"), made("a2", "T", EN[:260], day="2023-05-03", source="b.example")
    (copy,) = copies([cut, whole])
    assert (copy.article, copy.of, copy.kind, copy.outlet) == ("a2", "a1", "abridged", "a")
    assert copy.similarity > 0.9
    assert copy.evidence[0].feature == "earliest copy seen"


def test_a_framed_text_is_extended(made):
    whole, framed = made("a1", "T", EN, day="2023-05-02"), made("a2", "T", EN + " " + OTHER, day="2023-05-03")
    assert [copy.kind for copy in copies([whole, framed])] == ["extended"]


def test_traditional_and_simplified_are_one_text(made):
    traditional = ZH.replace("国", "國").replace("会", "會").replace("粮", "糧").replace("开", "開")
    (copy,) = copies([made("a1", "T", ZH, "zh", day="2023-05-02"), made("a2", "T", traditional, "zh", day="2023-05-03")])
    assert (copy.article, copy.kind) == ("a2", "exact")


def test_a_credit_says_who_copied_even_against_the_dates(made):
    reprint = made("a1", "T", EN, day="2023-05-01", source="portal.example", origin="daily")
    original = made("a2", "T", EN, day="2023-05-02", source="daily.example")
    (copy,) = copies([reprint, original])
    assert (copy.article, copy.of) == ("a1", "a2")
    assert copy.evidence[0].feature == "credit"
    assert credited(reprint.article, original.article)
    assert not credited(original.article, reprint.article)


def test_without_credit_or_date_the_longer_text_is_the_original(made):
    (copy,) = copies([made("a1", "T", EN[:300]), made("a2", "T", EN)])
    assert (copy.article, copy.of, copy.evidence[0].feature) == ("a1", "a2", "length")


def test_independent_texts_are_no_copies(made):
    assert copies([made("a1", "T", EN), made("a2", "T", OTHER), made("a3", "T", ZH, "zh")]) == ()


def test_no_circle_is_made_of_several_copies(made):
    readings = [made(f"a{n}", "T", EN[: 560 - n], day="2023-05-02", source=f"{n}.example") for n in range(6)]
    found = copies(readings)
    assert len(found) == 5
    assert len({copy.article for copy in found}) == 5
    assert independent(readings, found).independent == 1


def test_a_reprint_and_a_second_text_of_one_outlet_count_once(made):
    readings = [
        made("a1", "T", EN, day="2023-05-02", source="a.example"),
        made("a2", "T", EN, day="2023-05-03", source="b.example"),
        made("a3", "U", OTHER, day="2023-05-03", source="a.example"),
        made("a4", "V", ZH, "zh", day="2023-05-03", source="c.example"),
    ]
    found = independent(readings, copies(readings))
    assert (found.articles, found.outlets, found.independent) == (4, 3, 2)


def test_an_outlet_that_reprints_still_counts_for_its_own_text(made):
    readings = [
        made("a1", "T", EN, day="2023-05-02", source="a.example"),
        made("a2", "T", EN, day="2023-05-03", source="b.example"),
        made("a3", "U", OTHER, day="2023-05-03", source="b.example"),
    ]
    assert independent(readings, copies(readings)).independent == 2


def test_texts_that_credit_one_outlet_count_once_though_it_is_not_held(made):
    readings = [made("a1", "T", EN, source="a.example", origin="Wire"), made("a2", "U", OTHER, source="b.example", origin="wire")]
    assert independent(readings, ()).independent == 1
