/** The lock of a folder, between real processes: it guards what two commands in one clone would break. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';

const turn = join(import.meta.dirname, '..', '..', '..', 'build', 'setup', 'turn.mjs');

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'coop-tray-turn-'))));
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Prints `in` and `out`, and its messages while it waits. `work` runs in between. */
function command(who: string, work: string, where = folder) {
  const script = `
    import { spawnSync } from 'node:child_process';
    import { setTimeout as pause } from 'node:timers/promises';
    import { inTurn } from ${JSON.stringify(turn)};
    const say = (words) => console.log('${who} ' + words);
    await inTurn(${JSON.stringify(where)}, async () => { say('in'); ${work}; say('out'); }, () => say('waits'));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => heard.push(line));
  const says = (words: string) =>
    new Promise<void>((resolve) => {
      lines.on('line', (line) => line === `${who} ${words}` && resolve());
    });
  return { child, says, ended: once(child, 'close') };
}
let heard: string[] = [];
beforeEach(() => (heard = []));

test('a second command waits with a word until the first is out', async () => {
  const first = command('first', 'await pause(700)');
  await first.says('in');
  const second = command('second', '');
  await Promise.all([first.ended, second.ended]);
  expect(heard).toEqual(['first in', 'second waits', 'first out', 'second in', 'second out']);
});

test('of three that come at once, one at a time is in', async () => {
  const all = ['a', 'b', 'c'].map((who) => command(who, 'await pause(100)'));
  await Promise.all(all.map((one) => one.ended));
  const steps = heard.filter((line) => !line.endsWith('waits')).map((line) => line.slice(2));
  expect(steps).toEqual(['in', 'out', 'in', 'out', 'in', 'out']);
});

test('one that is killed, or whose thread is held, keeps nobody waiting for ever', async () => {
  const first = command('first', "spawnSync('sleep', ['60'])");
  await first.says('in');
  const second = command('second', '');
  await second.says('waits');
  first.child.kill('SIGKILL');
  await second.ended;
  expect(heard).toEqual(['first in', 'second waits', 'second in', 'second out']);
});

test('work that fails gives the turn back', async () => {
  await command('first', 'process.exitCode = 0; await Promise.reject(0).catch(() => {})').ended;
  await command('second', 'throw Object.assign(process.exit(0))').ended;
  await command('third', '').ended;
  expect(heard).toEqual(['first in', 'first out', 'second in', 'third in', 'third out']);
});

test('the children of whoever is in need not wait', async () => {
  const child = `import { inTurn } from ${JSON.stringify(turn)}; await inTurn(${JSON.stringify(folder)}, () => console.log('child in'));`;
  const words = JSON.stringify(['--input-type=module', '-e', child]);
  await command('first', `spawnSync(process.execPath, ${words}, { stdio: 'inherit' })`).ended;
  expect(heard).toEqual(['first in', 'child in', 'first out']);
});

test('another folder is another turn', async () => {
  const first = command('first', 'await pause(2000)');
  await first.says('in');
  await command('second', '', `${folder}-other`).ended;
  expect(heard).toEqual(['first in', 'second in', 'second out']);
});
