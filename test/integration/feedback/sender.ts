/**
 * Run and killed by killed.test.ts: sends feedback with a picture, as much as still fits, and prints what was taken.
 */
import { randomUUID } from 'node:crypto';
import type { Outgoing } from '../../../main/features/feedback/deliver.ts';
import { createOutboxStore } from '../../../main/features/feedback/outbox-store.ts';
import { createOutbox } from '../../../main/features/feedback/outbox.ts';
import type { Answer } from '../../../shared/feedback/outbox.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';
import { hastyClock } from './haste.ts';

const bound = { via: 'matrix', place: 'room' };

const [folder = '', url = '', count = '0'] = process.argv.slice(2);

async function send(part: Outgoing, id: string, signal: AbortSignal): Promise<Answer> {
  const body = part.attachment ? new Blob([Uint8Array.from(part.attachment.bytes)]) : part.content;
  const asked = { method: 'PUT', body, signal, headers: { 'x-root': part.rootId ?? '' } };
  const answer = await fetch(`${url}/${id}`, asked).catch((error: unknown) => {
    throw new DeliveryError(trouble('offline'), {}, error);
  });
  if (!answer.ok) throw new DeliveryError(trouble('busy'), { retryAfterMs: 1000 });
  return { id: await answer.text() };
}

const outbox = createOutbox({
  isClockProven: () => true,
  clock: hastyClock(100),
  store: createOutboxStore(folder),
  destinations: () => ({ send }),
  newId: randomUUID,
  random: Math.random,
});
await outbox.restore();
process.stdout.write('ready\n');
for (let at = 0; at < Number(count); at += 1) {
  const name = randomUUID();
  const picture = new TextEncoder().encode(`picture of ${name} `.repeat(2000));
  const attachment = await outbox.attach(picture, { name: 'a.png', mediaType: 'image/png' });
  const draft = await outbox.saveDraft(name, `draft of ${name}`, [attachment]);
  const contents = [
    { kind: 'message', content: `text of ${name}` },
    { kind: 'image', content: '{}', attachment },
  ] as const;
  const taken =
    draft === 'taken' && (await outbox.enter(name, { destination: 'room', bound, contents }));
  if (taken === 'taken') process.stdout.write(`taken ${name}\n`);
}
const report = () => {
  const waiting = outbox.items().filter(({ phase }) => phase.at !== 'sent' && phase.at !== 'draft');
  if (waiting.length > 0) return;
  process.stdout.write(`idle ${outbox.unreadable()}\n`);
};
outbox.onChange(report);
report();
