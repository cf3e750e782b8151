/** Why a room cannot be copied, depending on the account's fault. */
import { expect, test } from 'vitest';
import { AccountError } from '../../../main/features/accounts/matrix/error.ts';
import type { MatrixAccount } from '../../../main/features/accounts/matrix/types.ts';
import { roomAccountOf } from '../../../main/features/room-export/matrix-account.ts';
import { createAsk } from '../../../main/features/room-export/history-pager.ts';
import { beginning } from '../../../main/features/room-export/progress.ts';
import { fakeClock } from '../clock.ts';

const target = { roomId: '!r:a', room: '#r:a', name: 'Room', userId: '@ana:a' };

/** The result of requesting the history before a token. */
async function asked(fault: AccountError['fault']) {
  const history = () => Promise.reject(new AccountError(fault));
  const ask = createAsk({
    clock: fakeClock(),
    random: () => 0,
    history: roomAccountOf({ history } as unknown as MatrixAccount).history,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return ask(beginning(target, 0), 'place').catch((error: unknown) => error);
}

test.each(['locked', 'deactivated', 'forbidden', 'signed-out', 'not-found'] as const)(
  'an account that is %s ends the copy, and is no place that the server forgot',
  async (fault) => {
    expect(await asked(fault)).toMatchObject({ fault });
  },
);

test('a place that is refused is one that the server forgot', async () => {
  expect(await asked('refused')).toBe('forgotten');
});
