from dragoman.cluster.same import same_story

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


def test_one_happening_in_the_same_words_is_the_same_story(made):
    a, b = made("a1", "Grain corridor talks in Vienna", EN), made("a2", "Vienna hosts talks on the grain corridor", EN[90:])
    assert same_story(a, b) > 0.5 > same_story(a, made("a3", "Cup final", OTHER))


def test_the_order_of_two_readings_does_not_matter(made):
    a, b = made("a1", "T", EN, day="2023-05-02"), made("a2", "U", OTHER)
    assert same_story(a, b) == same_story(b, a)
