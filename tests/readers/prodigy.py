"""Prodigy: the shape that https://prodi.gy/docs/api-interfaces documents (it is not open), and spaCy's reading of the
tokens: they give the text again, and every span lies on their edges."""

import json

from spacy.tokens import Doc, Span

from article import same
from spacy_doc import BLANK

FORMATS = ["prodigy"]


def check(article, _, file):
    lines = file.decode("utf-8").split("\n")
    assert lines.pop() == "" and len(lines) == 1, "one line of JSON"
    task = json.loads(lines[0])
    assert task["text"] == article.text
    tokens = task["tokens"]
    assert [token["id"] for token in tokens] == list(range(len(tokens)))
    doc = Doc(BLANK.vocab, words=[token["text"] for token in tokens], spaces=[token["ws"] for token in tokens])
    assert doc.text == article.text
    for token, made in zip(tokens, doc):
        assert (token["start"], token["end"]) == (made.idx, made.idx + len(made)), token
    for span in task["spans"]:
        fits(doc, span)
    found = sorted((span["start"], span["end"]) for span in task["spans"] if span["label"] not in ("CUE", "SOURCE", "FACT"))
    same(found, article.spans("mentions", "figures", "times", "claims"), "span")
    for relation in task["relations"]:
        assert relation["label"]
        for end in ("head", "child"):
            fits(doc, relation[f"{end}_span"])
            assert relation[end] == relation[f"{end}_span"]["token_end"], relation


def fits(doc, span):
    """`token_end` is inclusive."""
    made = Span(doc, span["token_start"], span["token_end"] + 1, label=span["label"])
    assert (made.start_char, made.end_char) == (span["start"], span["end"]), span
