/** The tables of the history and their migrations. A released migration never changes. */
import { kinds, measures } from '../../../shared/history/kinds.ts';

/** Ten-minute slots come first in the key, so that a minute's checks of all services share a few disk pages. */
export const slotMs = 600_000;

/** Columns of a period: time by kind in ms, and each measure in whole microseconds. */
export const timeColumns = kinds.map((kind) => `${kind}_ms`);
export const spreadColumns = measures.flatMap((measure) =>
  ['count', 'sum', 'min', 'max'].map((part) => `${measure}_${part}`),
);

/** Written out, not derived: a released migration must not change with the code. */
const figureColumns = `
  up_ms INTEGER NOT NULL, degraded_ms INTEGER NOT NULL, down_ms INTEGER NOT NULL,
  maintenance_ms INTEGER NOT NULL, unknown_ms INTEGER NOT NULL,
  dns_count INTEGER, dns_sum INTEGER, dns_min INTEGER, dns_max INTEGER,
  connect_count INTEGER, connect_sum INTEGER, connect_min INTEGER, connect_max INTEGER,
  tls_count INTEGER, tls_sum INTEGER, tls_min INTEGER, tls_max INTEGER,
  firstByte_count INTEGER, firstByte_sum INTEGER, firstByte_min INTEGER, firstByte_max INTEGER,
  body_count INTEGER, body_sum INTEGER, body_min INTEGER, body_max INTEGER,
  total_count INTEGER, total_sum INTEGER, total_min INTEGER, total_max INTEGER`;

const first = `
  CREATE TABLE services (
    id INTEGER PRIMARY KEY, coop TEXT NOT NULL, service TEXT NOT NULL, UNIQUE (coop, service));
  CREATE TABLE beats (
    slot INTEGER NOT NULL, service INTEGER NOT NULL, at INTEGER NOT NULL,
    verdict TEXT NOT NULL, reason TEXT,
    dns INTEGER, connect INTEGER, tls INTEGER, firstByte INTEGER, body INTEGER, total INTEGER,
    PRIMARY KEY (slot, service, at)) WITHOUT ROWID;
  CREATE TABLE hours (
    start INTEGER NOT NULL, service INTEGER NOT NULL, ${figureColumns},
    PRIMARY KEY (start, service)) WITHOUT ROWID;
  CREATE TABLE days (
    service INTEGER NOT NULL, start INTEGER NOT NULL, ${figureColumns},
    PRIMARY KEY (service, start)) WITHOUT ROWID;
  CREATE TABLE incidents (
    service INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    kind TEXT NOT NULL, reason TEXT,
    PRIMARY KEY (service, start)) WITHOUT ROWID;`;

/**
 * Adds whether an incident's end was seen, which is unknown for older ones, and the parameters of its reason, which was
 * a bare code.
 */
const second = `
  ALTER TABLE incidents ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;
  UPDATE incidents SET reason = json_object('code', reason, 'params', json('{}'))
    WHERE reason IS NOT NULL;`;

/** Ids of journal lines that were taken over, until the file is deleted. */
const third = 'CREATE TABLE taken (id TEXT PRIMARY KEY) WITHOUT ROWID;';

export const migrations = [first, second, third] as const;
