"""Has Spark annotate an archive, and compares with the program's own answers: `python test.py PROGRAM`.

The articles are made by the grammar of `tests/news`. `--cost` annotates 1,000, 2,000 and 4,000 and prints how long that
takes. Ends with one line of counts, as `cargo test` does."""

import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback

HERE = pathlib.Path(__file__).parent
GRAMMAR = HERE.parents[1] / "tests/news/grammar.txt"
# Whoever runs a task imports these by name.
os.environ["PYTHONPATH"] = os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")])
os.environ["PYSPARK_PYTHON"] = sys.executable
sys.path.insert(0, str(HERE))

from reader import Reader  # noqa: E402
from tables import TABLES, rows  # noqa: E402

ARTICLES = 2000
BAD = {
    30: "not json", 231: '{"id":"no-text"}', 777: '{"id":"number","text":7}', 1200: '{"id":"cut","text":"It rai',
    1500: "[]", 1999: '{"id":"lone","text":"\\ud800"}',
}


def main(program, cost):
    program = str(pathlib.Path(program).resolve())
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.master("local[2]").appName("postil tests").config("spark.ui.enabled", "false")
    spark = spark.config("spark.sql.shuffle.partitions", "2").config("spark.driver.host", "127.0.0.1").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    with tempfile.TemporaryDirectory() as folder:
        if cost:
            return measure(spark, program, pathlib.Path(folder))
        failed = 0
        tests = [a_line_that_kills, an_archive_with_a_killed_child, parquet_in]
        for test in tests:
            try:
                test(spark, program, pathlib.Path(folder))
                print(f"test {test.__name__} ... ok")
            except Exception:
                failed += 1
                print(f"test {test.__name__} ... FAILED\n{traceback.format_exc(limit=-4)}")
    print(f"test result: {'FAILED' if failed else 'ok'}. {len(tests) - failed} passed; {failed} failed; 0 ignored")
    return failed


def a_line_that_kills(_spark, _program, folder):
    """A line that kills every child costs its own article; whoever is killed from outside costs none."""
    fake = folder / "fake"
    fake.write_text(
        f"#!{sys.executable}\n"
        "import os, pathlib, sys\n"
        f"once = pathlib.Path({str(folder / 'once')!r})\n"
        "for line in sys.stdin:\n"
        "    if 'poison' in line: os._exit(9)\n"
        "    if '\"77\"' in line and not once.exists():\n"
        "        once.touch()\n"
        "        sys.stdout.write(line[:5])\n"
        "        sys.stdout.flush()\n"
        "        os._exit(9)\n"
        "    print(line.strip(), flush=True)\n"
    )
    fake.chmod(0o700)
    lines = [json.dumps({"id": str(number), "text": "poison" if number in (5, 130) else "It rained."}) for number in range(200)]
    reader = Reader(str(fake))
    answers = list(reader.answers(lines))
    reader.close()
    assert [answer["id"] for answer in answers] == [str(number) for number in range(200)]
    assert [answer["id"] for answer in answers if "error" in answer] == ["5", "130"]
    assert reader.deaths == 7, reader.deaths


def an_archive_with_a_killed_child(spark, program, folder):
    """What Spark writes is what the program says, though a child is killed on the way and some lines are no articles."""
    import annotate

    lines = [BAD.get(number) or line(number) for number in range(ARTICLES)]
    archive = folder / "archive.jsonl"
    archive.write_text("\n".join(lines) + "\n")
    killed = threading.Event()
    threading.Thread(target=kill_one, args=(program, killed), daemon=True).start()
    counts = annotate.run(spark, str(archive), str(folder / "out"), program, partitions=2)
    assert killed.is_set() and counts["deaths"] >= 1, counts
    compare(spark, folder / "out", own_answers(program, archive), counts)
    messages = {row.article: row.message for row in spark.read.parquet(f"{folder}/out/errors").collect()}
    assert len(BAD) == counts["errors"] and messages["no-text"] == "missing field `text` at line 1 column 16", messages
    days = {row.day for row in spark.read.parquet(f"{folder}/out/mentions").select("day").distinct().collect()}
    assert len(days) > 5 and None in days, days


def parquet_in(spark, program, folder):
    """Parquet goes in as JSON lines do; an article without a text is an error."""
    import annotate

    known = [json.loads(line(number)) for number in range(40)]
    table = [(each["id"], each["text"], each.get("date")) for each in known] + [("none", None, None)]
    frame = spark.createDataFrame(table, "id string, text string, date string")
    frame.write.parquet(f"{folder}/archive.parquet")
    counts = annotate.run(spark, f"{folder}/archive.parquet", f"{folder}/out2", program)
    lines = folder / "small.jsonl"
    lines.write_text("".join(json.dumps(each) + "\n" for each in known) + '{"id":"none"}\n')
    compare(spark, folder / "out2", own_answers(program, lines), counts)
    assert counts["errors"] == 1


def compare(spark, out, answers, counts):
    """Every table has the program's own rows, no more and no fewer, each on its day."""
    for table in TABLES:
        expected = sorted(
            (answer["id"], answer["postil"]["reference"]["date"] or "", *map(str, row))
            for answer in answers
            if "postil" in answer
            for row in rows(answer["postil"], table)
        )
        columns = ["article", "day", *TABLES[table]]
        frame = spark.read.parquet(f"{out}/{table}").select(*(f"`{column}`" for column in columns))
        found = sorted((row[0], str(row[1] or ""), *map(str, row[2:])) for row in frame.collect())
        assert found == expected and len(found) == counts[table] > 0, (table, len(found), len(expected))


def own_answers(program, archive):
    done = subprocess.run([program, "annotate", "--ndjson", archive], capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def kill_one(program, killed):
    """Kills the first child of an executor that has been at work for a moment."""
    while not killed.is_set():
        time.sleep(0.2)
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                mine = os.readlink(process / "exe") == program and str(os.getpid()) in ancestors(process)
                if mine:
                    time.sleep(0.3)
                    os.kill(int(process.name), signal.SIGKILL)
                    killed.set()
                    return
            except OSError:
                continue


def ancestors(process):
    found = []
    while process.name != "0":
        process = process.parent / re.search(r"PPid:\s+(\d+)", (process / "status").read_text())[1]
        found.append(process.name)
    return found


def measure(spark, program, folder):
    """How the cost grows: the mean length of an article of news is that of six of the grammar's."""
    import annotate

    for count in (100, 1000, 2000, 4000):
        archive = folder / f"{count}.jsonl"
        archive.write_text("".join(line(number, 6) + "\n" for number in range(count)))
        start = time.monotonic()
        counts = annotate.run(spark, str(archive), str(folder / "cost"), program, partitions=6)
        took = time.monotonic() - start
        sizes = sum(file.stat().st_size for file in (folder / "cost").rglob("*.parquet"))
        if count >= 1000:
            made = archive.stat().st_size
            facts = sum(counts[table] for table in TABLES)
            print(f"{count:>5} articles, {made / 1e6:.1f} MB: {took:.1f} s, {facts:,} rows, {sizes / 1e6:.1f} MB of Parquet")
        shutil.rmtree(folder / "cost")
    return 0


def line(number, length=1):
    """A line of the archive."""
    text = "\n\n".join(article(random.Random(number * 10 + part)) for part in range(length))
    dated = {} if number % 3 == 0 else {"date": f"2025-06-{1 + number % 7:02}"}
    return json.dumps({"id": f"article-{number}", "text": text, **dated})


def article(choices, symbol="article", depth=0):
    """An article of the grammar of `tests/news`, which says how it is written."""
    ways = grammar()[symbol]
    way = ways[0] if depth > 12 else choices.choice(ways)
    return "".join(article(choices, piece[1:], depth + 1) if piece[:1] == "{" else piece for piece in way)


def grammar(read={}):
    if not read:
        for each in GRAMMAR.read_text().splitlines():
            if each and not each.startswith("#"):
                symbol, way = each.split(":", 1)
                parts = re.split(r"(?<!\\u)(\{)([^}]*)\}", way.lstrip())
                pieces = []
                for at, part in enumerate(parts):
                    if at % 3 == 2:
                        pieces.append("{" + part)
                    elif at % 3 == 0:
                        pieces.append(unescaped(part))
                read.setdefault(symbol, []).append([piece for piece in pieces if piece])
    return read


def unescaped(words):
    code = r"\\n|\\t|\\x([0-9a-f]{2})|\\u\{([0-9a-f]+)\}"
    plain = {"\\n": "\n", "\\t": "\t"}
    return re.sub(code, lambda found: plain.get(found[0]) or chr(int(found[1] or found[2], 16)), words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--cost" in sys.argv[2:]))
