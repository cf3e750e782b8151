/** What a polite guest leaves behind: nothing. */
import { deepStrictEqual } from 'node:assert/strict';
import { vi } from 'vitest';
import type { Ledger } from '../../servers/bbb/index.ts';

/** Waits a second for connections to end; throws with what is still there. */
export async function nothingLeft(ledger: Ledger): Promise<void> {
  await vi.waitFor(() =>
    deepStrictEqual(
      { ...ledger.open(), guests: ledger.guests() },
      { sockets: 0, peers: 0, guests: [] },
    ),
  );
}
