import { expect, test } from 'vitest';
import type { Feature, Running } from '../../../main/features/feature.ts';
import { createMount } from '../../../main/features/mount.ts';
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import { recordingLog } from '../../recording-log.ts';
import { fakeClock } from '../clock.ts';

type Names = readonly string[];

const documentWith = (...names: Names) => ({ services: names }) as unknown as CoopDocument;

/** A feature without calls whose section is a list of names; `fails` is how often loading it fails. */
function stage({ fails = 0, ...given }: Partial<Feature<'x', Names, string>> & { fails?: number }) {
  const clock = fakeClock();
  const log: string[] = [];
  const faults = recordingLog();
  let failures = fails;
  let finish = () => {};
  const loaded = new Promise<void>((resolve) => (finish = resolve));
  const running: Running<Names, string> = {
    api: 'api',
    setSection: (names) => void log.push(`section ${names.join()}`),
    dispose: () => void log.push('disposed'),
  };
  const mounted = createMount({ clock, log: faults.log })<'x', Names, string>({
    section: ({ services }) => services as unknown as Names,
    load: async (names) => {
      log.push(`load with ${names?.join() ?? 'nothing'}`);
      await loaded;
      failures -= 1;
      if (failures >= 0) throw new Error('no such file');
      return running;
    },
    calls: () => ({}),
    ...given,
  });
  return { ...mounted, ...mounted.lifecycle, clock, log, finish, faults: faults.lines };
}

test('the code is loaded at the first use, once, and gets the newest section', async () => {
  const { api, finish, loaded, log, setDocument } = stage({});
  setDocument(documentWith('a'));
  expect([loaded(), log]).toEqual([undefined, []]);
  const [first, second] = [api(), api()];
  setDocument(documentWith('b'));
  finish();
  expect([await first, await second, loaded()]).toEqual(['api', 'api', 'api']);
  expect(log).toEqual(['load with a', 'section b']);
});

test('a section is passed on only when it differs', async () => {
  const { api, finish, log, setDocument } = stage({});
  finish();
  await api();
  for (const names of [['a'], ['a'], ['a', 'b'], ['a', 'b']]) setDocument(documentWith(...names));
  expect(log).toEqual(['load with nothing', 'section a', 'section a,b']);
});

test('a load that failed is tried again at the next use', async () => {
  const { api, finish, loaded } = stage({ fails: 1 });
  finish();
  await expect(api()).rejects.toThrow('no such file');
  expect(loaded()).toBeUndefined();
  expect(await api()).toBe('api');
});

test('it activates by its own condition, and tries again with the next document', async () => {
  const { finish, loaded, log, setDocument, signedIn } = stage({
    fails: 1,
    activatesOn: ({ section, hasSignedIn }) => hasSignedIn && section.length > 0,
  });
  finish();
  signedIn();
  setDocument(documentWith());
  expect(log).toEqual([]);
  setDocument(documentWith('a'));
  await new Promise(setImmediate);
  expect(loaded()).toBeUndefined();
  setDocument(documentWith('a'));
  await new Promise(setImmediate);
  expect(loaded()).toBe('api');
});

test('leftovers are looked for after their delay, and only once the app has begun', async () => {
  const { begin, clock, finish, isRestoring, loaded, log } = stage({
    leftovers: { exist: () => true, delayMs: 5000 },
  });
  await clock.pass(10_000);
  begin();
  await clock.pass(4999);
  expect([log, isRestoring()]).toEqual([[], false]);
  await clock.pass(1);
  expect([log, isRestoring()]).toEqual([['load with nothing'], true]);
  finish();
  await new Promise(setImmediate);
  expect([loaded(), isRestoring()]).toEqual(['api', false]);
});

test('without leftovers nothing is loaded at the start', async () => {
  const { begin, clock, log } = stage({ leftovers: { exist: () => false, delayMs: 0 } });
  begin();
  await clock.pass(60_000);
  expect(log).toEqual([]);
});

test('an app that ends cancels what has not begun, and ends what is being loaded', async () => {
  const waiting = stage({ leftovers: { exist: () => true, delayMs: 5000 } });
  waiting.begin();
  waiting.dispose();
  await waiting.clock.pass(5000);
  expect(waiting.log).toEqual([]);
  const { api, dispose, finish, log } = stage({});
  const made = api();
  dispose();
  finish();
  await made;
  expect(log).toEqual(['load with nothing', 'disposed']);
});

test('who waits for the api is told before its first section', async () => {
  const { api, finish, log, onLoad, setDocument } = stage({});
  onLoad((made) => log.push(`loaded ${made}`));
  setDocument(documentWith('a'));
  finish();
  await api();
  expect(log).toEqual(['load with a', 'loaded api', 'section a']);
});

test('the log is told of one that cannot be started, and not what its error says', async () => {
  const { api, faults, finish } = stage({ fails: 1 });
  finish();
  await expect(api()).rejects.toThrow('no such file');
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/^error feature not started error=Error at=mount\.test\.ts:\d+:\d+/);
  expect(faults[0]).not.toContain('no such file');
});
