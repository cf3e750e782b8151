/**
 * Several jobs in one repository of the real restic or borg: each target has its own figures, or none. The programs do
 * the work, so the tests run concurrently, each in its own folder.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestContext } from 'vitest';
import { expect, test, vi } from 'vitest';
import { createHookWorld } from './hook-world.ts';

/** A dozen runs of a program on a busy machine. */
vi.setConfig({ testTimeout: 180_000 });

const run = promisify(execFile);
const days = ['22', '23', '24'].map((day) => `2026-11-${day}`);

/** A machine with files and pads to back up, deleted after its test. */
function openMachine({ onTestFinished }: TestContext) {
  const world = createHookWorld();
  onTestFinished(() => rmSync(world.folder, { recursive: true, force: true }));
  const at = (name: string) => join(world.folder, name);
  const env = {
    RESTIC_REPOSITORY: at('repository'),
    RESTIC_PASSWORD: 'test',
    BORG_BASE_DIR: world.folder,
    TZ: 'UTC',
  };
  for (const name of ['files', 'pads']) {
    mkdirSync(at(name));
    writeFileSync(join(at(name), 'a.txt'), name.repeat(name === 'pads' ? 100 : 5000));
  }
  return {
    at,
    program: (...[name = '', ...words]: readonly string[]) =>
      run(name, words, { env: { PATH: process.env['PATH'] ?? '', HOME: world.folder, ...env } }),
    hook: (name: string, words: readonly string[], more: Readonly<Record<string, string>> = {}) =>
      world.run(name, words, { ...env, ...more }),
    /** Figures of a target as members see them. */
    figuresOf: (target: string) => {
      const reading = world.read().find(({ id }) => id === target);
      return { held: reading?.retention?.heldDays, size: reading?.sizeBytes };
    },
  };
}

function openRestic(context: TestContext) {
  const machine = openMachine(context);
  const { at, program, hook } = machine;
  return {
    ...machine,
    /** Backs up the files on three nights. */
    fill: async (...words: readonly string[]) => {
      await program('restic', 'init');
      for (const day of days) {
        const time = ['--time', `${day} 02:00:00`];
        await program('restic', 'backup', '--no-cache', ...time, ...words, at('files'));
      }
    },
    restic: (words: readonly string[], more?: Readonly<Record<string, string>>) =>
      hook('coop-backups-restic.sh', words, more),
  };
}

async function openBorg(context: TestContext) {
  const machine = openMachine(context);
  const { at, program, hook } = machine;
  const create = (time: string, archive: string, folder: string) =>
    program('borg', 'create', '--timestamp', time, `${at('repository')}::${archive}`, at(folder));
  await program('borg', 'init', '--encryption', 'none', at('repository'));
  return {
    ...machine,
    fill: async (nameOf: (day: string) => string, folder = 'files') => {
      for (const day of days) await create(`${day}T02:00:00`, nameOf(day), folder);
    },
    padsOnce: (name: string) => create('2026-11-24T04:00:00', name, 'pads'),
    borg: (...words: readonly string[]) =>
      hook('coop-backups-borg.sh', ['pads', at('repository'), ...words]),
  };
}

test.concurrent.for<[string, readonly string[], readonly string[]]>([
  ['by its paths', [], ['pads']],
  ['by its host', ['--host', 'web'], ['files', '--host', 'nas']],
  ['by its tags', ['--tag', 'night'], ['files', '--tag', 'pads']],
  ['among the paths of others', ['pads'], ['pads']],
])(
  'restic counts the days of this backup only, told apart %s',
  async ([_how, others, own], context) => {
    const { at, fill, restic, figuresOf } = openRestic(context);
    const words = (list: readonly string[]) =>
      list.map((one) => ((one === 'files' || one === 'pads') && list[0] === one ? at(one) : one));
    await fill(...words(others));
    const ended = await restic(['pads', '--no-cache', '--host', 'nas', ...words(own)]);
    expect(ended.code).toBe(0);
    expect(figuresOf('pads').held).toBe(1);
  },
);

test.concurrent('restic: the size is that of the snapshot that was made, whatever came last', async (context) => {
  const { at, fill, restic, figuresOf } = openRestic(context);
  await fill();
  await restic(['pads', '--no-cache', '--time', '2026-11-10 02:00:00', at('pads')]);
  expect(figuresOf('pads')).toEqual({ held: 1, size: 400 });
});

test.concurrent('restic: containers have another name each time, and the document may say what else counts', async (context) => {
  const { at, program, restic, figuresOf } = openRestic(context);
  await program('restic', 'init');
  const hosts = ['0123456789ab', 'ba9876543210'];
  for (const [index, host] of hosts.entries()) {
    const time = ['--time', `${days[index]} 02:00:00`, '--host', host];
    await program('restic', 'backup', '--no-cache', ...time, at('pads'));
  }
  await program('restic', 'backup', '--no-cache', '--time', '2026-11-01 02:00:00', at('pads'));
  const last = ['--no-cache', '--time', '2026-11-24 02:00:00', '--host'];
  await restic(['pads', ...last, 'aaaaaaaaaaaa', at('pads')]);
  expect(figuresOf('pads').held).toBe(3);
  await restic(['pads', ...last, 'pod-7', at('pads')]);
  expect(figuresOf('pads').held).toBe(1);
  await restic(['pads', ...last, 'pod-8', at('pads')], { COOP_BACKUPS_GROUP_BY: 'paths' });
  expect(figuresOf('pads').held).toBe(4);
});

test.concurrent('restic: where it does not say what it made, the figures are told only if there are no others', async (context) => {
  const { at, program, fill, restic, figuresOf } = openRestic(context);
  await fill();
  const quiet = ['--quiet', '--no-cache', '--time', '2026-11-25 02:00:00'];
  const here = await program('uname', '-n');
  await restic(['files', ...quiet, '--host', here.stdout.trim(), at('files')]);
  expect(figuresOf('files').held).toBe(4);
  await restic(['pads', ...quiet, at('pads')]);
  expect(figuresOf('pads')).toEqual({});
});

test.concurrent.for([
  ['files-2026-11-24', 'pads-2026-11-24'],
  ['2026-11-24-files', '2026-11-24-pads'],
  ['pads-old-2026-11-24', 'pads-2026-11-24T04:00:00'],
])(
  'borg counts the archives that are named after the target: %s is none, %s is one',
  async ([other, own], context) => {
    const { fill, padsOnce, borg, figuresOf } = await openBorg(context);
    await fill((day) => (other ?? '').replace('2026-11-24', day));
    await padsOnce(own ?? '');
    await padsOnce('later-2026-11-23');
    expect((await borg()).code).toBe(0);
    expect(figuresOf('pads')).toEqual({ held: 1, size: 400 });
  },
);

test.concurrent('borg counts the archives of the pattern that it is given', async (context) => {
  const { fill, padsOnce, borg, figuresOf } = await openBorg(context);
  await fill((day) => `web-files-${day}`);
  await padsOnce('web-p-2026-11-24');
  await padsOnce('web-files-2026-11-25');
  await borg('web-p-*');
  expect(figuresOf('pads')).toEqual({ held: 1, size: 400 });
});

test.concurrent('borg counts all where all are named alike, and none where it cannot tell', async (context) => {
  const { fill, padsOnce, borg, figuresOf } = await openBorg(context);
  await fill((day) => `web-${day}T02:00:00`, 'pads');
  await borg();
  expect(figuresOf('pads')).toEqual({ held: 3, size: 400 });
  await padsOnce('mail-2026-11-24');
  await borg();
  expect(figuresOf('pads')).toEqual({});
});
