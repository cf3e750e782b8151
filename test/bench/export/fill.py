"""Adds messages to a room of a Synapse that is stopped, with Synapse's own code: hashed, signed, and linked to those
before them as they would be. Sent one by one, 50,000 take most of an hour. Prints the new ids as JSON.

    fill.py FOLDER ROOM_ID COUNT
"""

import json
import sqlite3
import sys
import time

from signedjson.key import read_signing_keys
from synapse.api.room_versions import KNOWN_ROOM_VERSIONS
from synapse.crypto.event_signing import add_hashes_and_signatures
from synapse.events import make_event_from_dict

folder, room_id, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
minute_ms = 60_000
# One of so many messages has a concurrent sibling: the history of a busy room branches.
sibling_every = 10

db = sqlite3.connect(f"{folder}/homeserver.db")
with open(f"{folder}/signing.key") as file:
    key = read_signing_keys(file)[0]
(version,) = db.execute("SELECT room_version FROM rooms WHERE room_id = ?", (room_id,)).fetchone()
room_version = KNOWN_ROOM_VERSIONS[version]

# One regular message of each person, as a template for the others.
known = db.execute(
    """SELECT e.event_id, e.stream_ordering, e.depth, j.json, j.format_version, g.state_group, e.origin_server_ts
    FROM events e JOIN event_json j USING (event_id) JOIN event_to_state_groups g USING (event_id)
    WHERE e.room_id = ? AND e.type = 'm.room.message' ORDER BY e.stream_ordering""",
    (room_id,),
).fetchall()
samples = [json.loads(row[3]) for row in known]
_, stream, depth, _, form, group, at_ms = known[-1]
latest = [row[0] for row in db.execute("SELECT event_id FROM event_forward_extremities WHERE room_id = ?", (room_id,))]
at_ms = at_ms - count * minute_ms


def add(number, prev_events, depth):
    sample = samples[number % len(samples)]
    body = f"message {number}: " + "words of a usual length " * (1 + number % 5)
    fields = {
        "type": "m.room.message",
        "room_id": room_id,
        "sender": sample["sender"],
        "content": {"msgtype": "m.text", "body": body},
        "depth": depth,
        "prev_events": prev_events,
        "auth_events": sample["auth_events"],
        "origin_server_ts": at_ms + number * minute_ms,
    }
    add_hashes_and_signatures(room_version, fields, "localhost", key)
    event_id = make_event_from_dict(fields, room_version).event_id
    ordering = stream + number
    times = (fields["origin_server_ts"], int(time.time() * 1000))
    db.execute(
        """INSERT INTO events (stream_ordering, topological_ordering, event_id, type, room_id, processed, outlier, depth,
        origin_server_ts, received_ts, sender, contains_url, instance_name) VALUES (?,?,?,?,?,1,0,?,?,?,?,0,'master')""",
        (ordering, depth, event_id, fields["type"], room_id, depth, *times, sample["sender"]),
    )
    db.execute("INSERT INTO event_json VALUES (?,?,'{}',?,?)", (event_id, room_id, json.dumps(fields), form))
    db.executemany("INSERT INTO event_edges VALUES (?,?,NULL,0)", [(event_id, one) for one in prev_events])
    db.execute("INSERT INTO event_to_state_groups VALUES (?,?)", (event_id, group))
    return event_id


ids = []
while len(ids) < count:
    depth += 1
    width = 2 if len(ids) % sibling_every == 0 and count - len(ids) > 1 else 1
    before = latest
    latest = []
    for _ in range(width):
        latest.append(add(len(ids) + 1, before, depth))
        ids.append(latest[-1])

db.execute("DELETE FROM event_forward_extremities WHERE room_id = ?", (room_id,))
db.executemany("INSERT INTO event_forward_extremities VALUES (?,?)", [(one, room_id) for one in latest])
last = stream + count
db.execute("UPDATE sliding_sync_joined_rooms SET event_stream_ordering = ?, bump_stamp = ?", (last, last))
db.execute("UPDATE stream_positions SET stream_id = ? WHERE stream_name = 'events'", (last,))
db.commit()
print(json.dumps(ids))
