/** Why an export fails. */
import type { RoomFault } from '../../../shared/room-export/state.ts';

export class RoomError extends Error {
  readonly fault: RoomFault;
  /** Earliest retry, in ms from now, if the server says so. */
  readonly retryAfterMs: number | undefined;

  constructor(fault: RoomFault, retryAfterMs?: number) {
    super(fault);
    this.name = 'RoomError';
    this.fault = fault;
    this.retryAfterMs = retryAfterMs;
  }
}

const full = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const closed = [
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EIO',
  'ENXIO',
  'EEXIST',
  'EISDIR',
];

export function faultOf(error: unknown): RoomFault {
  if (error instanceof RoomError) return error.fault;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (full.includes(code)) return 'disk-full';
  return closed.includes(code) ? 'folder' : 'internal';
}
