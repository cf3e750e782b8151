import { describe, expect, test } from 'vitest';
import { createConnectivity } from '../../../main/platform/connectivity.ts';
import type { Answered, Heard, Page, Place } from '../../../shared/net/answers.ts';
import type { Testimony, WitnessResult } from '../../../shared/net/connectivity.ts';
import { judgeConnectivity } from '../../../shared/net/connectivity.ts';
import { fakeClock } from '../clock.ts';

const place = (host: string, speaks: Place['speaks'] = 'https'): Place => ({
  host,
  port: 443,
  speaks,
});
const verified = (host = 'a.example'): Answered => ({ place: place(host), proof: 'verified' });
const plain = (host = 'a.example', page?: Page): Answered => ({
  place: place(host, 'http'),
  proof: 'plain',
  ...(page ? { page } : {}),
});
const portal: Page = { status: 200, text: 'Hotel Post: please sign in to our network, room 12' };
const other: Page = { status: 200, text: 'Hotel Post: please sign in to our network, room 77' };
const away: Page = { status: 302, leadsTo: 'portal.example:80', text: '' };
const forum: Page = { status: 200, text: 'The forum of our co-op' };
const silent: WitnessResult = { testimony: 'silent' };
const answered: WitnessResult = { testimony: 'answered' };
const stranger: WitnessResult = { testimony: 'intercepted' };
const strange = (page: Page): WitnessResult => ({ testimony: 'intercepted', page });

test.each<[name: string, WitnessResult[], Answered[], state: string]>([
  ['no witness', [], [], 'unknown'],
  ['no witness, whatever answers', [], [verified()], 'unknown'],
  ['one witness of three', [answered, silent, silent], [], 'online'],
  ['no witness of two', [silent, silent], [], 'offline'],
  ['a stranger and silence', [stranger, silent], [], 'captive'],
  ['a stranger beside a witness', [stranger, answered], [], 'online'],
  ['silence, and a certificate', [silent], [verified()], 'online'],
  ['silence, and a plain answer', [silent], [plain()], 'online'],
  ['a stranger, and a certificate', [stranger], [verified()], 'online'],
  ['a stranger, and a plain answer', [stranger], [plain()], 'captive'],
  ['a strange page, and a service’s own', [strange(portal)], [plain('a.example', forum)], 'online'],
  [
    'a strange page, and the same at a service',
    [strange(portal)],
    [plain('a.example', other)],
    'captive',
  ],
  ['sent away, and sent away alike', [strange(away)], [plain('a.example', away)], 'captive'],
  ['no page, and one that nothing compares to', [stranger], [plain('a.example', forum)], 'captive'],
  [
    'no page, and two that differ',
    [stranger],
    [plain('a.example', forum), plain('b.example', { status: 200, text: 'Pads' })],
    'online',
  ],
  [
    'no page, and the same at two services',
    [stranger],
    [plain('a.example', portal), plain('b.example', other)],
    'captive',
  ],
  [
    'a page without words, and another',
    [strange({ status: 200, text: '' })],
    [plain('a.example', { status: 200, text: '' })],
    'captive',
  ],
])('%s: %#', (_name, witnesses, answers, state) => {
  expect(judgeConnectivity(witnesses, answers)).toBe(state);
});

test.each<[host: string, state: string]>([
  ['127.0.0.1', 'offline'],
  ['192.168.1.20', 'offline'],
  ['nas.local', 'offline'],
  ['b.example', 'online'],
])('when those outside fall silent, an answer of %s: %s', (host, state) => {
  expect(judgeConnectivity([silent], [plain(host)], true)).toBe(state);
});

function monitor(first: Testimony, others: readonly Place[] = []) {
  const clock = fakeClock();
  let testimony = first;
  let asked = 0;
  const open = new Map<string, Answered>();
  const seen: string[] = [];
  const askedPlaces: string[] = [];
  const connectivity = createConnectivity({
    clock,
    ask: async () => {
      asked += 1;
      return { testimony };
    },
    askPlace: async ({ host }) => {
      askedPlaces.push(host);
      return open.get(host);
    },
    askTime: async () => undefined,
  });
  connectivity.onChange((now) => seen.push(now.state));
  connectivity.setWitnesses([{ host: 'w.example', port: 443 }], others);
  return {
    clock,
    connectivity,
    seen,
    askedPlaces,
    asked: () => asked,
    say: (next: Testimony) => (testimony = next),
    answer: (answer: Answered): Heard => {
      open.set(answer.place.host, answer);
      connectivity.hear({ answer });
      return { answer };
    },
    fall: (host: string) => open.delete(host),
  };
}

test('a witness is asked once for many doubts', async () => {
  const { clock, connectivity, asked } = monitor('answered');
  const states = await Promise.all([connectivity.confirm(), connectivity.confirm()]);
  await clock.pass(1000);
  await connectivity.confirm();
  expect([states, asked()]).toEqual([['online', 'online'], 1]);
  await clock.pass(5000);
  await connectivity.confirm();
  expect(asked()).toBe(2);
});

test('while offline it asks again by itself, ever more patiently, until there is an answer', async () => {
  const { clock, connectivity, seen, asked, say } = monitor('silent');
  await connectivity.confirm();
  await clock.pass(120_000);
  expect(asked()).toBeLessThan(12);
  say('answered');
  await clock.pass(31_000);
  expect(seen).toEqual(['offline', 'online']);
  expect(clock.timers()).toBe(0);
});

test('after a sleep it waits for the network before it says offline', async () => {
  const { clock, connectivity, seen, say } = monitor('answered');
  await connectivity.confirm();
  connectivity.suspend();
  expect(clock.timers()).toBe(0);
  say('silent');
  connectivity.resume();
  await clock.pass(10_000);
  expect(seen).toEqual(['online', 'waking']);
  await clock.pass(60_000);
  expect(seen).toEqual(['online', 'waking', 'offline']);
  say('answered');
  await clock.pass(31_000);
  expect(seen.at(-1)).toBe('online');
});

test('with witnesses that are gone, whoever has answered is asked once more', async () => {
  const { clock, connectivity, answer, fall, askedPlaces } = monitor('silent');
  answer(plain('a.example'));
  await clock.pass(60_000);
  expect(await connectivity.confirm()).toBe('online');
  expect(askedPlaces).toEqual(['a.example']);
  fall('a.example');
  await clock.pass(60_000);
  expect(await connectivity.confirm()).toBe('offline');
});

test.each([
  ['a certificate', 'silent', verified(), 'online'],
  ['a plain answer', 'silent', plain(), 'online'],
  ['a certificate behind a strange page', 'intercepted', verified(), 'online'],
  ['a plain answer behind a strange page', 'intercepted', plain(), 'captive'],
] as const)('%s while %s: at once %s', async (_name, testimony, heard, state) => {
  const { connectivity, answer, clock } = monitor(testimony);
  await connectivity.confirm();
  answer(heard);
  expect(connectivity.current().state).toBe(state);
  await clock.pass(60_000);
  expect(connectivity.current().state).toBe(state);
});

test('places of the document are asked in turn where nothing has ever answered', async () => {
  const others = ['a', 'b', 'c', 'd', 'e'].map((name) => place(`${name}.example`));
  const { clock, connectivity, askedPlaces } = monitor('silent', others);
  await connectivity.confirm();
  expect(askedPlaces).toHaveLength(2);
  await clock.pass(5000);
  expect(new Set(askedPlaces).size).toBe(5);
});

test('an answer that was under way as the machine fell asleep is none', async () => {
  const { clock, connectivity, answer, fall, say } = monitor('answered');
  await connectivity.confirm();
  say('silent');
  connectivity.suspend();
  answer(verified());
  fall('a.example');
  expect(connectivity.current().state).toBe('waking');
  connectivity.resume();
  await clock.pass(40_000);
  expect(connectivity.current().state).toBe('offline');
});

test('a server of one’s own network does not end what those outside tell', async () => {
  const { clock, connectivity, answer, fall } = monitor('silent');
  answer(verified('mail.example'));
  fall('mail.example');
  expect(await connectivity.confirm()).toBe('offline');
  answer(plain('192.168.1.20'));
  await clock.pass(20_000);
  expect(connectivity.current().state).toBe('offline');
});

describe('who takes long', () => {
  /** Each answers after its `ms`; a place without a time never answers. */
  function slow(witnesses: readonly (readonly [ms: number, Testimony])[], placeMs?: number) {
    const clock = fakeClock();
    const wait = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
    const askedPlaces: number[] = [];
    const connectivity = createConnectivity({
      clock,
      ask: async (witness) => {
        const [ms, testimony] = witnesses['port' in witness ? witness.port : 0] ?? [0, 'silent'];
        await wait(ms);
        return { testimony };
      },
      askPlace: async (one) => {
        askedPlaces.push(clock.monotonicMs());
        await wait(placeMs ?? 4000);
        return placeMs === undefined ? undefined : { place: one, proof: 'verified' };
      },
      askTime: async () => undefined,
    });
    connectivity.setWitnesses(
      witnesses.map((_, port) => ({ host: 'w.example', port })),
      [place('a.example')],
    );
    let settledAtMs: number | undefined;
    void connectivity.confirm().then(() => (settledAtMs = clock.monotonicMs()));
    return { clock, connectivity, askedPlaces, settledAtMs: () => settledAtMs };
  }

  test.each<[what: string, Parameters<typeof slow>, state: string, atMs: number]>([
    [
      'one witness of two is quick',
      [
        [
          [50, 'answered'],
          [4000, 'silent'],
        ],
      ],
      'online',
      50,
    ],
    [
      'one is late, the other never comes',
      [
        [
          [2000, 'answered'],
          [4000, 'silent'],
        ],
      ],
      'online',
      2000,
    ],
    ['none comes, but a place', [[[4000, 'silent']], 300], 'online', 4000],
    ['nobody comes: the places have begun meanwhile', [[[4000, 'silent']]], 'offline', 5000],
    ['a stranger is quick: the places are asked at once', [[[50, 'intercepted']]], 'captive', 4050],
  ])('%s', async (_what, given, state, atMs) => {
    const { clock, connectivity, settledAtMs } = slow(...given);
    await clock.pass(1999);
    await clock.pass(4000);
    expect([connectivity.current().state, settledAtMs()]).toEqual([state, atMs]);
  });

  test('a plain answer ends nothing before all witnesses have had their say', async () => {
    const { clock, connectivity } = slow([[1500, 'intercepted']]);
    await clock.pass(500);
    connectivity.hear({ answer: plain() });
    await clock.pass(700);
    expect(connectivity.current().state).toBe('unknown');
    await clock.pass(5000);
    expect(connectivity.current().state).toBe('captive');
  });

  test('places are left alone while a witness answers', async () => {
    const { clock, askedPlaces } = slow([[500, 'answered']]);
    await clock.pass(10_000);
    expect([askedPlaces, clock.timers()]).toEqual([[], 0]);
  });
});
