/** Why a download or an installation failed. */
import type { TransferProblem } from '../../../shared/updates/ipc.ts';
import { NetError } from '../../platform/net/error.ts';

export class TransferError extends Error {
  readonly code: TransferProblem;

  constructor(code: TransferProblem, cause?: unknown) {
    super(code, { cause });
    this.name = 'TransferError';
    this.code = code;
  }
}

const byCode: Readonly<Record<string, TransferProblem>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOSYS: 'not-writable',
  ENOENT: 'gone',
  // Disks that fail, were pulled out, or are another computer's; and a system that can open no more files.
  EIO: 'disk-failing',
  ENODEV: 'disk-failing',
  ENXIO: 'disk-failing',
  ESTALE: 'disk-failing',
  ENOTCONN: 'disk-failing',
  EHOSTDOWN: 'disk-failing',
  EMFILE: 'disk-failing',
  ENFILE: 'disk-failing',
};

export function transferProblemOf(error: unknown): TransferProblem {
  if (error instanceof TransferError) return error.code;
  if (error instanceof NetError) {
    const { code } = error.reason;
    if (code === 'timeout') return 'timeout';
    if (code === 'body-too-large') return 'wrong-file';
    return code === 'reset' ? 'cut-short' : 'unreachable';
  }
  return byCode[(error as NodeJS.ErrnoException).code ?? ''] ?? 'internal';
}
