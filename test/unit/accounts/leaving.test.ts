/** A cancelled sign-in is only forgotten once the keyring confirms that it is deleted. */
import { expect, test } from 'vitest';
import { createLeaving } from '../../../main/features/accounts/sign-out.ts';
import { createKnownAccounts } from '../../../main/features/accounts/known-accounts.ts';
import { SecretsError } from '../../../main/platform/secrets/types.ts';
import type { SecretsFault } from '../../../main/platform/secrets/types.ts';
import { fakeClock } from '../clock.ts';

const entry = 'matrix:@ada:example.org';

/** A keyring and a disk that outlive several runs of the app. */
function stage() {
  const clock = fakeClock();
  const inKeyring = new Set([entry]);
  let file: string | undefined;
  let way: 'well' | 'hung' | SecretsFault = 'well';
  let asked = 0;
  const thaw: (() => void)[] = [];
  const remove = async (name: string): Promise<void> => {
    asked += 1;
    if (way === 'hung') await new Promise<void>((resolve) => thaw.push(resolve));
    else if (way !== 'well') throw new SecretsError(way);
    inKeyring.delete(name);
  };
  const start = async () => {
    const remembered = createKnownAccounts({
      load: async () => file,
      save: async (text) => void (file = text),
      remove: async () => void (file = undefined),
    });
    await remembered.load();
    const notes: string[] = [];
    const leaving = createLeaving({
      clock,
      keyring: { delete: remove },
      remembered,
      note: (fault) => notes.push(fault),
      changed: () => notes.push('gone'),
    });
    return { remembered, leaving, notes };
  };
  return {
    clock,
    start,
    set: (next: typeof way) => {
      way = next;
      for (const one of thaw.splice(0)) one();
    },
    holds: () => inKeyring.has(entry),
    file: () => file,
    asked: () => asked,
  };
}

test('a keyring that answers takes it out at once, and nothing is left on the disk', async () => {
  const { start, holds, file, clock } = stage();
  const { leaving } = await start();
  expect(await leaving.forget(entry)).toBe(true);
  expect([holds(), file(), leaving.isOver(), clock.timers()]).toEqual([false, undefined, true, 0]);
});

test.each(['hung', 'locked', 'missing', 'timed-out'] as const)(
  'a keyring that is %s keeps nobody waiting, and is asked again after a new start',
  async (way) => {
    const { start, set, holds, file, clock } = stage();
    set(way);
    const first = await start();
    const outcome = first.leaving.forget(entry);
    await clock.pass(2000);
    expect([await outcome, first.leaving.isOver()]).toEqual([false, false]);
    expect(file()).toContain(entry);

    const second = await start();
    expect(second.remembered.leaving()).toEqual([entry]);
    set('well');
    second.leaving.resume();
    await clock.pass(0);
    expect([holds(), file(), second.leaving.isOver()]).toEqual([false, undefined, true]);
    expect(second.notes).toEqual(['gone']);
  },
);

test('one that goes on by itself is enough, and was asked once however often the machine woke', async () => {
  const { start, set, asked, file, clock } = stage();
  set('hung');
  const { leaving } = await start();
  void leaving.forget(entry);
  await clock.pass(2000);
  for (let wakes = 0; wakes < 5; wakes += 1) leaving.resume();
  set('well');
  await clock.pass(0);
  expect([asked(), file()]).toEqual([1, undefined]);
});

test('who has signed in again meanwhile keeps what they have', async () => {
  const { start, set, asked, holds, file, clock } = stage();
  set('locked');
  const { leaving } = await start();
  await leaving.forget(entry);
  set('well');
  await leaving.keep(entry);
  const next = await start();
  next.leaving.resume();
  await clock.pass(0);
  expect([asked(), holds(), file()]).toEqual([1, true, undefined]);
});

test('who is signed in elsewhere stays remembered beside it', async () => {
  const { start, set } = stage();
  set('locked');
  const { leaving, remembered } = await start();
  await remembered.set('github', { login: 'ana' });
  await leaving.forget(entry);
  await remembered.set('matrix', undefined);
  const next = await start();
  expect(await next.remembered.load()).toMatchObject({ github: { login: 'ana' } });
  expect(next.remembered.leaving()).toEqual([entry]);
});
