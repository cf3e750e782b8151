/** What is said beside a verdict. */
import { expect, test } from 'vitest';
import type { Measurement } from '../../../shared/echo/measurement.ts';
import { remarksOf } from '../../../shared/echo/remarks.ts';
import { measured } from './figures.ts';

type Route = NonNullable<Measurement['connection']>['route'];
const http = { via: 'rtt-check' } as const;

test.each<[string, Measurement['http'], Route, readonly string[]]>([
  ['sound that goes around the proxy', { ...http, proxied: true }, 'udp', ['around-proxy']],
  // A relay over TCP is reached through it.
  ['sound through a relay', { ...http, proxied: true }, 'relay', ['relay']],
  ['sound without a proxy', http, 'udp', []],
])('%s', (_what, found, route, remarks) => {
  const measurement = { ...measured(), http: found, connection: { route } } as Measurement;
  expect(remarksOf(measurement)).toEqual(remarks);
});
