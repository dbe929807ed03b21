"""Loads what `check --json` prints into frictionless, and compares what is kept
of it with the file."""

import json
import sys

from frictionless import Report

printed = json.load(open(sys.argv[1], encoding="utf-8"))
loaded = Report.from_descriptor(json.loads(json.dumps(printed)))
kept = loaded.to_descriptor()


def expect(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: expected {expected!r}, found {found!r}")


expect("valid", loaded.valid, printed["valid"])
expect("stats", kept["stats"], printed["stats"])
expect("tasks", len(kept["tasks"]), len(printed["tasks"]))
expect("errors", sum(task["stats"]["errors"] for task in kept["tasks"]), printed["stats"]["errors"])
expect("listed", len(loaded.flatten()), printed["stats"]["errors"])
# Frictionless has its own words for what all errors are.
own = ["title", "description", "tags"]
for found, task in zip(kept["tasks"], printed["tasks"]):
    for name in ["name", "type", "valid", "place", "labels", "stats"]:
        expect(f"{task['name']} {name}", found[name], task[name])
    expect(task["name"] + " warnings", found.get("warnings", []), task["warnings"])
    for one, error in zip(found.get("errors", []), task["errors"]):
        for name in error.keys() - own:
            expect(f"{error['message']}: {name}", one.get(name), error[name])
        if not error["kind"]:
            sys.exit(f"{error['message']}: no kind")
# What a person sees of it.
summary = loaded.to_summary()
for task in printed["tasks"]:
    if not task["valid"] and task["place"] not in summary:
        sys.exit(f"expected {task['place']} in\n{summary}")
print(" ".join(sorted({error["kind"] for task in printed["tasks"] for error in task["errors"]})))
