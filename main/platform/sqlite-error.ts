/** Database faults, as far as code outside `sqlite.ts` needs to know. */

/**
 * `newer`: written by a later release, and left alone. `unwritable`: disk full, no permission, or locked by another
 * process. `unavailable`: SQLite cannot be loaded on this machine.
 */
export type DatabaseFault = 'damaged' | 'newer' | 'unwritable' | 'unavailable';

export class DatabaseError extends Error {
  readonly fault: DatabaseFault;

  constructor(fault: DatabaseFault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}

/** https://sqlite.org/rescode.html: the low byte is the primary code. */
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

/** Other errors, such as a wrong statement, are bugs and stay as they are. */
export function toDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || !('rawCode' in error)) return error;
  const fault = faults[Number(error.rawCode) & 0xff];
  return fault ? new DatabaseError(fault, error) : error;
}
