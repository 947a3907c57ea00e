"""The program as a child that answers lines, and that may die."""

import json
import os
import subprocess
import threading

TOGETHER = 64
"""Lines that are sent before their answers are read."""


class Reader:
    """Answers lines of JSON with `postil annotate --ndjson`, one answer each, in order.

    A child that dies is replaced, and what it had not answered is asked again, a line at a time: so the one line that
    kills every child is found, and answered with an error as a line that is no article is."""

    def __init__(self, program, arguments=()):
        self.command = [program, "annotate", "--ndjson", *arguments]
        self.deaths = 0
        self.child = None

    def answers(self, lines):
        """Yields the answer to each line, as a dictionary with `id` and `postil` or `error`."""
        batch = []
        for line in lines:
            batch.append(line)
            if len(batch) == TOGETHER:
                yield from self._together(batch)
                batch = []
        yield from self._together(batch)

    def close(self):
        """Lets the child end."""
        if self.child:
            self.child.stdin.close()
            self.child.wait()
            self.child.stdout.close()
            self.child = None

    def _together(self, batch):
        answered = 0
        for answer in self._ask(batch):
            answered += 1
            yield answer
        for line in batch[answered:]:
            # Killed from outside, or by this line: the second death tells.
            answer = next(self._ask([line]), None) or next(self._ask([line]), None)
            yield answer or {"id": _id_of(line), "error": {"message": "the program died over this article"}}

    def _ask(self, batch):
        """The answers to some lines, fewer if the child dies."""
        if self.child is None:
            self.child = self._start()
        child = self.child
        writer = threading.Thread(target=_write, args=(child.stdin, batch))
        writer.start()
        for _ in batch:
            line = child.stdout.readline()
            # An answer that was cut off is none.
            if not line.endswith(b"\n"):
                break
            yield json.loads(line)
        else:
            writer.join()
            return
        self.deaths += 1
        self.child = None
        child.kill()
        child.wait()
        writer.join()
        child.stdout.close()

    def _start(self):
        # A task has one core: all cores are kept busy by tasks.
        alone = {**os.environ, "RAYON_NUM_THREADS": "1"}
        return subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=alone
        )


def _write(stdin, batch):
    try:
        for line in batch:
            # An empty line would get no answer.
            stdin.write((" ".join(line.splitlines()).strip() or "null").encode("utf-8", "surrogatepass") + b"\n")
        stdin.flush()
    except OSError:
        # It died; whoever reads its answers sees that.
        pass


def _id_of(line):
    try:
        return json.loads(line).get("id")
    except (ValueError, AttributeError):
        return None
