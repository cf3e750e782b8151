/** The lines of the journal: each has a unique id and part of the observations. */
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { kinds, measures, troubles } from '../../../shared/history/kinds.ts';
import { ObservationSchema, ReasonSchema } from '../../../shared/observation/observation.ts';
import type { Database } from '../../platform/sqlite.ts';
import type { Unwritten } from './buffer.ts';
import type { CoopIdentity } from './keys.ts';
import { UtcMs } from '../../../shared/time/utc-ms.ts';

const Spread = v.object(v.entriesFromList(['count', 'sum', 'min', 'max'], v.number()));

const EntrySchema = v.object({
  id: v.string(),
  /** The co-op's key, and its names; old lines have only a name, as `coop`. */
  coop: v.string(),
  names: v.optional(v.array(v.string()), []),
  unwritten: v.object({
    beats: v.array(v.object({ serviceId: v.string(), atUtcMs: UtcMs, seen: ObservationSchema })),
    hours: v.array(
      v.object({
        serviceId: v.string(),
        hourUtcMs: UtcMs,
        figures: v.object({
          time: v.object(v.entriesFromList(kinds, v.number())),
          spreads: v.partial(v.object(v.entriesFromList(measures, Spread))),
        }),
      }),
    ),
    incidents: v.array(
      v.object({
        serviceId: v.string(),
        incident: v.object({
          kind: v.picklist(troubles),
          fromUtcMs: UtcMs,
          toUtcMs: UtcMs,
          ended: v.boolean(),
          reason: v.exactOptional(ReasonSchema),
        }),
      }),
    ),
  }),
});
export type Entry = v.InferOutput<typeof EntrySchema>;

export function lineOf({ key, names }: CoopIdentity, unwritten: Unwritten): string {
  return `${JSON.stringify({ id: randomUUID(), coop: key, names, unwritten })}\n`;
}

/** Undefined for a line cut short by a crash, or written by a later version. */
export function parseLine(line: string): Entry | undefined {
  try {
    return v.parse(EntrySchema, JSON.parse(line));
  } catch {
    return undefined;
  }
}

/**
 * Runs `work` unless the line was taken over before a crash that left the file behind: hours are added up, so a second
 * time would count double. Call inside a transaction.
 */
export function once(db: Database, { id }: Entry, work: () => void): void {
  const [known] = db.all('SELECT id FROM taken WHERE id = ?', [id]);
  if (known) return;
  work();
  db.run('INSERT INTO taken (id) VALUES (?)', [id]);
}
