import { describe, expect, test } from 'vitest';
import { expandPreset } from '../../../shared/coop/presets.ts';
import { ProbeSchema } from '../../../shared/coop/probe.ts';
import { laneOf, nextBeginnings, placeAsked, speaksFor } from '../../../shared/status/lanes.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import { unchecked } from '../../../shared/status/machine.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import * as v from 'valibot';

const well: ServiceRecord = { verdict: 'up', sinceUtcMs: 0 };
const failing: ServiceRecord = {
  ...well,
  pending: { direction: 'worse', count: 1, sinceUtcMs: 0 },
};
const down: ServiceRecord = { verdict: 'down', sinceUtcMs: 0 };

test.each<[what: string, record: ServiceRecord | undefined, asked: boolean, lane: string]>([
  ['unknown as yet', undefined, false, 'usual'],
  ['not checked yet', unchecked(0), false, 'usual'],
  ['well', well, false, 'usual'],
  ['being confirmed', failing, false, 'doubtful'],
  ['down', down, false, 'doubtful'],
  [
    'recovering',
    { ...down, pending: { direction: 'better', count: 1, sinceUtcMs: 0 } },
    false,
    'doubtful',
  ],
  ['well, and asked for', well, true, 'now'],
  ['down, and asked for', down, true, 'now'],
])('a service that is %s', (_what, record, asked, lane) => {
  expect(laneOf(record, asked)).toBe(lane);
});

const up: Observation = { verdict: 'up', timings: {} };
const lost: Observation = { verdict: 'down', reason: reason('refused'), timings: {} };

test.each<[what: string, from: number, seen: Observation, tookMs: number, to: number]>([
  ['a prompt answer makes room for one more', 32, up, 200, 33],
  ['up to a limit', 64, up, 200, 64],
  ['a late one takes one away', 32, up, 1500, 31],
  ['down to a limit', 16, up, 1500, 16],
  ['one that never came tells nothing of the line', 32, lost, 10_000, 32],
  ['nor does a refusal', 32, lost, 1, 32],
])('how many checks may begin: %s', (_what, from, seen, tookMs, to) => {
  expect(nextBeginnings(from, seen, tookMs)).toBe(to);
});

test.each<[probe: object, place: object]>([
  [
    { type: 'http', url: 'https://Pads.example/status' },
    { host: 'pads.example', key: 'pads.example:443' },
  ],
  [
    { type: 'http', url: 'http://pads.example:8080/' },
    { host: 'pads.example', key: 'pads.example:8080' },
  ],
  [
    { type: 'http', url: 'http://[2001:db8::1]/' },
    { host: '2001:db8::1', key: '2001:db8::1:80' },
  ],
  [
    { type: 'preset', preset: 'synapse', url: 'https://matrix.example' },
    { host: 'matrix.example', key: 'matrix.example:443' },
  ],
  [
    { type: 'tcp', host: 'mail.example', port: 25 },
    { host: 'mail.example', key: 'mail.example:25' },
  ],
  [
    { type: 'tls', host: 'mail.example' },
    { host: 'mail.example', key: 'mail.example:443' },
  ],
  [{ type: 'federation', serverName: 'co-op.example' }, { host: 'co-op.example' }],
  [{ type: 'dns', name: 'co-op.example' }, {}],
])('whom %j asks', (probe, place) => {
  expect(placeAsked(expandPreset(v.parse(ProbeSchema, probe)))).toEqual(place);
});

describe('a check that found nobody', () => {
  const place = { host: 'a.example', key: 'a.example:443' };
  const seen: Observation = { ...lost, silentAt: 'a.example:443' };
  test.each<
    [
      what: string,
      seen: Observation,
      hadMs: number,
      key: string,
      timeoutMs: number,
      speaks: boolean,
    ]
  >([
    ['the same place', seen, 10_000, 'a.example:443', 10_000, true],
    ['one that has less time', seen, 10_000, 'a.example:443', 3000, true],
    ['one that has more time', seen, 3000, 'a.example:443', 10_000, false],
    ['another port', seen, 10_000, 'a.example:8443', 10_000, false],
    ['the same place, where it was refused', lost, 10_000, 'a.example:443', 10_000, false],
  ])('and %s', (_what, one, hadMs, key, timeoutMs, speaks) => {
    const other = { place: { ...place, key }, timeoutMs };
    expect(speaksFor(one, { timeoutMs: hadMs }, other)).toBe(speaks);
  });
});
