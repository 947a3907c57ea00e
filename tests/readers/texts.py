"""Articles for the checks beside those of the project: what is likely to break a writer. Our own words."""

ACROSS_LINES = "line ends within a quotation"

ARTICLES = {
    "empty": "",
    "blank lines": "\n\n \n",
    "no names": "It rained.",
    "an emoji before every span": (
        "\U0001f389 Ada Quill of Lyme said on 3 July 2026 that \U0001f6e2\ufe0f sales rose 8% to $3.4bn.\n\n"
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 “We \U0001f44d agree,” Quill said. \U0001f1ec\U0001f1e7 The Bank of Lyme paid €20m, or about £17m.\n"
    ),
    "a span at offset 0": "Ada Quill left the Bank of Lyme on Monday. Quill said it cost her $2 million.",
    "in pieces and one over another": (
        "Bridge to close\n\n“We have waited,” Mayor Ada Quill said on Tuesday, “and we will not wait for 90 days more.” "
        "The mayor's office in Lyme, the Lyme Harbour Council's seat, said that Tom Reyes had told it that “nobody” paid "
        "the $4.2 million (about €3.9 million), between 15% and 20% more than in 2024.\n"
    ),
    ACROSS_LINES: (
        "Ada Quill wrote on Friday:\n“We paid $5 million\nand got nothing,\nnot even a ferry to Lyme.”\n\n"
        "\tTom Reyes said: “That is\u2028wrong by 3%\u2029and he knows it.”\n"
    ),
    "hostile to tables": (
        '=HYPERLINK("http://example.org","Lyme") Ltd paid Ada Quill $5m, she said on Monday.\n\n'
        '+44 20 7946 0000 is the number of the Bank of "Lyme, North", the bank said. @adaquill said -5% was “wrong, '
        'very ""wrong""”.\n\n-3 degrees were measured in Lyme on 2 May 2025, said Tom Reyes.\n'
    ),
    "hostile to markup": (
        "<script>alert(1)</script> & Sons of Lyme lose $4m\n\nAda <b>Quill</b> said on Monday: “</mark></body> costs 5% "
        "&amp; *more* than _that_ [link](javascript:x) `code` # not a head.”\n\n1. Tom Reyes]]> said \\ 3 <!-- people --> "
        "left Lyme; 20 < 30 > 10 & x.\n\n- The Bank of Lyme told ~~nobody~~ that | it | paid €7 million.\n"
    ),
    "odd characters": (
        "A\u0301da Qui\u0301ll said\u00a0on Monday that\u200b the Bank of Lyme\u2019s profit rose\x1f 8%\x0b to \u20ac3\u202fmillion.\n\n"
        "\u202eTom Reyes\u202c said \x85 it was \U00010348 \u00bd of that, on 3\u00a0July 2026.\n"
    ),
    "a long list": "\n".join(f"Ada Quill said on {day} May 2025 that it cost ${day} million, {day}% more." for day in range(1, 31)),
}
