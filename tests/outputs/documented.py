"""Runs the queries of docs/outputs.md in a folder that has `data/cnnic-55`, and
compares what they print with what the document says."""

import contextlib
import io
import os
import re
import sqlite3
import sys
from pathlib import Path

document, folder = Path(sys.argv[1]), sys.argv[2]
os.chdir(folder)
blocks = re.findall(r"```(sql|python)\n(.*?)```\n\n```text\n(.*?)```", document.read_text("utf-8"), re.S)
if len(blocks) < 5:
    sys.exit(f"expected queries with results, found {len(blocks)}")
wrong = 0
for language, query, expected in blocks:
    if language == "sql":
        rows = sqlite3.connect("data/cnnic-55/cnnic.sqlite").execute(query).fetchall()
        found = "".join("|".join(str(value) for value in row) + "\n" for row in rows)
    else:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(query, {})
        found = printed.getvalue()
    if [line.rstrip() for line in found.splitlines()] != [line.rstrip() for line in expected.splitlines()]:
        print(f"expected of {query}\n{expected}\nfound\n{found}")
        wrong += 1
sys.exit(wrong)
