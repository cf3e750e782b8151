import { describe, expect, test } from 'vitest';
import { failure } from '../../../shared/echo/failure.ts';
import { EchoError } from '../../../main/features/echo/failed.ts';
import { orderOf } from '../../../main/features/echo/run-order.ts';
import type { Result } from '../../../shared/echo/state.ts';
import type { StageOptions } from './stage.ts';
import { hang, stage } from './stage.ts';

describe('what may not start', () => {
  test.each<[string, StageOptions, string[], string]>([
    ['a server that is unknown', {}, ['x'], 'not-found'],
    ['a machine that is offline', { isOffline: () => true }, ['a'], 'offline'],
  ])('%s', async (_what, options, ids, code) => {
    const { start, echo, log } = stage(options);
    expect((await start(...ids))?.code).toBe(code);
    expect(echo.state().run).toBeUndefined();
    expect(log).toEqual([]);
  });

  test('a second test while one runs', async () => {
    const { start, finish } = stage();
    await start('a');
    expect((await start('b'))?.code).toBe('busy');
    expect((await finish())?.instance.id).toBe('a');
    expect(await start('b')).toBeUndefined();
  });

  test.each<[string, () => Promise<string | undefined>, string]>([
    ['without its secret', async () => undefined, 'secret-missing'],
    ['without a keyring', () => Promise.reject(new Error('locked')), 'keyring-unavailable'],
  ])('a test with the secret %s', async (_what, get, code) => {
    const secrets = { get, set: async () => undefined, delete: async () => undefined };
    const { echo } = stage({ secrets });
    echo.setInstances([{ id: 'a', name: 'A', api: 'https://a.example' }]);
    expect((await echo.start({ instanceIds: ['a'], withSecret: true }))?.code).toBe(code);
  });
});

test('a secret is kept by the address that it is for', async () => {
  const kept = new Map<string, string>();
  const { echo } = stage({
    secrets: {
      get: async (account) => kept.get(account),
      set: async (account, secret) => void kept.set(account, secret),
      delete: async (account) => void kept.delete(account),
    },
  });
  echo.setInstances([{ id: 'a', name: 'A', api: 'https://a.example/bigbluebutton' }]);
  expect(await echo.setSecret('a', 's3cret', 'https://a.example/bigbluebutton')).toBeUndefined();
  expect([...kept]).toEqual([['bigbluebutton https://a.example', 's3cret']]);
  echo.setInstances([{ id: 'a', name: 'A', api: 'https://evil.example' }]);
  expect((await echo.start({ instanceIds: ['a'], withSecret: true }))?.code).toBe('secret-missing');
});

test('a secret that is typed while the document names another server is not kept', async () => {
  const kept: string[] = [];
  const { echo } = stage({
    secrets: {
      get: async () => undefined,
      set: async (account) => void kept.push(account),
      delete: async (account) => void kept.push(account),
    },
  });
  echo.setInstances([{ id: 'a', name: 'A', api: 'https://a.example' }]);
  const shown = echo.state().instances[0]?.api ?? '';
  for (const api of ['https://evil.example', 'https://a.example:444', 'https://a.example/b']) {
    echo.setInstances([{ id: 'a', name: 'A', api }]);
    expect(await echo.setSecret('a', 's3cret', shown)).toBe('moved');
    expect(await echo.setSecret('a', '', shown)).toBe('moved');
  }
  expect(kept).toEqual([]);
});

test('a room that the member has added stays theirs, whatever the document gives its id to', async () => {
  const { echo } = stage();
  await echo.addRoom('https://mine.example/b/room');
  const own = echo.state().instances.find((one) => one.own);
  echo.setInstances([{ id: own?.id ?? '', name: 'Evil', room: 'https://evil.example/b/room' }]);
  expect(echo.state().instances.map(({ host }) => host)).toEqual(['mine.example']);
});

describe('a comparison', () => {
  test('tests each server twice, in two rounds of their own order', () => {
    const draws = [0.9, 0.1, 0.5, 0.2, 0.3, 0.1];
    expect(orderOf(['a', 'b', 'c'], () => draws.shift() ?? 0)).toEqual([
      'b',
      'c',
      'a',
      'c',
      'a',
      'b',
    ]);
    expect(orderOf(['a'], Math.random)).toEqual(['a']);
  });

  test('says how far it is, and names its results once it is whole', async () => {
    const { start, clock, echo } = stage();
    await start('a', 'b', 'b');
    await clock.pass(1000);
    expect(echo.state().run?.part).toEqual({ number: 1, of: 4 });
    await clock.pass(25_000);
    expect(echo.state().run?.part).toEqual({ number: 2, of: 4 });
    expect(echo.state().comparison).toBeUndefined();
    await clock.pass(80_000);
    const { comparison, results, run } = echo.state();
    expect(run).toBeUndefined();
    expect(comparison?.toSorted()).toEqual(results.map(({ id }) => id).toSorted());
    expect(results.map(({ instance }) => instance.id).toSorted()).toEqual(['a', 'a', 'b', 'b']);
  });

  test('goes on after a failure', async () => {
    const { start, clock, echo } = stage({
      findRoom: () => Promise.reject(new EchoError(failure('not-found', 'find'))),
    });
    await start('a', 'b');
    await clock.pass(10_000);
    expect(echo.state().comparison).toHaveLength(4);
  });

  test('ends when it is stopped', async () => {
    const { start, clock, echo, log } = stage();
    await start('a', 'b');
    await clock.pass(30_000);
    echo.stop();
    await clock.pass(90_000);
    expect(log.filter((one) => one === 'join')).toHaveLength(2);
    expect(echo.state().comparison).toBeUndefined();
  });
});

test('progress is told when there is some, once a second here, without the results', async () => {
  const { start, clock, echo } = stage();
  const told = { state: 0, run: 0 };
  echo.onChange((change) => (told[change] += 1));
  await start('a');
  await clock.pass(11_000);
  expect(told.run).toBeGreaterThan(9);
  expect(told.run).toBeLessThan(15);
  expect(told.state).toBeLessThan(10);
});

describe('results', () => {
  const withResult = async () => {
    const first = stage();
    await first.start('a');
    await first.finish();
    return first;
  };

  test('are there after a restart', async () => {
    const { files, echo } = await withResult();
    const again = stage({ files });
    await again.echo.restore();
    expect(again.echo.state().results).toEqual(echo.state().results);
  });

  test.each([
    ['is no JSON', '{', 0],
    ['is another thing', '{"version":2}', 0],
    ['holds one bad result', undefined, 1],
  ])('of a file that %s cost nothing else', async (_what, text, kept) => {
    const { files, clock } = await withResult();
    await clock.pass(0);
    const damaged = text ?? files.get('results')?.replace('[', '[7,') ?? '';
    files.set('results', damaged);
    const again = stage({ files });
    await again.echo.restore();
    expect(again.echo.state().results).toHaveLength(kept);
    await again.start('a');
    expect((await again.finish())?.instance.id).toBe('a');
  });

  test('are forgotten for good', async () => {
    const { files, echo, clock } = await withResult();
    echo.forget(echo.state().results.map(({ id }) => id));
    await clock.pass(0);
    expect(JSON.parse(files.get('results') ?? '').results).toEqual([]);
  });

  test('of somebody else are marked, and not kept', async () => {
    const { files, echo } = await withResult();
    const [own] = echo.state().results as [Result];
    echo.takeUp([{ ...own, id: 'theirs', instance: { id: 'z', name: 'Z' } }, own]);
    const taken = Object.fromEntries(echo.state().results.map((one) => [one.id, one.taken]));
    expect(taken).toEqual({ [own.id]: undefined, theirs: true });
    expect(files.get('results')).not.toContain('theirs');
    echo.forget(['theirs']);
    expect(echo.state().results).toEqual([own]);
  });
});

describe('rooms of one’s own', () => {
  const leadingTo = (address: string) => async () => ({ address, host: 'bbb.example', join: hang });

  test('two links to one room are one, and show no more than its host', async () => {
    const final = 'https://bbb.example/rooms/abc-def/join';
    const { echo, files, clock } = stage({ findRoom: leadingTo(final) });
    expect(await echo.addRoom('https://go.example/calls')).toBeUndefined();
    expect(await echo.addRoom(` ${final} `)).toBeUndefined();
    const own = echo.state().instances.filter((one) => one.own);
    expect(own).toMatchObject([{ name: 'bbb.example', host: 'bbb.example', hasRoom: true }]);
    expect(JSON.stringify(echo.state())).not.toContain('abc-def');
    await clock.pass(0);
    const again = stage({ files });
    await again.echo.restore();
    expect(again.echo.state().instances.filter((one) => one.own)).toEqual(own);
    echo.removeRoom(own[0]?.id ?? '');
    expect(echo.state().instances.some((one) => one.own)).toBe(false);
  });

  test.each([
    ['no address', 'my room'],
    ['what could run code', 'javascript:alert(1)'],
    ['a file', 'file:///etc/passwd'],
  ])('are not %s', async (_what, address) => {
    const { echo } = stage();
    expect((await echo.addRoom(address))?.code).toBe('address-invalid');
  });

  test('that cannot be found are not taken up', async () => {
    const { echo, clock } = stage({ findRoom: hang });
    const adding = echo.addRoom('https://slow.example');
    await clock.pass(7000);
    expect((await adding)?.code).toBe('timeout');
    expect(echo.state().instances).toHaveLength(3);
  });
});

test('a name and a place are kept; without a name there is the usual one', async () => {
  const { echo, files, clock } = stage();
  echo.setSettings({ guestName: ' Yasu ', place: 'Montréal, home Wi-Fi' });
  await clock.pass(0);
  const again = stage({ files });
  await again.echo.restore();
  expect(again.echo.state().settings).toEqual({ guestName: 'Yasu', place: 'Montréal, home Wi-Fi' });
  again.echo.setSettings({ guestName: ' ', place: '' });
  expect(again.echo.state().settings).toEqual({ guestName: 'Echo test', place: '' });
});

test('the end of the app closes the page of a run', async () => {
  const { start, echo, clock, log } = stage();
  await start('a');
  await clock.pass(5000);
  echo.dispose();
  await clock.pass(3000);
  expect(log).toContain('close');
});
