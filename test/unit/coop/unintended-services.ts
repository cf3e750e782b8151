/** Services that are valid but most likely unintended, each with its findings. */
import type { Case } from './well.ts';
import { expecting, http, probe, service, site, well, whole } from './well.ts';

export const services: readonly Case[] = [
  ['nothing', well, []],
  ['a service that nothing checks', service({ probe: undefined }), ['$.services[1] never-checked']],
  ['one that is gone on purpose', service({ probe: undefined, retired: true }), []],
  [
    'two that ask the same',
    service({ probe: { ...site.probe, timeoutMs: 5000 } }),
    ['$.services[1].probe probe-twin'],
  ],
  [
    'two that ask one page for different texts',
    probe({ ...site.probe, expect: [{ on: 'body', contains: 'Welcome' }] }),
    [],
  ],
  ['two of one name', service({ name: 'site' }), ['$.services[1].name name-twin']],
  [
    'a hurry at others',
    service({ probe: http('hackmd.io'), intervalS: 30 }),
    ['$.services[1].intervalS interval-unkind'],
  ],
  [
    'a hurry at others’ port',
    service({ probe: { type: 'tcp', host: 'smtp.hoster.example', port: 25 }, intervalS: 30 }),
    ['$.services[1].intervalS interval-unkind'],
  ],
  ['a hurry at one’s own', service({ intervalS: 30 }), []],
  ['an interval in ms', service({ intervalS: 60_000 }), ['$.services[1].intervalS interval-ms']],
  ['a day', service({ intervalS: 86_400 }), []],
  [
    'a check that outlasts the next',
    service({ intervalS: 20, probe: http('x.example.coop', { timeoutMs: 30_000 }) }),
    ['$.services[1].probe.timeoutMs timeout-long'],
  ],
  [
    'a slow second look',
    service({ damping: { confirmS: 120 } }),
    ['$.services[1].damping.confirmS confirm-slow'],
  ],
  [
    'this machine',
    probe({ type: 'http', url: 'http://localhost:8080' }),
    ['$.services[1].probe local-host'],
  ],
  [
    'an address at home',
    probe({ type: 'tcp', host: '192.168.1.5', port: 22 }),
    ['$.services[1].probe local-host'],
  ],
  [
    'an IPv6 address at home',
    probe({ type: 'tcp', host: '[fd12::5]', port: 22 }),
    ['$.services[1].probe local-host'],
  ],
  ['a name at home', probe({ type: 'tls', host: 'nas.local' }), ['$.services[1].probe local-host']],
  [
    'a bare name',
    probe({ type: 'tcp', host: 'nas', port: 22 }),
    ['$.services[1].probe local-host'],
  ],
  ['what is after #', probe(http('x.example.coop/#/login')), ['$.services[1].probe.url fragment']],
  [
    'a preset with its path',
    probe({ type: 'preset', preset: 'nextcloud', url: 'https://x.example.coop/status.php' }),
    ['$.services[1].probe.url preset-path'],
  ],
  [
    'warnings for all its life',
    probe(http('x.example.coop', { certificate: { warnDays: [120, 7] } })),
    ['$.services[1].probe.certificate.warnDays warn-days-long'],
  ],
  [
    'a standby on the same machine',
    service({ probe: http('www.example.coop/x'), standby: { service: 'site' } }),
    ['$.services[1].standby.service standby-same-host'],
  ],
  [
    'a standby that nothing checks',
    whole({
      services: [
        { ...site, standby: { service: 'old' } },
        { id: 'old', name: 'Old', retired: true },
      ],
    }),
    ['$.services[0].standby.service standby-unchecked'],
  ],
  [
    'the same machine instead',
    service({ instead: { name: 'X', url: 'https://x.example.coop/simple' } }),
    ['$.services[1].instead.url instead-same-host'],
  ],
  ['another instead', service({ instead: { name: 'X', url: 'https://meet.example.org' } }), []],
  [
    'a parent that is gone',
    whole({
      services: [
        { ...site, parent: 'old' },
        { id: 'old', name: 'Old', retired: true },
      ],
    }),
    ['$.services[0].parent parent-retired'],
  ],
  [
    'a domain twice',
    whole({
      rdap: { url: 'https://rdap.example' },
      services: [
        { ...site, domain: 'example.coop' },
        { id: 'x', name: 'X', probe: http('x.example.coop'), domain: 'example.coop' },
      ],
    }),
    ['$.services[1].domain domain-twin'],
  ],
  [
    'a domain that nobody asks for',
    service({ domain: 'example.coop' }),
    ['$.services[1].domain domain-unasked'],
  ],
  [
    'a name below a domain',
    whole({
      rdap: { url: 'https://rdap.example' },
      services: [{ ...site, domain: 'www.example.co.uk' }],
    }),
    ['$.services[0].domain domain-part'],
  ],
];

export const expectations: readonly Case[] = [
  [
    'a body without a text',
    expecting({ on: 'body' }),
    ['$.services[1].probe.expect[0] expect-nothing'],
  ],
  [
    'an empty text',
    expecting({ on: 'body', contains: '' }),
    ['$.services[1].probe.expect[0] expect-nothing'],
  ],
  [
    'an empty text in a header',
    expecting({ on: 'header', name: 'server', contains: '' }),
    ['$.services[1].probe.expect[0].contains expect-nothing'],
  ],
  [
    'two letters',
    expecting({ on: 'body', contains: 'ok' }),
    ['$.services[1].probe.expect[0].contains expect-short'],
  ],
  [
    'how every page begins',
    expecting({ on: 'body', contains: '<!DOCTYPE html>' }),
    ['$.services[1].probe.expect[0].contains expect-any-page'],
  ],
  [
    'a tag of every page',
    expecting({ on: 'body', contains: '<title>' }),
    ['$.services[1].probe.expect[0].contains expect-any-page'],
  ],
  [
    'a text that is a word of its own',
    expecting({ on: 'body', contains: 'Welcome to our pads' }),
    [],
  ],
  [
    'what contradicts itself',
    expecting({ on: 'body', contains: 'No Error', lacks: 'Error' }),
    ['$.services[1].probe.expect[0].lacks expect-contrary'],
  ],
  [
    'lacking nothing',
    expecting({ on: 'body', lacks: '' }),
    ['$.services[1].probe.expect[0].lacks expect-contrary'],
  ],
  [
    'a text of HEAD',
    expecting({ on: 'body', contains: 'Welcome' }, { method: 'HEAD' }),
    ['$.services[1].probe.expect[0] expect-head'],
  ],
  [
    'JSON of HEAD',
    expecting({ on: 'json', path: '$.a', is: 'exists' }, { method: 'HEAD' }),
    ['$.services[1].probe.expect[0] expect-head'],
  ],
  [
    'a redirect that is followed',
    expecting({ on: 'status', in: [301, 302] }),
    ['$.services[1].probe.expect[0].in expect-redirect'],
  ],
  [
    'a redirect that is not',
    expecting({ on: 'status', in: [301, 302] }, { followRedirects: false }),
    [],
  ],
  [
    'seconds for ms',
    expecting({ on: 'latency', maxMs: 2 }),
    ['$.services[1].probe.expect[0].maxMs expect-seconds'],
  ],
  [
    'slow after down',
    expecting({ on: 'latency', maxMs: 20_000 }),
    ['$.services[1].probe.expect[0].maxMs expect-late'],
  ],
  [
    'a number as a text',
    expecting({ on: 'json', path: '$.a', is: 'eq', value: '200' }),
    ['$.services[1].probe.expect[0].value expect-type'],
  ],
  [
    'a boolean as a text',
    expecting({ on: 'json', path: '$.a', is: 'ne', value: 'false' }),
    ['$.services[1].probe.expect[0].value expect-type'],
  ],
];
