/** keytar against a real gnome-keyring, open, locked and missing, and against one that never answers. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Question } from './ask.ts';
import type { PrivateBus } from '../private-bus.ts';
import { startPrivateBus } from '../private-bus.ts';

const script = fileURLToPath(new URL('ask.ts', import.meta.url));
const account = 'matrix:@ada:example.org';
const secret = 'correct horse ‘battery’ staple';
const limitMs = 700;

let bus: PrivateBus;
beforeAll(async () => {
  bus = await startPrivateBus();
});
afterAll(() => bus.stop());

type Reply = Readonly<{ answer: string; tookMs: number }>;

/** Runs the questions one by one in a new process, and measures how long it took to exit afterwards, in ms. */
async function ask(...questions: readonly Question[]) {
  const child = spawn(process.execPath, [script, String(limitMs)], {
    env: bus.env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const replies: Reply[] = [];
  const ended = once(child, 'exit');
  child.stdin.end(questions.map((one) => `${JSON.stringify(one)}\n`).join(''));
  for await (const line of createInterface({ input: child.stdout })) {
    replies.push(JSON.parse(line) as Reply);
  }
  const saidAllMs = performance.now();
  await ended;
  return {
    answers: replies.map(({ answer }) => answer),
    tookMs: replies.map(({ tookMs }) => tookMs),
    endMs: performance.now() - saidAllMs,
  };
}

describe('the keyring', () => {
  it('that is not there is missing', async () => {
    const { answers } = await ask(['status', '', ''], ['get', account, ''], ['set', account, 'x']);
    expect(answers).toEqual([
      'missing',
      'SecretsError: keyring missing',
      'SecretsError: keyring missing',
    ]);
  });

  it('keeps a secret from one process to the next, and locked it gives none away', async () => {
    await bus.startKeyring('password');
    const first = await ask(['status', '', ''], ['get', account, ''], ['set', account, secret]);
    expect(first.answers).toEqual(['available', 'nothing', 'nothing']);
    expect((await ask(['get', account, ''])).answers).toEqual([secret]);
    await bus.endKeyring();

    await bus.startKeyring();
    const locked = await ask(
      ['status', '', ''],
      ['get', account, ''],
      ['set', account, 'other'],
      ['delete', account, ''],
    );
    expect(locked.answers).toEqual([
      'locked',
      ...Array.from({ length: 3 }, () => 'SecretsError: keyring locked'),
    ]);
    await bus.endKeyring();

    await bus.startKeyring('password');
    const opened = await ask(['get', account, ''], ['delete', account, ''], ['get', account, '']);
    expect(opened.answers).toEqual([secret, 'nothing', 'nothing']);
    await bus.endKeyring();
  });

  it('that never answers costs its limit, and keeps no process alive', async () => {
    await bus.startSilence();
    const { answers, tookMs, endMs } = await ask(['status', '', ''], ['get', account, '']);
    expect(answers).toEqual(['timed-out', 'SecretsError: keyring timed-out']);
    for (const one of tookMs) expect(one).toBeLessThan(2 * limitMs);
    expect(endMs).toBeLessThan(5000);
  });
});
