"""Annotates an archive on Spark: `spark-submit --py-files reader.py,tables.py annotate.py ARTICLES OUT`.

ARTICLES is a file or a folder of Parquet or JSON lines with the columns `id`, `text`, and, where they are known, `date`
(YYYY-MM-DD), `url`, `title` and `html`. OUT gets a table of Parquet each of mentions, figures, times, claims and facts,
and one of errors, partitioned by day: the article's own where the archive gives none. An article that cannot be read is
a row of `errors`, and stops nothing. The program `postil` must be on every machine (`--program` says where)."""

import argparse
import collections
import json
import sys

from pyspark.sql import SparkSession, functions
from pyspark.storagelevel import StorageLevel

from reader import Reader
from tables import TABLES, rows, schema

SHARED = "article string, day date"
ERRORS = f"{SHARED}, message string, input string"
CELLS = "table string, article string, day string, cells string"
"""A row of any table on its way to it: its values are JSON until its columns are known."""


def main(arguments):
    wanted = options(arguments)
    spark = SparkSession.builder.appName("postil").getOrCreate()
    counts = run(spark, wanted.articles, wanted.out, wanted.program, wanted.partitions)
    print(" ".join(f"{name}: {count:,}" for name, count in counts.items()))


def options(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles")
    parser.add_argument("out")
    parser.add_argument("--program", default="postil", help="where the program is on every machine")
    parser.add_argument("--partitions", type=int, help="tasks; three for each core is a good number")
    return parser.parse_args(arguments)


def run(spark, articles, out, program="postil", partitions=None):
    """Annotates `articles` into `out`, and gives the number of rows of each table, and of the children that died."""
    lines = read(spark, articles)
    if partitions:
        lines = lines.repartition(partitions)
    deaths = spark.sparkContext.accumulator(0)
    cells = spark.createDataFrame(lines.rdd.mapPartitions(annotator(program, deaths)), CELLS)
    cells = cells.persist(StorageLevel.DISK_ONLY)
    counts = {row.table: row["count"] for row in cells.groupBy("table").count().collect()}
    for table in [*TABLES, "errors"]:
        declared = ERRORS if table == "errors" else schema(table)
        columns = declared.removeprefix(f"{SHARED}, ")
        item = functions.from_json("cells", columns)
        found = cells.where(functions.col("table") == table)
        found = found.select("article", functions.to_date("day").alias("day"), item.alias("item"))
        found.select("article", "day", "item.*").write.partitionBy("day").mode("overwrite").parquet(f"{out}/{table}")
    cells.unpersist()
    return {**{table: counts.get(table, 0) for table in [*TABLES, "errors"]}, "deaths": deaths.value}


def read(spark, articles):
    """The articles as lines of JSON: a line that is none is an error of that article alone."""
    if articles.rstrip("/").endswith((".jsonl", ".ndjson", ".json", ".jsonl.gz", ".ndjson.gz")):
        return spark.read.text(articles).where("trim(value) != ''")
    table = spark.read.parquet(articles)
    known = [name for name in ("id", "text", "date", "url", "title", "html") if name in table.columns]
    return table.select(functions.to_json(functions.struct(*known)).alias("value"))


def annotator(program, deaths):
    """What Spark runs over the articles of a partition."""

    def annotate(partition):
        reader = Reader(program)
        # The reader sends lines ahead; each waits here for its answer.
        waiting = collections.deque()

        def lines():
            for row in partition:
                waiting.append(row.value)
                yield row.value

        try:
            for answer in reader.answers(lines()):
                yield from cells_of(answer, waiting.popleft())
        finally:
            reader.close()
            deaths.add(reader.deaths)

    return annotate


def cells_of(answer, line):
    """The rows of all tables that the answer to one line gives."""
    article = answer["id"] if isinstance(answer["id"], str | None) else json.dumps(answer["id"])
    if "error" in answer:
        cells = json.dumps({"message": answer["error"]["message"], "input": line[:200]})
        return [("errors", article, None, cells)]
    export = answer["postil"]
    day = export["reference"]["date"]
    return [
        (table, article, day, json.dumps(dict(zip(TABLES[table], row))))
        for table in TABLES
        for row in rows(export, table)
    ]


if __name__ == "__main__":
    main(sys.argv[1:])
