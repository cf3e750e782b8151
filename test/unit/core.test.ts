/**
 * The parts of the core's wiring that the scenarios leave out: the history, and what features and the window attach.
 */
import { expect, test } from 'vitest';
import type { History } from '../../main/core/history/index.ts';
import { createCore } from '../../main/core/index.ts';
import type { Attachments } from '../../main/core/world.ts';
import { createConnectivity } from '../../main/platform/connectivity.ts';
import { createEmitter } from '../../main/platform/emitter.ts';
import type { Net } from '../../main/platform/net/index.ts';
import { createTimes } from '../../shared/i18n/times.ts';
import { createTranslate } from '../translate.ts';
import type { Testimony } from '../../shared/net/connectivity.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import { reason } from '../../shared/observation/observation.ts';
import { memoryFiles } from '../memory-files.ts';
import { fakeClock } from './clock.ts';

const minute = 60_000;
const source = 'https://co-op.example/coop.json';
const up: Observation = { verdict: 'up', timings: {} };
const down: Observation = { verdict: 'down', reason: reason('refused'), timings: {} };
const coop = {
  version: 1,
  name: 'Co-op',
  witnesses: [{ host: 'w.example', port: 443 }],
  services: [{ id: 'pads', name: 'Pads', probe: { type: 'http', url: 'http://pads' } }],
  emergency: { text: 'Meet at the office.' },
  quietHours: { outside: { days: ['tue'], from: '08:00', to: '16:00' } },
};

async function start(
  attachments: Attachments = {},
  {
    files = {},
    seen = up,
  }: Readonly<{ files?: Readonly<Record<string, string>>; seen?: Observation }> = {},
) {
  const clock = fakeClock(Date.UTC(2026, 10, 24, 15, 0));
  const jumps = createEmitter<void>();
  const notes: string[] = [];
  const titles: string[] = [];
  const machine: { witness: Testimony; seen: Observation; timeZone: string } = {
    timeZone: 'UTC',
    witness: 'answered',
    seen,
  };
  const unused = () => Promise.reject(new Error('unused'));
  const net: Net = {
    within: unused,
    connect: unused,
    request: async ({ url }) => ({
      url,
      status: 200,
      headers: {},
      body: JSON.stringify(coop),
      timings: {},
    }),
  };
  const connectivity = createConnectivity({
    clock,
    ask: async () => ({ testimony: machine.witness }),
    askPlace: async () => undefined,
    askTime: async () => undefined,
    onJump: jumps.emit,
  });
  const core = createCore({
    appVersion: '1',
    locale: 'en',
    language: 'en',
    t: createTranslate('en'),
    times: createTimes('en', 'UTC'),
    clock,
    random: () => 0.5,
    timeZone: () => machine.timeZone,
    net,
    pages: net,
    probe: async () => machine.seen,
    connectivity,
    onJump: jumps.on,
    files: memoryFiles(files),
    history: noteHistory(notes),
  });
  core.attach(attachments);
  core.onNotification(({ text }) => titles.push(`${text.title} / ${text.body}`));
  await core.restore();
  await core.directory.join(source);
  await clock.pass(minute);
  return { clock, connectivity, core, machine, notes, titles };
}

/** A history that only records its calls. */
function noteHistory(notes: string[]): History {
  return {
    observe: ({ serviceId }) => void notes.push(`observe ${serviceId}`),
    setCoop: (key, name) => void notes.push(`coop ${key} ${name}`),
    pause: () => void notes.push('pause'),
    detail: async () => undefined,
    overview: async () => undefined,
    exported: async function* () {},
    problem: () => ({ code: 'unwritable' }),
    onChange: () => () => undefined,
    leave: () => undefined,
    dispose: () => undefined,
  };
}

test('the history learns which co-op it is before the first check, then every check', async () => {
  const { clock, core, notes } = await start();
  expect(notes.slice(0, 2)).toEqual([`coop ${source} Co-op`, 'observe pads']);
  const before = notes.length;
  core.monitor.checkNow();
  await clock.pass(1000);
  expect(notes.slice(before)).toContain('observe pads');
  expect(core.state.snapshot().historyProblem).toEqual({ code: 'unwritable' });
});

test('the history pauses while nothing can be checked', async () => {
  const { clock, core, machine, notes } = await start();
  machine.witness = 'silent';
  machine.seen = down;
  expect(notes).not.toContain('pause');
  core.monitor.checkNow();
  await clock.pass(10 * minute);
  expect(core.state.snapshot().connectivity.state).toBe('offline');
  expect(notes).toContain('pause');
});

/** Records each call of what is attached. */
function attachments() {
  const calls: string[] = [];
  const note = (call: string) => () => void calls.push(call);
  const attached: Attachments = {
    setDocument: ({ name }) => void calls.push(`document ${name}`),
    suspend: note('suspend'),
    resume: note('resume'),
    noteChanges: (changes) =>
      changes.forEach(({ serviceId, to }) => calls.push(`${serviceId} ${to}`)),
    annotate: ({ id }) => ({ seenBy: [{ by: id, note: '', atUtcMs: 0 }] }),
  };
  return { attached, calls };
}

test('what is attached follows the document, sleep, and the network once it answers again', async () => {
  const { attached, calls } = attachments();
  const { clock, core } = await start(attached);
  expect(calls).toEqual(['document Co-op', 'pads up']);
  core.suspend();
  core.wake();
  expect(calls.slice(2)).toEqual(['suspend']);
  await clock.pass(minute);
  expect(calls.slice(3)).toEqual(['resume']);
});

test('what is attached goes on after a sleep without a network, too', async () => {
  const { attached, calls } = attachments();
  const { clock, core, machine } = await start(attached);
  core.suspend();
  machine.witness = 'silent';
  machine.seen = down;
  core.wake();
  await clock.pass(10 * minute);
  expect(core.state.snapshot().connectivity.state).toBe('offline');
  expect(calls.slice(2)).toEqual(['suspend', 'resume']);
});

test('a jump of the clock counts as a sleep, whether the network layer or the monitor sees it', async () => {
  const { attached, calls } = attachments();
  const { clock, connectivity, core } = await start(attached);
  let wakes = 0;
  core.onWake(() => (wakes += 1));
  clock.jump(10 * minute);
  connectivity.hear({ answer: { place: { host: 'x', port: 80, speaks: 'http' }, proof: 'plain' } });
  expect(wakes).toBe(1);
  await clock.pass(minute);
  expect(calls.at(-1)).toBe('resume');
  clock.jump(10 * minute);
  core.monitor.checkNow();
  await clock.pass(0);
  expect(wakes).toBe(2);
});

test('changes reach what is attached also while the member is told of none', async () => {
  const { attached, calls } = attachments();
  const { clock, core, machine, titles } = await start(attached);
  await core.policy.commands.pause('open');
  machine.seen = down;
  core.monitor.checkNow();
  await clock.pass(10 * minute);
  expect(calls).toContain('pads down');
  expect(titles).toEqual([]);
});

test('the quiet hours are those that the document proposes', async () => {
  const { core } = await start();
  const { setBy, quietHours } = core.policy.view();
  expect(setBy).toBe('coop');
  expect(quietHours).toMatchObject({ days: ['tue'], fromMinute: 480, toMinute: 960 });
});

test('after a sleep that was a journey, the quiet hours are those of the new time zone', async () => {
  const { core, machine } = await start();
  expect(core.policy.isQuiet()).toBe(false);
  core.suspend();
  machine.timeZone = 'Asia/Tokyo';
  core.wake();
  expect(core.policy.isQuiet()).toBe(true);
});

test('features add to the views of services', async () => {
  const { core } = await start(attachments().attached);
  expect(core.state.view('pads')?.seenBy).toEqual([{ by: 'pads', note: '', atUtcMs: 0 }]);
  expect(core.state.snapshot().services[0]?.seenBy).toEqual(core.state.view('pads')?.seenBy);
});

const shared = { room: '#servers:coop', userId: '@ada:coop', itemId: 'item-1' };
const peace = JSON.stringify({
  version: 1,
  snoozes: {},
  acknowledgements: { pads: { sinceUtcMs: 0, reason: 'We know.', shared } },
});

test('an acknowledgement is withdrawn by what is attached; alone, the core cannot', async () => {
  const before = { files: { peace }, seen: down };
  const alone = await start({}, before);
  expect(await alone.core.policy.commands.withdraw('pads')).toBe('nowhere');
  const { core } = await start({ share: async () => 'taken' }, before);
  expect(await core.policy.commands.withdraw('pads')).toBe('taken');
});

test('a notification points to the emergency card where the document has one', async () => {
  const { clock, core, machine, titles } = await start();
  machine.seen = down;
  core.monitor.checkNow();
  await clock.pass(10 * minute);
  expect(titles).toHaveLength(1);
  expect(titles[0]).toContain(createTranslate('en')('emergency.hint'));
});

test('an open window is drawn at every figure, and at none once the core is disposed of', async () => {
  const { clock, core } = await start({ isWindowOpen: () => true });
  let drawn = 0;
  core.state.onChange(() => (drawn += 1));
  await clock.pass(10 * minute);
  expect(drawn).toBeGreaterThan(5);
  core.dispose();
  const before = drawn;
  core.monitor.checkNow();
  await clock.pass(10 * minute);
  expect(drawn).toBe(before);
});
