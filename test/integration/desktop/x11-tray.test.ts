/** Trays of the older X11 protocol on a real display. */
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock as clock } from '../../../main/platform/clock.ts';
import { createX11Tray } from '../../../main/platform/x11-tray.ts';
import type { X11Tray } from '../../../main/platform/x11-tray.ts';
import type { Processes } from '../../desktop/processes.ts';
import { createProcesses } from '../../desktop/processes.ts';
import { eventually } from '../../desktop/wait.ts';
import { startX11Tray } from '../../servers/x11-tray.ts';

const session = createProcesses(process.env);
let display = 0;
beforeAll(async () => {
  display = await startDisplay(session);
});
afterAll(() => session.stop());

async function startDisplay(processes: Processes): Promise<number> {
  const child = processes.start(
    ['Xvfb', '-displayfd', '3', '-nolisten', 'tcp', '-ac', '-noreset', '-screen', '0', '64x64x24'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const channel = child.stdio[3] as Readable;
  return new Promise((resolve) => channel.once('data', (data) => resolve(Number(String(data)))));
}

function trayOn(name: string): Readonly<{ tray: X11Tray; changes: () => number }> {
  let changes = 0;
  const tray = createX11Tray({
    clock,
    env: { DISPLAY: name, HOME: '/nowhere' },
    onChange: () => (changes += 1),
  });
  return { tray, changes: () => changes };
}
const becomes = (tray: X11Tray, there: boolean) =>
  eventually(
    `a tray: ${there}`,
    async () => ((await tray.look()) === there ? true : undefined),
    5000,
  );

test('a tray that comes and goes is heard of', async () => {
  const { tray, changes } = trayOn(`:${display}`);
  expect(await tray.look()).toBe(false);
  expect(changes()).toBe(0);
  const end = await startX11Tray(display);
  await eventually('word of the tray', () => (changes() > 0 ? true : undefined), 5000);
  await becomes(tray, true);
  const known = changes();
  end();
  await eventually('word of its end', () => (changes() > known ? true : undefined), 5000);
  await becomes(tray, false);
  tray.rest();
});

test('a tray that was there first is found, and again after a rest', async () => {
  const end = await startX11Tray(display);
  const { tray } = trayOn(`:${display}.0`);
  await becomes(tray, true);
  tray.rest();
  expect(await tray.look()).toBe(true);
  tray.rest();
  end();
});

test.each(['', 'far.example:0', `:${'9'.repeat(20)}`])(
  'a display that is not on this machine (“%s”) has none',
  async (name) => {
    expect(await trayOn(name).tray.look()).toBe(false);
  },
);

test('a display that ends does not answer, and is not asked in a loop', async () => {
  const own = createProcesses(process.env);
  const { tray, changes } = trayOn(`:${await startDisplay(own)}`);
  expect(await tray.look()).toBe(false);
  await own.stop();
  await eventually('word of its end', () => (changes() > 0 ? true : undefined), 5000);
  expect(await tray.look()).toBeUndefined();
  expect(changes()).toBe(1);
});
