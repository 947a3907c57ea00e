"""Hypothesis: what its sidebar reads of an imported file, written down from src/sidebar/helpers/import.ts and
src/types/api.ts of https://github.com/hypothesis/client. Positions count UTF-16 units."""

from article import parse
from postil_json import utf16

FORMATS = ["hypothesis"]


def check(article, _, file):
    made = parse(file)
    assert isinstance(made["annotations"], list)
    assert {"export_date", "export_userid", "client_version"} <= made.keys()
    found = set()
    for annotation in made["annotations"]:
        assert isinstance(annotation["text"], str) and isinstance(annotation["uri"], str) and annotation["uri"]
        assert all(isinstance(tag, str) for tag in annotation["tags"])
        assert isinstance(annotation["document"]["title"], list)
        [target] = annotation["target"]
        selectors = {one["type"]: one for one in target["selector"]}
        quote, place = selectors["TextQuoteSelector"], selectors["TextPositionSelector"]
        assert utf16(article.text, place["start"], place["end"]) == quote["exact"], annotation
        found.add(quote["exact"])
    assert len({annotation["id"] for annotation in made["annotations"]}) == len(made["annotations"])
    for layer in ("mentions", "figures", "times", "claims"):
        for _, item, spans in article.items(layer):
            assert all(span["exact"] in found for span in spans), item["id"]
