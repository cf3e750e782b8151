import { describe, expect, test } from 'vitest';
import { addressOf, LinkSchema } from '../../../shared/coop/links.ts';
import type { Link } from '../../../shared/coop/links.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import { connectivityStates } from '../../../shared/net/connectivity.ts';
import { isCardOffered, offersCard } from '../../../shared/status/emergency.ts';
import { serviceView } from '../../fixtures/views.ts';
import { viewCard } from '../../../shared/coop/card.ts';
import * as v from 'valibot';

function parse(emergency: unknown) {
  const services = [
    {
      id: 'chat',
      name: 'Chat',
      url: 'https://chat.example',
      instead: { name: 'the phone' },
      standby: { service: 'copy' },
    },
    { id: 'copy', name: 'Copy', url: 'https://copy.example' },
  ];
  const parsed = parseCoopDocument(JSON.stringify({ version: 1, name: 'x', services, emergency }));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.document;
}

const el = {
  name: 'El',
  role: 'runs the servers',
  phone: '+1 (555) 010-0',
  email: 'el@coop.example',
  url: 'https://el.example',
};

describe('the emergency card of a document', () => {
  test.each<[string, unknown, string[]]>([
    ['that is well', { text: 'Meet.', contacts: [el] }, []],
    [
      'with a contact without a name',
      { text: 'Meet.', contacts: [{ phone: '1' }] },
      ['.contacts[0].name'],
    ],
    [
      'with a number that is none',
      { text: 'Meet.', contacts: [{ ...el, phone: '911;x=y' }] },
      ['.contacts[0].phone'],
    ],
    [
      'with a number of nothing but signs',
      { text: 'Meet.', contacts: [{ ...el, phone: '+ ()' }] },
      ['.contacts[0].phone'],
    ],
    [
      'with an address that would add a subject',
      { text: 'Meet.', contacts: [{ ...el, email: 'a@b.example?subject=x' }] },
      ['.contacts[0].email'],
    ],
    [
      'with a page that could run code',
      { text: 'Meet.', contacts: [{ ...el, url: 'javascript:alert(1)' }] },
      ['.contacts[0].url'],
    ],
    ['with a step that is none', { text: 'Meet.', steps: ['One', 7] }, ['.steps[1]']],
  ])('%s is there, and names its faults', (_what, emergency, paths) => {
    const { emergency: card, problems } = parse(emergency);
    expect(card?.text).toBe('Meet.');
    expect(problems.map((one) => one.path)).toEqual(paths.map((path) => `$.emergency${path}`));
  });

  test.each<[string, unknown, string | undefined]>([
    ['that is not in the document', undefined, undefined],
    ['that says nothing', { title: 'Help' }, undefined],
    ['that is no card', 'call El', '$.emergency'],
    ['whose text is too long', { text: 'x'.repeat(3000) }, '$.emergency.text'],
  ])('%s is none, and costs no service', (_what, emergency, path) => {
    const document = parse(emergency);
    expect(document.emergency).toBeUndefined();
    expect(document.services).toHaveLength(2);
    expect(document.problems[0]?.path).toBe(path);
  });

  test('shows no address of a page', () => {
    const card = parse({ contacts: [el] }).emergency;
    expect(card && JSON.stringify(viewCard(card))).not.toContain('https:');
  });
});

test.each([
  ['https://matrix.to/#/@el:maple.example', '@el:maple.example'],
  ['https://matrix.to/#/%40el%3Amaple.example?via=maple.example', '@el:maple.example'],
  ['https://matrix.to/#/@el%3Amaple.example', '@el:maple.example'],
  ['https://matrix.to/#/@el%zz', undefined],
  ['https://matrix.to/#/#general:maple.example', undefined],
  ['https://github.com/el-maple/', 'el-maple'],
  ['https://github.com/maple/notes', undefined],
  ['https://github.com.evil.example/el', undefined],
  ['https://el.example', undefined],
])('the page %s is of the account %s', (url, account) => {
  const card = parse({ contacts: [{ name: 'El', url }] }).emergency;
  expect(card && viewCard(card).contacts[0]?.account).toBe(account);
});

describe('where a member may be sent', () => {
  const document = parse({ contacts: [el, { name: 'Yo', phone: '555 0101' }] });
  test.each<[Link, string | undefined]>([
    [{ serviceId: 'chat', which: 'page' }, 'https://chat.example'],
    [{ serviceId: 'chat', which: 'instead' }, undefined],
    [{ serviceId: 'pads', which: 'page' }, undefined],
    [{ serviceId: 'chat', which: 'standby' }, 'https://copy.example'],
    [{ contact: 0, which: 'phone' }, 'tel:+15550100'],
    [{ contact: 0, which: 'email' }, 'mailto:el@coop.example'],
    [{ contact: 0, which: 'page' }, 'https://el.example'],
    [{ contact: 1, which: 'phone' }, 'tel:5550101'],
    [{ contact: 1, which: 'email' }, undefined],
    [{ contact: 2, which: 'phone' }, undefined],
  ])('%j is %s', (link, address) => {
    expect(addressOf(document, link)).toBe(address);
  });

  test.each([
    { contact: -1, which: 'phone' },
    { contact: '0', which: 'phone' },
    { contact: 0, which: 'tel:911' },
    { url: 'tel:911' },
    { serviceId: '../x', which: 'page' },
  ])('the window cannot ask for %j', (link) => {
    expect(v.is(LinkSchema, link)).toBe(false);
  });
});

test.each<[string, readonly (readonly [down: boolean, instead: boolean])[], boolean]>([
  ['nothing is down', [[false, false]], false],
  [
    'what is down has something instead',
    [
      [true, true],
      [false, false],
    ],
    false,
  ],
  ['what is down has nothing instead', [[true, false]], true],
  [
    'two are down and each has something',
    [
      [true, true],
      [true, true],
    ],
    false,
  ],
  [
    'many are down',
    [
      [true, true],
      [true, true],
      [true, true],
    ],
    true,
  ],
])('when %s, the card is offered: %s', (_what, services, offered) => {
  expect(offersCard(services.map(([down, instead]) => ({ down, instead })))).toBe(offered);
});

test('the card is offered when this computer is offline, whatever is known of the services', () => {
  const services = [serviceView('pads', { verdict: 'unknown' }), serviceView('chat')];
  const offered = connectivityStates.filter((state) => isCardOffered(services, { state }));
  expect(offered).toEqual(['offline', 'captive', 'proxy-silent', 'proxy-login']);
  const down = serviceView('pads', { verdict: 'down' });
  expect(isCardOffered([down], { state: 'online' })).toBe(true);
  const instead = { name: 'the bridge', hasPage: false };
  expect(isCardOffered([{ ...down, instead }], { state: 'online' })).toBe(false);
});
