/** The numbers that stand for services in the tables: a name in every row would double the file. */
import type { Database } from '../../platform/sqlite.ts';
import { numberAt } from '../../platform/sqlite-row.ts';

/** Whose services they are. */
export type CoopIdentity = Readonly<{
  /** As `coopKey` gives it. */
  key: string;
  /** What it was called, as far as is known: histories were once kept under names. */
  names: readonly string[];
}>;

/** Of a service that has no history: no row carries it. */
const none = -1;

export function findKey(db: Database, coop: string, serviceId: string): number {
  const sql = 'SELECT id FROM services WHERE coop = ? AND service = ?';
  const [row] = db.all(sql, [coop, serviceId]);
  return row ? numberAt(row, 'id') : none;
}

/** Makes numbers for services that have none. For one transaction: if that fails, its numbers were never given. */
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
  if (found !== none) return found;
  db.run('INSERT INTO services (coop, service) VALUES (?, ?)', [coop, serviceId]);
  return findKey(db, coop, serviceId);
}

/** Whether there is a history under a name of this co-op. */
export function isUnderName(db: Database, { names }: CoopIdentity): boolean {
  return names.some(
    (name) => db.all('SELECT id FROM services WHERE coop = ? LIMIT 1', [name]).length > 0,
  );
}

/** Takes over what was kept under a name. Where both have a history, each stays as it is. Call inside a transaction. */
export function adopt(db: Database, { key, names }: CoopIdentity): void {
  for (const name of names) {
    db.run('UPDATE OR IGNORE services SET coop = ? WHERE coop = ?', [key, name]);
  }
}
