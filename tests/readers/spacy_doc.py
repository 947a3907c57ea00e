"""spaCy: `Doc.from_json` with a blank pipeline. No span may be refused, none dropped."""

import spacy
from spacy.tokens import Doc

from article import parse, same

FORMATS = ["spacy"]
BLANK = spacy.blank("en")


def check(article, _, file):
    made = parse(file)
    doc = Doc(BLANK.vocab).from_json(made, validate=True)
    assert doc.text == article.text
    same([(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents],
         [(ent["start"], ent["end"], ent["label"]) for ent in made["ents"]], "entity")
    for layer in ("mentions", "figures", "times", "claims", "facts"):
        found = {}
        for span in doc.spans[layer]:
            found.setdefault(span.kb_id_, []).append((span.start_char, span.end_char))
        for _, item, spans in article.items(layer):
            wanted = [(span["start"], span["end"]) for span in spans]
            assert not wanted or found[item["id"]] == wanted, (item["id"], found[item["id"]], wanted)
    # Every name, figure and time is an entity, or stands over one.
    covered = {at for ent in doc.ents for at in range(ent.start_char, ent.end_char)}
    for start, end in article.spans("mentions", "figures", "times"):
        assert covered.intersection(range(start, end)), (start, end)
    sentences = [(sentence["span"]["start"], sentence["span"]["end"]) for sentence in article.export["document"]["sentences"]]
    starts = {sent.start_char for sent in doc.sents} if sentences else set()
    assert {start for start, _ in sentences} <= starts, "a sentence is missing"
    # What spaCy writes again, it reads again.
    again = Doc(BLANK.vocab).from_json(doc.to_json())
    same([ent.text for ent in again.ents], [ent.text for ent in doc.ents], "entity again")
