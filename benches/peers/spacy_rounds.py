"""Times spaCy's small English pipeline: reads texts once, then runs a round for each line on standard input."""

import json
import sys
import time

import spacy

# Tagger, parser and names; lemmas have no counterpart here.
pipeline = spacy.load(sys.argv[2], exclude=["lemmatizer"])
with open(sys.argv[1], encoding="utf-8") as file:
    texts = [json.loads(line)["text"] for line in file]
for _ in pipeline.pipe(texts[:20]):
    pass
print("ready", flush=True)
for _ in sys.stdin:
    start = time.perf_counter()
    for _ in pipeline.pipe(texts):
        pass
    print(time.perf_counter() - start, flush=True)
