/** The numbers that stand for services in the tables: a name in every row would double the file. */
import type { Database } from '../platform/sqlite.ts';

/** Of a service that has no history: no row carries it. */
const none = -1;

export function findKey(db: Database, coop: string, serviceId: string): number {
  const sql = 'SELECT id FROM services WHERE coop = ? AND service = ?';
  const [row] = db.all(sql, [coop, serviceId]) as readonly { id: number }[];
  return row?.id ?? none;
}

/** Call inside a transaction. */
export function makeKey(db: Database, coop: string, serviceId: string): number {
  const known = findKey(db, coop, serviceId);
  if (known !== none) return known;
  db.run('INSERT INTO services (coop, service) VALUES (?, ?)', [coop, serviceId]);
  return findKey(db, coop, serviceId);
}
