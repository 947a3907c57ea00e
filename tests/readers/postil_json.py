"""postil/1: its own schema (JSON Schema 2020-12, by `jsonschema`)."""

import json
import pathlib

import jsonschema

from article import parse

FORMATS = ["json"]
SCHEMA = json.loads((pathlib.Path(__file__).parents[2] / "www/schema/postil-1.json").read_text("utf-8"))


def check(article, _, file):
    export = parse(file)
    jsonschema.Draft202012Validator(SCHEMA).validate(export)
    for layer in ("mentions", "figures", "times", "claims"):
        for _, item, spans in article.items(layer):
            for span in spans:
                assert article.text[span["start"] : span["end"]] == span["exact"], item["id"]
                assert utf16(article.text, span["start16"], span["end16"]) == span["exact"], item["id"]


    # What these articles are for is in them.
    starts = [start for start, _ in article.spans("mentions", "figures", "times", "claims")]
    pieces = [spans for _, _, spans in article.items("claims")]
    if article.name == "a span at offset 0":
        assert 0 in starts
    if article.name == "in pieces and one over another":
        assert any(len(spans) > 1 for spans in pieces)


def utf16(text, start, end):
    """The words between two UTF-16 units."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
