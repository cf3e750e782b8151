/** Common mistakes in a service and its probe: each has its place and a remedy, and affects nothing else. */
import { expect, test } from 'vitest';
import {
  expectOneProblem,
  expecting,
  frame,
  http,
  inProbe,
  probe,
  problemsOf,
  read,
  service,
  site,
} from './written.ts';

test.each([
  [
    'a port as text',
    probe({ type: 'tcp', host: 'a.example', port: '587' }),
    `${inProbe}.port`,
    'number-quoted',
  ],
  [
    'a port out of range',
    probe({ type: 'tcp', host: 'a.example', port: 70_000 }),
    `${inProbe}.port`,
    'at-most',
  ],
  [
    'half a port',
    probe({ type: 'tcp', host: 'a.example', port: 1.5 }),
    `${inProbe}.port`,
    'number-whole',
  ],
  ['no port', probe({ type: 'tcp', host: 'a.example' }), `${inProbe}.port`, 'missing'],
  ['a timeout in seconds', http({ timeoutMs: 10 }), `${inProbe}.timeoutMs`, 'milliseconds'],
  ['a timeout too long', http({ timeoutMs: 600_000 }), `${inProbe}.timeoutMs`, 'at-most'],
  ['an interval in ms', service({ intervalS: 300_000 }), '$.services[1].intervalS', 'seconds'],
  ['a hurry', service({ intervalS: 1 }), '$.services[1].intervalS', 'at-least'],
  ['a method in small letters', http({ method: 'get' }), `${inProbe}.method`, 'choice-near'],
  ['a method that changes things', http({ method: 'POST' }), `${inProbe}.method`, 'choice'],
  [
    'a type in capitals',
    probe({ type: 'HTTP', url: 'https://a.example' }),
    `${inProbe}.type`,
    'choice-near',
  ],
  [
    'a type with a slip',
    probe({ type: 'https', url: 'https://a.example' }),
    `${inProbe}.type`,
    'choice-near',
  ],
  [
    'a preset with a slip',
    probe({ type: 'preset', preset: 'nextclud', url: 'https://a.example' }),
    `${inProbe}.preset`,
    'choice-near',
  ],
  [
    'short links without one',
    probe({ type: 'preset', preset: 'shortlinks', url: 'https://a.example' }),
    `${inProbe}.keyword`,
    'preset-keyword',
  ],
  [
    'a path that cannot be read',
    expecting({ on: 'json', path: '$.a[', is: 'exists' }),
    `${inProbe}.expect[0].path`,
    'json-path',
  ],
  [
    'a path without its root',
    expecting({ on: 'json', path: 'status', is: 'exists' }),
    `${inProbe}.expect[0].path`,
    'json-path',
  ],
  [
    'a comparison with nothing',
    expecting({ on: 'json', path: '$.a', is: 'eq' }),
    `${inProbe}.expect[0].value`,
    'comparison-value',
  ],
  [
    'less than a text',
    expecting({ on: 'json', path: '$.a', is: 'lt', value: '5' }),
    `${inProbe}.expect[0].value`,
    'comparison-value',
  ],
  [
    'a comparison by its sign',
    expecting({ on: 'json', path: '$.a', is: '==', value: 1 }),
    `${inProbe}.expect[0].is`,
    'choice',
  ],
  [
    'a status as text',
    expecting({ on: 'status', in: ['200'] }),
    `${inProbe}.expect[0].in[0]`,
    'number-quoted',
  ],
  ['one status', expecting({ on: 'status', in: 200 }), `${inProbe}.expect[0].in`, 'list'],
  [
    'a status that is none',
    expecting({ on: 'status', in: [2000] }),
    `${inProbe}.expect[0].in[0]`,
    'status-code',
  ],
  [
    'a header with its colon',
    expecting({ on: 'header', name: 'Server:' }),
    `${inProbe}.expect[0].name`,
    'header-name',
  ],
  ['nothing to look at', expecting({ contains: 'x' }), `${inProbe}.expect[0].on`, 'missing'],
  [
    'expect without its list',
    http({ expect: { on: 'status', in: [200] } }),
    `${inProbe}.expect`,
    'list',
  ],
  ['a boolean as text', service({ retired: 'true' }), '$.services[1].retired', 'boolean'],
  [
    'an id in capitals',
    { services: [site, { id: 'My Site', name: 'X' }] },
    '$.services[1].id',
    'id',
  ],
  ['an id twice', { services: [site, site] }, '$.services[1].id', 'id-taken'],
  ['no name', { services: [site, { id: 'x' }] }, '$.services[1].name', 'missing'],
  ['an empty name', { services: [site, { id: 'x', name: ' ' }] }, '$.services[1].name', 'empty'],
  [
    'a parent that is not there',
    service({ parent: 'host' }),
    '$.services[1].parent',
    'other-service',
  ],
  ['a parent that it carries', service({ parent: 'x' }), '$.services[1].parent', 'parent-circle'],
  [
    'a standby that is itself',
    service({ standby: { service: 'x' } }),
    '$.services[1].standby.service',
    'other-service',
  ],
  [
    'a feed that is not there',
    service({ feed: { feed: 'no', component: 'x' } }),
    '$.services[1].feed.feed',
    'known-feed',
  ],
])('%s', (_what, more, path, code) => expectOneProblem(more, path, code));

test('a wrong witness costs no other, and no service', () => {
  const witness = { host: '9.9.9.9', port: 53 };
  const { witnesses, services } = read({ ...frame, witnesses: [{ port: 1 }, witness] });
  expect([witnesses, services.length]).toEqual([[witness], 1]);
});

test('keys that look like none of ours are left to newer versions', () => {
  expect(problemsOf({ colour: 'blue', $comment: 'ours', ...http({ http3: true }) })).toEqual([]);
});

test('a service with a mistake waits, and says in both languages why', () => {
  const { services } = read({ ...frame, ...probe({ type: 'tcp', host: 'a.example:1', port: 1 }) });
  expect(services[1]?.unreadable).toEqual({
    code: 'document',
    params: {
      path: `${inProbe}.host`,
      problem: 'host-port',
      host: 'a.example',
      port: 1,
    },
  });
});
