/** Run and killed by the bench: sends feedback with a picture to a room, and prints what was taken. */
import { randomUUID } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { createMatrixAccount } from '../../../main/features/accounts/matrix/index.ts';
import { createMatrixDestination } from '../../../main/features/feedback/matrix-destination.ts';
import { createOutboxStore } from '../../../main/features/feedback/outbox-store.ts';
import { createOutbox } from '../../../main/features/feedback/outbox.ts';
import { systemClock } from '../../../main/platform/clock.ts';
import { matrixContent } from '../../../shared/feedback/matrix-message.ts';
import { createTranslate } from '../../translate.ts';
import { hastyClock } from '../../integration/feedback/haste.ts';

const bound = { via: 'matrix', place: 'room' };

const [folder = '', room = '', userId = '', count = '0'] = process.argv.slice(2);
/** What the keyring would hold. */
const kept = process.env['COOP_TRAY_KEPT'];
const t = createTranslate('en');

const matrix = createMatrixAccount({
  clock: systemClock,
  secrets: {
    get: () => Promise.resolve(kept),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  },
  fetch: globalThis.fetch,
  deviceName: 'Coop Tray',
});
await matrix.restore(userId);
const destination = createMatrixDestination({ matrix, userId, room: () => matrix.enter(room) });
const outbox = createOutbox({
  isClockProven: () => true,
  // A part still has 15 s, on a busy machine.
  clock: hastyClock(20),
  store: createOutboxStore(folder),
  destinations: () => destination,
  newId: randomUUID,
  random: Math.random,
});
await outbox.restore();
// As the app does once the line is back.
outbox.wake();
// Halves the next start; Node writes the cache at exit otherwise, which a kill prevents.
flushCompileCache();

for (let at = 0; at < Number(count); at += 1) {
  const id = randomUUID();
  if (await give(id)) process.stdout.write(`taken ${id}\n`);
}
const report = () => {
  const waiting = outbox.items().filter(({ phase }) => phase.at !== 'sent' && phase.at !== 'draft');
  if (waiting.length === 0) process.stdout.write(`idle ${outbox.unreadable()}\n`);
};
outbox.onChange(report);
report();

async function give(id: string): Promise<boolean> {
  const picture = new Uint8Array(60_000).fill(id.charCodeAt(0));
  const attachment = await outbox.attach(picture, { name: 'a.png', mediaType: 'image/png' });
  const feedback = {
    id,
    about: { what: 'service', id: 'pads', name: 'Pads' },
    kind: 'broken',
    text: `It does not open (${id}).`,
    system: 'Coop Tray 0.1.0, Debian 12',
  } as const;
  const contents = [
    { kind: 'message', content: matrixContent(t, feedback) },
    { kind: 'image', content: '{}', attachment },
  ] as const;
  if ((await outbox.saveDraft(id, feedback.text, [attachment])) !== 'taken') return false;
  return (await outbox.enter(id, { destination: 'matrix:beta', bound, contents })) === 'taken';
}
