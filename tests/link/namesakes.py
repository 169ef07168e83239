"""Stories with people who are easily taken for each other, and plain ones, for the tests of merging."""

from __future__ import annotations

# Each story: language to rows of (person, name, role, party). Names of one person should be one entity, of two never.
APART = {
    "brothers": {
        "en": [(1, "Igor Malyshko", "coach", None), (2, "Victor Malyshko", None, None)],
        "ru": [(1, "Игорь Малышко", "тренер", None), (2, "Виктор Малышко", None, None)],
        "zh": [(1, "伊戈尔·马雷什科", None, None), (2, "维克多·马雷什科", None, None)],
    },
    "brothers, each in another language": {
        "en": [(1, "Igor Malyshko", "businessman", "UA")],
        "ru": [(2, "Виктор Малышко", "бизнесмен", "UA")],
        "zh": [(3, "马雷什科", None, "UA")],
    },
    "a couple": {
        "en": [(1, "Anna Ivanova", "teacher", "RU"), (2, "Sergei Ivanov", "engineer", "RU")],
        "ru": [(1, "Анна Иванова", None, "RU"), (2, "Сергей Иванов", None, "RU")],
        "zh": [(1, "安娜·伊万诺娃", "教师", "RU"), (2, "谢尔盖·伊万诺夫", "工程师", "RU")],
    },
    "a couple by surname, he in one language and she in another": {
        "en": [(1, "Ivanov", "lawyer", "RU")],
        "ru": [(2, "Иванова", "адвокат", "RU")],
        "zh": [(2, "伊万诺娃", "律师", "RU")],
    },
    "a man and a woman of one given name": {
        "en": [(1, "Sasha Petrov", "lawyer", None)],
        "ru": [(2, "Саша Петрова", "адвокат", None)],
        "zh": [(2, "萨沙·彼得罗娃", "律师", None)],
    },
    "namesakes of two countries": {
        "en": [(1, "Marko Jovanović", "minister", "RS")],
        "ru": [(2, "Марко Йованович", "министр", "ME")],
        "zh": [(1, "马尔科·约万诺维奇", "部长", "RS")],
    },
    "Li Wei and Li Wen": {
        "en": [(1, "Li Wei", "engineer", "CN"), (2, "Li Wen", None, "CN")],
        "ru": [(1, "Ли Вэй", None, "CN")],
        "zh": [(1, "李伟", None, "CN"), (2, "李雯", "教授", "CN")],
    },
    "Li Wei in one language, Li Wen in another": {
        "en": [(1, "Li Wei", "engineer", "CN")],
        "ru": [(2, "Ли Вэнь", "инженер", "CN")],
        "zh": [(3, "李薇薇", "工程师", "CN")],
    },
    "Kim and Kim": {
        "en": [(1, "Kim Sung-min", "analyst", "KR"), (2, "Kim Jae-hoon", "professor", "KR")],
        "ru": [(2, "Ким Чжэ Хун", "профессор", "KR"), (1, "Ким Сон Мин", None, "KR")],
        "zh": [(4, "金美京", "分析师", "KR")],
    },
    "Kim by surname": {"en": [(1, "Kim", None, "KR")], "ru": [(2, "Ким", None, "KR")], "zh": [(3, "金某", None, "KR")]},
    "Wang and Wang": {
        "en": [(1, "Wang Lijun", "official", "CN")],
        "ru": [(2, "Ван Лицзюань", "чиновник", "CN")],
        "zh": [(3, "王立新", "官员", "CN"), (2, "王丽娟", None, "CN")],
    },
    "father and son, one by surname": {
        "en": [(1, "Georges Haddad", "banker", "LB"), (2, "Karim Haddad", None, "LB")],
        "ru": [(3, "Хаддад", None, "LB")],
        "zh": [(1, "乔治·哈达德", "银行家", "LB")],
    },
    "initials": {
        "en": [(1, "I. Petrenko", "deputy", "UA"), (2, "V. Petrenko", "deputy", "UA")],
        "ru": [(1, "Иван Петренко", "депутат", "UA")],
        "zh": [(2, "瓦西里·彼得连科", "议员", "UA")],
    },
    "a surname in one language only": {
        "en": [(1, "Thomas Becker", "spokesman", "DE")],
        "ru": [(2, "Андреас Беккер", "пресс-секретарь", "DE")],
        "zh": [(3, "贝克尔", None, None)],
    },
    "names that sound alike, each in one language": {
        "en": [(1, "Marina Petrova", "nurse", "RU"), (2, "Alan Morris", None, "GB")],
        "ru": [(3, "Мария Петрова", "учительница", "RU"), (4, "Элен Морис", None, "FR")],
        "zh": [(5, "阿兰·莫罗", None, "FR")],
    },
    "one given name, two surnames": {
        "en": [(1, "Miguel Santos", None, "PT"), (2, "Miguel Sanchez", None, "ES")],
        "ru": [(2, "Мигель Санчес", None, "ES")],
        "zh": [(1, "米格尔·桑托斯", None, "PT")],
    },
    "names that were cut": {
        "en": [(1, "Tarek Abdel-Latif", "official", None), (2, "Joan Ben", None, None)],
        "ru": [(3, "Абдель", None, None), (4, "Тарек Фахми", "чиновник", None)],
        "zh": [(5, "约阿", None, None), (6, "塔里克", None, None)],
    },
}

PLAIN = {
    "a bare surname with its office": {
        "en": [(1, "Alemu Gebre", "mayor", None), (2, "Jan Novák", "judge", "CZ")],
        "zh": [(1, "格布雷", "市长", None), (2, "扬·诺瓦克", "法官", "CZ")],
        "ru": [(1, "Алему Гебре", "мэр", None), (2, "Новак", "судья", "CZ")],
    },
    "whole names without offices": {
        "en": [(1, "Nurlan Ashimov", None, None), (2, "Gulnara Toktogulova", None, None), (3, "Lars Olafsen", None, None)],
        "ru": [(1, "Нурлан Ашимов", None, None), (2, "Гульнара Токтогулова", None, None), (3, "Ларс Олафсен", None, None)],
        "zh": [(1, "努尔兰·阿希莫夫", None, None), (2, "古丽娜拉·托克托戈洛娃", None, None), (3, "拉尔斯·奥拉夫森", None, None)],
    },
    "offices in other words": {
        "en": [(1, "Eleni Stavrou", "negotiator", "GR"), (2, "Omar Khalfan", "envoy", "SD")],
        "ru": [(1, "Элени Ставру", "переговорщица", "GR"), (2, "Омар Хальфан", "глава делегации", "SD")],
        "zh": [(1, "埃莱尼·斯塔夫罗", "代表", "GR"), (2, "奥马尔·哈尔凡", "首席谈判代表", "SD")],
    },
    "a Chinese name by its reading": {"en": [(1, "He Zhigang", None, None)], "zh": [(1, "何志刚", "官员", "CN")]},
}
