"""JSON-LD: `pyld` expands and compacts again without loss. Then what each vocabulary asks for."""

from pyld import jsonld

import contexts
from article import one_line, parse, same
from postil_json import utf16

FORMATS = ["w3c", "recogito", "schema-org"]
jsonld.set_document_loader(contexts.load)


def check(article, name, file):
    made = parse(file)
    for one in made if isinstance(made, list) else [made]:
        again = jsonld.compact(jsonld.expand(one), one["@context"], {"graph": "@graph" in one})
        assert plain(again) == plain(one), lost(plain(one), plain(again))
    {"w3c": standard, "recogito": recogito, "schema-org": claims}[name](article, made)


def standard(article, made):
    items = made["first"]["items"]
    assert made["total"] == len(items) and len({item["id"] for item in items}) == len(items)
    found = sorted(targets(items, lambda start, end: article.text[start:end]))
    for layer in ("mentions", "figures", "times", "claims"):
        assert set(article.spans(layer)) <= set(found), layer
    ids = {item["id"] for item in items}
    for item in items:
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            assert not isinstance(target, str) or target in ids or target.startswith(("http", "urn")), target


def recogito(article, made):
    targets(made, lambda start, end: utf16(article.text, start, end))
    for annotation in made:
        for target in listed(annotation["target"]):
            assert [one["type"] for one in target["selector"]] == ["TextQuoteSelector", "TextPositionSelector"]
    wanted = sum(1 for layer in ("mentions", "figures", "times", "claims") for _, _, spans in article.items(layer) if spans)
    assert len(made) >= wanted


def targets(items, slice_of):
    """The positions of all targets; each quotation stands where its position says."""
    for item in items:
        for target in listed(item["target"]):
            if isinstance(target, dict):
                quote, place = target["selector"]
                assert slice_of(place["start"], place["end"]) == quote["exact"], target
                yield place["start"], place["end"]


def claims(article, made):
    graph = made["@graph"]
    by_id = {one["@id"]: one for one in graph}
    assert len(by_id) == len(graph)
    [news] = [one for one in graph if one["@type"] == "NewsArticle"]
    assert news["articleBody"] == article.text
    found = [one["text"] for one in graph if one["@type"] == "Claim"]
    wanted = [" … ".join(one_line(span["exact"]) for span in item["content"])
              for _, item, _ in article.items("claims") if item["content"]]
    same(found, wanted, "claim")
    for one in graph:
        if one["@type"] == "Claim":
            assert one["appearance"]["@id"] == news["@id"]
        if one["@type"] == "ClaimReview":
            assert "reviewRating" not in one and one["creativeWorkStatus"] == "Draft"
            assert by_id[one["itemReviewed"]["@id"]]["text"] == one["claimReviewed"]


def listed(value):
    return value if isinstance(value, list) else [value]


def plain(value):
    """JSON-LD in which a list of one is its one."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return plain(value[0]) if len(value) == 1 else [plain(one) for one in value if one != []]
    return value


def lost(one, other, path=""):
    """The first place at which two values differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in one.keys() | other.keys():
            if one.get(key) != other.get(key):
                return lost(one.get(key), other.get(key), f"{path}/{key}")
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for at, pair in enumerate(zip(one, other)):
            if pair[0] != pair[1]:
                return lost(*pair, f"{path}/{at}")
    return f"{path}: {str(one)[:200]} became {str(other)[:200]}"
