/** A polite guest leaves nothing behind. */
import { deepStrictEqual } from 'node:assert/strict';
import { vi } from 'vitest';
import type { Ledger } from '../../servers/bbb/index.ts';

/** Waits up to a second for connections to close; throws with what is still there. */
export async function nothingLeft(ledger: Ledger): Promise<void> {
  await vi.waitFor(() =>
    deepStrictEqual(
      { ...ledger.open(), guests: ledger.guests() },
      { sockets: 0, peers: 0, guests: [] },
    ),
  );
}
