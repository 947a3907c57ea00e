"""Has every format read by its own readers: `python read.py PROGRAM`.

Each article is annotated by the program and converted to each format; the module that names the format in its `FORMATS`
checks the file. Ends with one line of counts, as `cargo test` does."""

import json
import pathlib
import subprocess
import sys
import traceback

import brat
import cas
import conll
import doccano
import hypothesis_file
import label_studio
import linked_data
import pages
import postil_json
import prodigy
import spacy_doc
import table
import texts
from article import Article

# The configuration of Label Studio is read before its tasks are.
READERS = [postil_json, pages, table, linked_data, hypothesis_file, brat, doccano, label_studio, cas, prodigy, spacy_doc, conll]
ROOT = pathlib.Path(__file__).parents[2]


def main(program):
    passed, failed, seen = 0, 0, set()
    for name, text in articles():
        article = Article(name, json.loads(run(program, ["annotate", "--date", "2025-06-11", "--insist"], text)))
        if name == texts.ACROSS_LINES:
            join(article)
        export = json.dumps(article.export, ensure_ascii=False)
        for reader in READERS:
            formats = reader.FORMATS
            for form in sorted(formats, key=lambda form: not form.endswith("-config")):
                seen.add(form)
                try:
                    reader.check(article, form, run(program, ["convert", "--format", form], export))
                    passed += 1
                except Exception:
                    print(f"FAILED {form}: {name}\n{traceback.format_exc(limit=-3)}")
                    failed += 1
    missing = formats_of(program) - seen
    if missing:
        print(f"FAILED no reader checks {', '.join(sorted(missing))}")
        failed += 1
    print(f"test result: {'FAILED' if failed else 'ok'}. {passed} passed; {failed} failed; 0 ignored")
    return failed


def join(article):
    """Lets the first claim go on to the end of the last one: a person may mark words over line ends, the core does not."""
    said = [claim for claim in article.export["claims"] if claim["content"]]
    start, end = said[0]["content"][0]["start"], said[-1]["content"][-1]["end"]
    words = article.text[start:end]
    assert "\n" in words
    place = {"start": start, "end": end, "start16": start, "end16": end}
    said[0]["content"] = [{**place, "exact": words, "prefix": "", "suffix": ""}]


def articles():
    """Ours for the purpose, the sample, and the whole articles of the tests."""
    yield from texts.ARTICLES.items()
    for path in [ROOT / "www/sample.txt", *sorted((ROOT / "tests/articles").glob("*/source.txt"))]:
        yield str(path.relative_to(ROOT)), path.read_text("utf-8")


def formats_of(program):
    """Every format of the program but the listing for the terminal."""
    text = run(program, ["convert", "--help"], "").decode("utf-8")
    section = text.split("\nFormats:\n")[1].split("\n\n")[0]
    return {line.split()[0] for line in section.splitlines() if line.startswith("  ") and line[2] != " "} - {"text"}


def run(program, arguments, words):
    done = subprocess.run([program, *arguments], input=words.encode("utf-8"), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8")
    return done.stdout


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1]) else 0)
