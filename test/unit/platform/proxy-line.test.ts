/** A proxy between this machine and everything else. */
import { expect, test } from 'vitest';
import { createConnectivity } from '../../../main/platform/connectivity.ts';
import type { Answered } from '../../../shared/net/answers.ts';
import type { WitnessResult } from '../../../shared/net/connectivity.ts';
import { judgeConnectivity } from '../../../shared/net/connectivity.ts';
import type { ProxyFault } from '../../../shared/net/proxy-answer.ts';
import { fakeClock } from '../clock.ts';

const verified: Answered = {
  place: { host: 'a.example', port: 443, speaks: 'https' },
  proof: 'verified',
};
const near: Answered = { place: { host: 'nas.local', port: 80, speaks: 'http' }, proof: 'plain' };
const silent: WitnessResult = { testimony: 'silent' };
const answered: WitnessResult = { testimony: 'answered' };
const stranger: WitnessResult = { testimony: 'intercepted' };
const blocked: WitnessResult = { testimony: 'silent', proxyFault: 'proxy-silent' };
const locked: WitnessResult = { testimony: 'silent', proxyFault: 'proxy-login' };
test.each<[string, readonly WitnessResult[], readonly Answered[], readonly ProxyFault[], string]>([
  ['a proxy in the way of all', [blocked, blocked], [], [], 'proxy-silent'],
  ['one that wants a login', [blocked, locked], [], [], 'proxy-login'],
  ['one that lets a witness through', [blocked, answered], [], [], 'online'],
  ['one that lets a service through', [blocked], [verified], [], 'online'],
  ['one, and what is near without it', [blocked], [near], [], 'proxy-silent'],
  ['one in the way of other hosts', [silent], [], ['proxy-silent'], 'proxy-silent'],
  ['one beside a sign-in page', [blocked, stranger], [], [], 'proxy-silent'],
  ['one without a witness', [], [], ['proxy-silent'], 'unknown'],
])('%s: %#', (_name, witnesses, answers, faults, state) => {
  expect(judgeConnectivity(witnesses, answers, false, faults)).toBe(state);
});

test('a proxy in the way of one answer is looked into at once, and its end as well', async () => {
  const clock = fakeClock();
  let asked = 0;
  let result = locked;
  const connectivity = createConnectivity({
    clock,
    ask: async () => {
      asked += 1;
      return result;
    },
    askPlace: async () => undefined,
    askTime: async () => undefined,
  });
  const seen: string[] = [];
  connectivity.onChange((now) => seen.push(now.state));
  connectivity.setWitnesses([{ host: 'w.example', port: 443 }], []);
  connectivity.hear({ proxyFault: 'proxy-login' });
  connectivity.hear({ proxyFault: 'proxy-login' });
  await clock.pass(100);
  expect([asked, seen]).toEqual([1, ['proxy-login']]);
  result = answered;
  await clock.pass(31_000);
  expect(seen).toEqual(['proxy-login', 'online']);
});
