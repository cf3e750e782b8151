/** A source that fails is logged when it begins to, and when it answers again. */
import { expect, test } from 'vitest';
import {
  createSourceLog,
  faultOfStatus,
  fetchWithSourceLog,
  withSourceLog,
} from '../../../main/platform/log/source-log.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Net } from '../../../main/platform/net/index.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { recordingLog } from '../../recording-log.ts';

const url = 'https://ana:secret@a.example/private-1234/basic.ics?token=secret#secret';

test('once for each change, by its host alone', () => {
  const { log, lines } = recordingLog();
  const { note } = createSourceLog(log);
  for (const fault of [undefined, 'timeout', 'timeout', 'refused', undefined, undefined, 'timeout'])
    note(url, fault);
  expect(lines).toEqual([
    'warn source fails host=a.example fault=timeout',
    'warn source fails host=a.example fault=refused',
    'info source answers again host=a.example',
    'warn source fails host=a.example fault=timeout',
  ]);
});

test.each(['http://192.168.1.5/x', 'https://[2001:db8::1]:8443/'])(
  'an IP address is none of a log’s business: %s',
  (address) => {
    const { log, lines } = recordingLog();
    createSourceLog(log).note(address, 'timeout');
    expect(lines).toEqual(['warn source fails host=address fault=timeout']);
  },
);

test('two addresses of a host do not speak for each other', () => {
  const { log, lines } = recordingLog();
  const { note } = createSourceLog(log);
  for (let turn = 0; turn < 3; turn += 1) {
    note('https://a.example/good', undefined);
    note('https://a.example/bad', 'status-503');
  }
  expect(lines).toEqual(['warn source fails host=a.example fault=status-503']);
});

test('thousands of addresses are not all remembered', () => {
  const { log, lines } = recordingLog();
  const { note } = createSourceLog(log);
  for (let at = 0; at <= 500; at += 1) note(`https://a.example/${at}`, 'timeout');
  note('https://a.example/500', 'timeout');
  note('https://a.example/0', 'timeout');
  expect(lines).toHaveLength(502);
});

test.each([
  [200, undefined],
  [304, undefined],
  [404, undefined],
  [410, undefined],
  [401, 'status-401'],
  [429, 'status-429'],
  [503, 'status-503'],
])('the status %i', (status, fault) => {
  expect(faultOfStatus(status)).toBe(fault);
});

type Outcome = number | Error;

function netOf(outcome: Outcome): Net {
  const unused = () => Promise.reject(new Error('unused'));
  return {
    within: unused,
    connect: unused,
    request: async ({ url: of }) => {
      if (typeof outcome !== 'number') throw outcome;
      return { url: of, status: outcome, headers: {}, body: 'secret', timings: {} };
    },
  };
}

const { signal } = new AbortController();

test.each<[Outcome, string[]]>([
  [200, []],
  [503, ['warn source fails host=a.example fault=status-503']],
  [
    new NetError(reason('timeout', { phase: 'dns', seconds: 5 })),
    ['warn source fails host=a.example fault=timeout'],
  ],
  [new Error('secret'), ['warn source fails host=a.example fault=internal']],
])('a request that ends with %s', async (outcome, expected) => {
  const { log, lines } = recordingLog();
  const net = withSourceLog(netOf(outcome), createSourceLog(log));
  await net.request({ url, signal, limits: {} } as never).catch(() => undefined);
  expect(lines).toEqual(expected);
});

test('a request that we gave up says nothing of the source', async () => {
  const { log, lines } = recordingLog();
  const net = withSourceLog(netOf(new Error('aborted')), createSourceLog(log));
  await expect(net.request({ url, signal: AbortSignal.abort() } as never)).rejects.toThrow(
    'aborted',
  );
  const fetch = fetchWithSourceLog(() => Promise.reject(new Error('x')), createSourceLog(log));
  await expect(fetch(url, { signal: AbortSignal.abort() })).rejects.toThrow('x');
  expect(lines).toEqual([]);
});

test('an account’s server is one source', async () => {
  const { log, lines } = recordingLog();
  let status = 200;
  const fetch = fetchWithSourceLog(
    async () => new Response('secret', { status }),
    createSourceLog(log),
  );
  await fetch('https://m.example/_matrix/client/v3/sync?access_token=secret');
  status = 502;
  await fetch('https://m.example/_matrix/client/v3/rooms/!secret/send');
  await fetch(new URL('https://m.example/_matrix/client/v3/sync?since=secret'));
  expect(lines).toEqual(['warn source fails host=m.example fault=status-502']);
});
