/** Numeric keys of services: a name in every row would double the file. */
import type { Database } from '../../platform/sqlite.ts';
import { numberAt } from '../../platform/sqlite-row.ts';

/** The co-op that services belong to. */
export type CoopIdentity = Readonly<{
  /** From `coopKey`. */
  key: string;
  /** Its known names: old histories were stored by name. */
  names: readonly string[];
}>;

/** Key of a service without history; no row has it. */
const noKey = -1;

export function findKey(db: Database, coop: string, serviceId: string): number {
  const sql = 'SELECT id FROM services WHERE coop = ? AND service = ?';
  const [row] = db.all(sql, [coop, serviceId]);
  return row ? numberAt(row, 'id') : noKey;
}

/** Creates missing keys. For one transaction only: if it is rolled back, so are its keys. */
export function createKeys(db: Database, coop: string): (serviceId: string) => number {
  const known = new Map<string, number>();
  return (serviceId) => {
    const key = known.get(serviceId) ?? makeKey(db, coop, serviceId);
    known.set(serviceId, key);
    return key;
  };
}

function makeKey(db: Database, coop: string, serviceId: string): number {
  const found = findKey(db, coop, serviceId);
  if (found !== noKey) return found;
  db.run('INSERT INTO services (coop, service) VALUES (?, ?)', [coop, serviceId]);
  return findKey(db, coop, serviceId);
}

/** Whether a history is stored under one of this co-op's names. */
export function isUnderName(db: Database, { names }: CoopIdentity): boolean {
  return names.some(
    (name) => db.all('SELECT id FROM services WHERE coop = ? LIMIT 1', [name]).length > 0,
  );
}

/** Moves histories stored under a name to the key, except where a service has both. Call inside a transaction. */
export function adopt(db: Database, { key, names }: CoopIdentity): void {
  for (const name of names) {
    db.run('UPDATE OR IGNORE services SET coop = ? WHERE coop = ?', [key, name]);
  }
}
