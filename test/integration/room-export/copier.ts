/** Run in its own process and killed: copies a room with the member's account. Argument: a `Copying` as JSON. */
import { createMatrixAccount } from '../../../main/features/accounts/matrix/index.ts';
import { systemClock } from '../../../main/platform/clock.ts';
import { createSessionSecrets } from '../../../main/platform/secrets/session.ts';
import { roomAccountOf } from '../../../main/features/room-export/matrix-account.ts';
import { exportRoom } from '../../../main/features/room-export/export.ts';
import { faultOf } from '../../../main/features/room-export/fault.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';

export type Copying = Readonly<{
  folder: string;
  url: string;
  userId: string;
  accessToken: string;
  roomId: string;
  /** How many times as fast its waits are. */
  haste: number;
}>;

const copying = JSON.parse(process.argv[2] ?? '') as Copying;
const { userId, roomId, haste } = copying;
const secrets = createSessionSecrets();
const kept = { version: 1, baseUrl: copying.url, userId, deviceId: 'COPIER' };
await secrets.set(
  `matrix:${userId}`,
  JSON.stringify({ ...kept, accessToken: copying.accessToken }),
);
const clock = {
  ...systemClock,
  after: (ms: number, task: () => void) => systemClock.after(ms / haste, task),
};
const account = createMatrixAccount({
  clock,
  secrets,
  fetch: globalThis.fetch,
  deviceName: 'Coop Tray',
});
await account.restore(userId);
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
try {
  const { events } = await exportRoom(
    {
      clock,
      random: Math.random,
      history: roomAccountOf(account).history,
      signal: new AbortController().signal,
      folder: copying.folder,
      words: { t: createTranslate('en'), times: createTimes('en', 'UTC'), locale: 'en' },
      onProgress: ({ at, events: read }, fault) => say({ at, read, fault }),
    },
    { roomId, room: '#general:localhost', name: 'General', userId },
  );
  say({ finished: events });
  process.exit(0);
} catch (error) {
  say({ failed: faultOf(error), error: String(error) });
  process.exit(1);
}
