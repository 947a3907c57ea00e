"""doccano: its import rules, written down from backend/data_import/pipeline/label.py of
https://github.com/doccano/doccano."""

import json

from article import same

FORMATS = ["doccano", "doccano-relations"]


def check(article, name, file):
    lines = file.decode("utf-8").split("\n")
    assert lines.pop() == "" and len(lines) == 1, "one line of JSON"
    made = json.loads(lines[0])
    assert made["text"] == article.text
    if name == "doccano":
        spans = [{"start_offset": start, "end_offset": end, "label": label} for start, end, label in made["label"]]
        # A project that allows no overlapping spans drops what begins before the last one ended.
        last = 0
        for span in spans:
            assert last <= span["start_offset"], span
            last = span["end_offset"]
        wanted = set(article.spans("mentions", "figures", "times"))
        assert {(span["start_offset"], span["end_offset"]) for span in spans} <= wanted
    else:
        spans = made["entities"]
        found = sorted((span["start_offset"], span["end_offset"]) for span in spans
                       if span["label"] not in ("CUE", "SOURCE", "FACT"))
        same(found, article.spans("mentions", "figures", "times", "claims"), "entity")
        ids = [span["id"] for span in spans]
        assert len(set(ids)) == len(ids)
        for relation in made["relations"]:
            assert isinstance(relation["id"], int) and relation["type"], relation
            assert relation["from_id"] in ids and relation["to_id"] in ids, relation
    for span in spans:
        assert isinstance(span["start_offset"], int) and isinstance(span["end_offset"], int), span
        assert 0 <= span["start_offset"] < span["end_offset"] <= len(article.text), span
        assert span["label"], span
