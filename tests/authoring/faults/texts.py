"""Faults of the texts. Numbers that look real are put together here, so that none stands in this file."""

from tests.authoring.faults.sown import Edit, Fault, one

NOUGHTS = "0" * 8
IDENTITY = "110101" + "19900101" + "0015"
CARD = "4111" + "1" * 12
LETTER = (
    "  letter:\n    at: {at}\n    to: petition_lead\n    text:\n"
    "      en: We have come on foot from three streets and have waited since six, we have brought the agreement and"
    " every receipt of the seven months with us, and all that we would like to know is who decides.\n"
    "      zh: 我们从三条街走来，六点就等着了，协议和七个月的收据都带着，只想知道谁说了算，什么时候能有答复。\n"
)
URGENT = "".join(
    f"  alarm_{number}: {{at: 90m, urgent: true, to: commander, text: {{en: Alarm., zh: 报警。}}}}\n"
    for number in (1, 2, 3)
)


def said(words: str) -> tuple[Edit, Edit]:
    """Words put into a Chinese text of each file."""
    return ("zh: 有人在喊口号。", f"zh: 有人在喊口号，{words}。"), (
        "我又数人又守门顾不过来",
        f"我又数人又守门顾不过来，{words}",
    )


TEXTS: tuple[Fault, ...] = (
    one(
        "W401",
        "a translation that is missing",
        ("task: {en: Greet them, zh: 先打招呼}", "task: {en: Greet them}"),
        ("task: {en: First report upward, zh: 首报}", "task: {en: First report upward}"),
    ),
    one(
        "W501",
        "a question that closes before it is read",
        ("time_limit: 5m", "time_limit: 30s"),
        ("    time_limit: 10m\n    if_silent: guard_decides", "    time_limit: 1m\n    if_silent: guard_decides"),
    ),
    one(
        "W502",
        "three urgent messages within a minute",
        ("  chant:\n", URGENT + "  chant:\n"),
        ("  faint:\n", URGENT + "  faint:\n"),
    ),
    Fault(
        "W503",
        "more to read than time",
        (("length: 4h\n", "length: 4h\npace: 60x\n"), ("  chant:\n", LETTER.format(at="2m") + "  chant:\n")),
        (
            (
                "  faint:\n",
                "".join(LETTER.format(at="61m").replace("letter:", f"letter_{number}:") for number in (1, 2, 3))
                + "  faint:\n",
            ),
        ),
    ),
    one(
        "W504",
        "a translation that says far less",
        (
            "en: Eighty-six residents have come.",
            "en: Eighty-six residents have come and wait in the hall for an answer since the early morning hours"
            " and since then nobody has come to them.",
        ),
        (
            "zh: 86名搬迁居民因七个月过渡费未到账来到市联合接待大厅。"
            "清早读懂苗头的人，到八点四十面对的就是一件小一些的事。",
            "zh: 有人来访。",
        ),
    ),
    one(
        "W505",
        "a name in braces that one language lacks",
        ("en: They chant., zh", 'en: "{residents.people} chant.", zh'),
        ("en: mean tension, zh", 'en: "mean tension of {residents.people}", zh'),
    ),
    Fault("W506", "an identity number", *((edit,) for edit in said(f"证号{IDENTITY}"))),
    Fault("W506", "a mobile number", *((edit,) for edit in said(f"电话138{NOUGHTS}"))),
    Fault("W506", "a mobile number in full-width figures", *((edit,) for edit in said("电话１３９" + "０" * 8))),
    Fault("W506", "a telephone number", *((edit,) for edit in said(f"座机010-6{NOUGHTS[:7]}"))),
    Fault("W506", "a bank card's number", *((edit,) for edit in said(f"卡号{CARD}"))),
    Fault("W506", "a car's plate", *((edit,) for edit in said("车牌沪A" + "1" * 5))),
    Fault("W506", "a passport's number", *((edit,) for edit in said("护照E" + NOUGHTS))),
    Fault("W506", "an e-mail address", *((edit,) for edit in said("邮箱rent@city" + ".gov.cn"))),
    Fault("W506", "an address on the net", *((edit,) for edit in said("网址www.rent" + "hall.cn"))),
    Fault("W506", "an account's name", *((edit,) for edit in said("微信：rent" + "hall7"))),
    one(
        "W507",
        "a word that labels people",
        ("en: Eighty-six residents", "en: Eighty-six troublemakers"),
        ("relocated residents come", "relocated troublemakers come"),
    ),
    one(
        "W507",
        "a word that labels people, in Chinese",
        ("zh: 来了八十六名居民", "zh: 来了八十六个刁民"),
        ("zh: 86名搬迁居民因", "zh: 86名刁民因"),
    ),
    one(
        "W508",
        "a labelling word in somebody's mouth",
        ("zh: 又有九十人", "zh: 又有九十个“刁民”"),
        ("我妈八十了，", "我妈八十了，她可不是刁民，"),
    ),
    one(
        "W509",
        "a text in the wrong language",
        ("zh: 大门被堵。", "zh: The gate is blocked."),
        ("zh: 平均未被接待人数", "zh: people waiting on the average"),
    ),
)
