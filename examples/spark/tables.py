"""What of an export goes into which table: a column, and where its value is."""

TABLES = {
    "mentions": {
        "id": "id", "kind": "kind", "label": "label", "form": "form", "entity": "entity", "name": "@entity",
        "exact": "span.exact", "start": "span.start:int", "end": "span.end:int", "confidence": "confidence",
    },
    "figures": {
        "id": "id", "kind": "kind", "value": "value", "low": "range.low", "high": "range.high", "unit": "unit",
        "unit_name": "unitName", "approx": "approx", "measures": "measures.what", "of": "measures.of", "claim": "claim",
        "exact": "span.exact", "start": "span.start:int", "end": "span.end:int", "confidence": "confidence",
    },
    "times": {
        "id": "id", "kind": "kind", "from": "interval.from", "to": "interval.to", "value": "timex3.value", "grain": "grain",
        "exact": "span.exact", "start": "span.start:int", "end": "span.end:int", "confidence": "confidence",
    },
    "claims": {
        "id": "id", "mode": "mode", "cue": "cue.lemma", "class": "cue.class", "source": "source.span.exact",
        "entity": "source.entity", "name": "@source.entity", "polarity": "polarity", "checkworthy": "checkworthy.score:int",
        "exact": "content.0.exact", "start": "content.0.start:int", "end": "content.0.end:int", "confidence": "confidence",
    },
    "facts": {
        "id": "id", "kind": "kind", "text": "text", "subject": "subject.entity", "name": "@subject.entity",
        "predicate": "predicate.lemma", "type": "predicate.type", "standing": "standing", "polarity": "polarity",
        "claim": "claim", "time": "time", "salience": "salience.score:int", "confidence": "confidence",
    },
}
"""Of each list of an export, the columns of its table. A path leads to a value, `:int` says that it is a number, and
`@path` is the name of the entity whose id the path leads to."""


def schema(table):
    """The columns of a table, as Spark declares them."""
    columns = (f"`{column}` {'int' if path.endswith(':int') else 'string'}" for column, path in TABLES[table].items())
    return ", ".join(["article string", "day date", *columns])


def rows(export, table):
    """The rows of a table that an export gives, each as a list of values in the order of the columns."""
    names = {entity["id"]: entity["name"] for entity in export["entities"]}
    for item in export[table]:
        yield [_value(item, path, names) for path in TABLES[table].values()]


def _value(item, path, names):
    if path.startswith("@"):
        return names.get(_value(item, path[1:], names))
    value = item
    for step in path.removesuffix(":int").split("."):
        if isinstance(value, list):
            value = value[int(step)] if int(step) < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value
