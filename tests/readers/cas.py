"""INCEpTION: UIMA CAS JSON, by `dkpro-cassis`, which turns UTF-16 units into code points."""

import cassis

from article import same

FORMATS = ["inception"]
NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"


def check(article, _, file):
    cas = cassis.load_cas_from_json(file.decode("utf-8"))
    assert cas.sofa_string == article.text
    found = sorted((one.begin, one.end, one.value) for one in cas.select(NAMED_ENTITY))
    wanted = sorted((span["start"], span["end"], article.label(layer, item))
                    for layer, item, spans in article.items("mentions", "figures", "times") for span in spans)
    same(found, wanted, "named entity")
    marks = cas.select("webanno.custom.Postil")
    for layer in ("mentions", "figures", "times", "claims"):
        found = sorted((one.begin, one.end) for one in marks if one.layer == layer[:-1])
        same(found, article.spans(layer), f"mark of {layer}")
    for link in cas.select("webanno.custom.PostilLink"):
        assert link.Governor is not None and link.Dependent is not None, link
        assert (link.begin, link.end) == (link.Dependent.begin, link.Dependent.end), link
    for token in cas.select(TOKEN):
        words = token.get_covered_text()
        assert words and not any(c.isspace() for c in words), repr(words)
    assert len(cas.select(SENTENCE)) == len(article.export["document"]["sentences"])
