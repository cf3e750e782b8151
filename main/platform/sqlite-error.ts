/** What can be wrong with a database, as far as anyone outside `sqlite.ts` needs to know. */

/**
 * `newer`: written by a later version, and left alone. `unwritable`: no room, no permission, or another process holds
 * it. `unavailable`: this machine has no SQLite for us.
 */
export type DatabaseFault = 'damaged' | 'newer' | 'unwritable' | 'unavailable';

export class DatabaseError extends Error {
  readonly fault: DatabaseFault;

  constructor(fault: DatabaseFault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}

/** https://sqlite.org/rescode.html: the low byte is the code, the rest tells more. */
const faults: Readonly<Record<number, DatabaseFault>> = {
  3: 'unwritable',
  5: 'unwritable',
  6: 'unwritable',
  8: 'unwritable',
  10: 'unwritable',
  13: 'unwritable',
  14: 'unwritable',
  11: 'damaged',
  26: 'damaged',
};

/** A statement that is wrong is a fault of ours, and stays the error it is. */
export function toDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || !('rawCode' in error)) return error;
  const fault = faults[Number(error.rawCode) & 0xff];
  return fault ? new DatabaseError(fault, error) : error;
}
