"""CSV: Python's `csv`. Rows are as long as the first; what was guarded says so, and quotes the text without its mark."""

import csv
import io

from article import same

FORMATS = ["csv", "worksheet-csv"]


def check(article, name, file):
    text = file.decode("utf-8")
    assert not text.startswith("\ufeff") and "\r\n" not in text
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1, "rows of one length"
    if name == "worksheet-csv":
        assert rows[0] == ["Claim", "Who", "Quote", "Why it is worth checking", "What would settle it", "Notes"]
        for claim, who, quote, why, settles, notes in rows[1:]:
            assert claim and who and quote and why and settles and not notes
        return
    rows = [dict(zip(rows[0], row)) for row in rows[1:]]
    for row in rows:
        guarded = row["guarded"].split()
        for column, cell in row.items():
            if column in guarded:
                assert cell.startswith("'"), row
                row[column] = cell = cell[1:]
            elif cell[:1] in "=+-@" and cell:
                float(cell)
        start, end = int(row["start"]), int(row["end"])
        assert article.text[start:end] == row["exact"], row
    for layer in ("mentions", "figures", "times", "claims"):
        found = sorted((int(row["start"]), int(row["end"])) for row in rows if row["layer"] == layer[:-1])
        same(found, article.spans(layer), f"row of {layer}")
    by_id = {row["id"]: row for row in rows}
    for figure in article.export["figures"]:
        row = by_id[figure["id"]]
        assert row["value"] == (figure.get("value") or ""), row
        assert row["low"] == ((figure.get("range") or {}).get("low") or ""), row
        assert row["high"] == ((figure.get("range") or {}).get("high") or ""), row
        assert row["also_value"] == ((figure.get("also") or {}).get("value") or ""), row
        assert row["currency_assumed"] == str(figure.get("currencyAssumed", "")).lower(), row
    for fact in article.export["facts"]:
        if fact["id"] in by_id:
            assert by_id[fact["id"]]["text"] == fact["text"], fact
