"""CoNLL-2002: spaCy's converter reads it, and finds the names that we know."""

from spacy.training.converters import conll_ner_to_docs

from article import same

FORMATS = ["conll"]
TYPES = {"person": "PER", "organisation": "ORG", "place": "LOC"}


def check(article, _, file):
    text = file.decode("utf-8")
    sentences = [sentence.split("\n") for sentence in text.rstrip("\n").split("\n\n")] if text.strip() else []
    for sentence in sentences:
        before = "O"
        for line in sentence:
            token, tag = line.split(" ")
            assert token and (tag == "O" or tag[:2] in ("B-", "I-") and tag[2:] in ("PER", "ORG", "LOC", "MISC")), line
            assert not tag.startswith("I-") or before[2:] == tag[2:], f"{line} begins no name"
            before = tag
    assert len(sentences) == len(article.export["document"]["sentences"])
    words = "".join(line.split(" ")[0] for sentence in sentences for line in sentence)
    inside = (article.text[one["span"]["start"] : one["span"]["end"]] for one in article.export["document"]["sentences"])
    assert words == "".join("".join(piece.split()) for piece in inside)
    docs = conll_ner_to_docs(text, n_sents=1, no_print=True) if sentences else []
    found = [("".join(ent.text.split()), ent.label_) for doc in docs for ent in doc.ents]
    same(found, names(article), "name")


def names(article):
    """The names of the article in order; one within another has no tags of its own."""
    end = 0
    mentions = [item for _, item, _ in article.items("mentions") if item["form"] not in ("nominal", "pronoun")]
    for item in sorted(mentions, key=lambda item: (item["span"]["start"], -item["span"]["end"])):
        if item["span"]["start"] >= end:
            end = item["span"]["end"]
            yield "".join(item["span"]["exact"].split()), TYPES.get(item["kind"], "MISC")
