"""Makes many archives with borg's own code, started once: a hundred starts of it would take longer than the backups.

borg-runs.py REPOSITORY FOLDER < plan: one line a run, TIMESTAMP NAME; what is in FOLDER/notes.txt changes with each.
Prints a line of JSON for each: the size of what was backed up, and the segments of the repository that are new.
"""
import contextlib
import io
import json
import os
import sys

from borg.archiver import Archiver

repository, folder = sys.argv[1:]


def segments():
    data = os.path.join(repository, "data", "0")
    return {os.path.join(data, name) for name in os.listdir(data)}


for line in sys.stdin:
    timestamp, name = line.split()
    with open(os.path.join(folder, "notes.txt"), "w") as notes:
        notes.write(name)
    before = segments()
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        archiver = Archiver()
        words = ["create", "--json", "--timestamp", timestamp, f"{repository}::{name}", folder]
        code = archiver.run(archiver.parse_args(words))
    if code != 0:
        sys.exit(f"borg create ended with {code}")
    size = json.loads(said.getvalue())["archive"]["stats"]["original_size"]
    new = sorted(segments() - before, key=lambda path: int(os.path.basename(path)))
    print(json.dumps({"sizeBytes": size, "segments": new}), flush=True)
