"""brat: the rules of its standoff format, written down from
https://brat.nlplab.org/standoff.html and server/src/annotation.py of https://github.com/nlplab/brat."""

import io
import re
import zipfile

from article import same

FORMATS = ["brat"]
NAME = re.compile(r"[A-Za-z0-9_-]+")


def check(article, _, file):
    archive = zipfile.ZipFile(io.BytesIO(file))
    assert archive.testzip() is None
    assert archive.namelist() == ["article.txt", "article.ann", "annotation.conf"], archive.namelist()
    text = archive.read("article.txt").decode("utf-8")
    assert text == article.text
    configuration = sections(archive.read("annotation.conf").decode("utf-8"))
    # As brat reads it: lines end in "\n", nothing else does.
    standoff = archive.read("article.ann").decode("utf-8")
    assert len(standoff.splitlines()) == standoff.count("\n"), "a line end within a line"
    marks, ids = {}, set()
    for line in standoff.split("\n")[:-1]:
        name, rest = line.split("\t", 1)
        assert name not in ids, f"two lines are {name}"
        ids.add(name)
        {"T": mark, "R": relation, "A": attribute, "#": note}[name[0]](text, configuration, marks, name, rest)
    found = sorted((label, "".join(words.split())) for label, _, words in marks.values())
    wanted = sorted((article.label(layer, item), "".join("".join(span["exact"].split()) for span in spans))
                    for layer, item, spans in article.items("mentions", "figures", "times", "claims"))
    parts = {"CUE", "SOURCE", "FACT"}
    same([one for one in found if one[0] not in parts], wanted, "mark")


def mark(text, configuration, marks, name, rest):
    """`T1<TAB>TYPE start end;start end<TAB>words`: the words are the pieces' own, joined by a space."""
    assert re.fullmatch(r"T\d+", name)
    place, words = rest.split("\t")
    label, offsets = place.split(" ", 1)
    assert label in configuration["entities"], label
    pieces = [tuple(map(int, piece.split(" "))) for piece in offsets.split(";")]
    last = 0
    for start, end in pieces:
        assert last <= start < end <= len(text), pieces
        assert "\n" not in text[start:end], text[start:end]
        last = end
    assert words == " ".join(text[start:end] for start, end in pieces), (words, pieces)
    marks[name] = (label, pieces, words)


def relation(_, configuration, marks, name, rest):
    match = re.fullmatch(r"(\S+) Arg1:(T\d+) Arg2:(T\d+)", rest)
    assert re.fullmatch(r"R\d+", name) and match, rest
    kind, first, second = match.groups()
    assert kind in configuration["relations"] and NAME.fullmatch(kind), kind
    assert first in marks and second in marks, rest


def attribute(_, configuration, marks, name, rest):
    kind, target, value = rest.split(" ")
    assert re.fullmatch(r"A\d+", name) and target in marks, rest
    assert kind in configuration["attributes"] and NAME.fullmatch(kind), kind
    assert value in configuration["attributes"][kind].split("Value:")[1].split("|"), rest


def note(_, __, marks, name, rest):
    kind, words = rest.split("\t")
    assert re.fullmatch(r"#\d+", name) and kind.split(" ")[0] == "AnnotatorNotes" and kind.split(" ")[1] in marks, rest
    assert words == words.strip(), words


def sections(configuration):
    """The lines of each section by their first word."""
    found, name = {}, None
    for line in filter(None, configuration.split("\n")):
        if line.startswith("["):
            name = line.strip("[]")
            found[name] = {}
        else:
            word, _, rest = line.partition("\t")
            assert NAME.fullmatch(word), line
            found[name][word] = rest
    assert set(found) == {"entities", "relations", "events", "attributes"}, set(found)
    return found
