"""An article as the readers' checks see it: the export, and what every format has to give back of it."""

import json
import re


class Article:
    """An export with its text; spans count code points, as Python does."""

    def __init__(self, name, export):
        self.name = name
        self.export = export
        self.text = export["document"]["text"]

    def items(self, *layers):
        """The items of some layers that nobody rejected: the layer, the item, its spans."""
        for layer in layers:
            for item in self.export[layer]:
                if item["status"] != "rejected":
                    yield layer, item, spans(layer, item)

    def spans(self, *layers):
        """All spans of some layers as (start, end), sorted."""
        return sorted((span["start"], span["end"]) for _, _, found in self.items(*layers) for span in found)

    def label(self, layer, item):
        """The label that tools are given."""
        return item.get("label") or {"claims": "CLAIM", "facts": "FACT", "mentions": "CONTACT"}[layer]


def spans(layer, item):
    """Where an item stands."""
    if layer == "claims":
        return item["content"] or ([item["cue"]["span"]] if item["cue"] else [])
    if layer == "facts":
        return item["predicate"]["spans"] if item["predicate"] else []
    return [item["span"]]


def same(found, wanted, what):
    """Fails with the first difference."""
    found, wanted = list(found), list(wanted)
    for at, (one, other) in enumerate(zip(found, wanted)):
        assert one == other, f"{what} {at}: {one!r} and not {other!r}"
    assert len(found) == len(wanted), f"{what}: {len(found)} and not {len(wanted)}"


def one_line(words):
    """White space folded, as Rust has it: the four separators of ASCII are none."""
    return " ".join(filter(None, re.split(r"[^\S\x1c-\x1f]+", words)))


def parse(file):
    """The JSON of a file."""
    return json.loads(file.decode("utf-8"))
