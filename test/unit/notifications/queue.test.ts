import { expect, test } from 'vitest';
import { createNotificationQueue } from '../../../main/core/notifications/queue.ts';
import { createEmitter } from '../../../main/platform/emitter.ts';
import { createTranslate } from '../../../shared/i18n/translate.ts';
import { fakeClock } from '../clock.ts';

test('an announcement waits until it is no longer quiet, and then leads to its page', async () => {
  const clock = fakeClock();
  const changes = createEmitter<void>();
  const shown: (() => void)[] = [];
  const visited: string[] = [];
  let quiet = true;
  const queue = createNotificationQueue({
    clock,
    t: createTranslate('en'),
    policy: { isQuiet: () => quiet, onChange: changes.on },
    show: (_text, onClick) => void shown.push(onClick),
    goTo: (name) => void visited.push(name),
  });
  queue.tell([{ is: 'announcement', by: 'Ada', text: 'Tea at four' }]);
  await clock.pass(60_000);
  expect(shown).toEqual([]);
  quiet = false;
  changes.emit();
  await clock.pass(60_000);
  await expect.poll(() => shown.length).toBe(1);
  shown[0]?.();
  expect(visited).toEqual(['showNews']);
});
