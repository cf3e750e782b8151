/** The emergency page: the number first, and what can be done with it. */
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { TextLanguages } from '../../../renderer/app/text-languages.ts';
import { EmergencyPage } from '../../../renderer/pages/emergency/EmergencyPage.tsx';
import type { CardView } from '../../../shared/coop/card.ts';
import { coopView } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const card: CardView = {
  title: 'If everything is down',
  text: 'We meet on the phone line.',
  steps: ['Look at the noticeboard.', 'Call El.'],
  contacts: [
    { name: 'Noticeboard', hasPage: true },
    { name: 'Phone line', role: 'at the full hour', phone: '+1 555 0100', hasPage: false },
    { name: 'El', phone: '+1 555 0199', email: 'el@coop.example', hasPage: true },
  ],
};
let bridge: FakeBridge;
beforeEach(() => {
  bridge = fakeBridge({ 'link.open': () => undefined, 'link.copy': () => undefined });
});
const open = (emergency: CardView = card, tags: ReadonlyMap<string, string> = new Map()) =>
  act(async () =>
    show(
      <TextLanguages value={tags}>
        <EmergencyPage coop={coopView({ emergency })} />
      </TextLanguages>,
    ),
  );
const press = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

test('the first number comes before the text, the steps and the other contacts', async () => {
  await open();
  const text = document.body.textContent;
  const order = [
    'If everything',
    '+1 555 0100',
    'We meet',
    'What to do',
    'Contacts',
    'Noticeboard',
  ];
  const at = order.map((one) => text.indexOf(one));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(at).not.toContain(-1);
  expect(text).toContain('Saved on this computer');
});

test('is called and copied by its place on the card, and says that it was copied', async () => {
  await open();
  await press('Call Phone line');
  await press('Copy +1 555 0100');
  expect(bridge.calls('link.open')).toEqual([{ contact: 1, which: 'phone' }]);
  expect(bridge.calls('link.copy')).toEqual([{ contact: 1, which: 'phone' }]);
  expect(screen.getAllByText('Copied')).toHaveLength(1);
});

test('the others have all their ways', async () => {
  await open();
  await press('Open Noticeboard');
  await press('Email El');
  await press('Copy el@coop.example');
  await press('Call El');
  expect(bridge.calls('link.open')).toEqual([
    { contact: 0, which: 'page' },
    { contact: 2, which: 'email' },
    { contact: 2, which: 'phone' },
  ]);
});

test('a card without numbers begins with its text', async () => {
  await open({ text: 'Wait.', steps: [], contacts: [] });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('If everything is down');
  expect(screen.queryByRole('button')).toBeNull();
});

test('texts in another language say which', async () => {
  await open(
    card,
    new Map([
      ['Call El.', 'en'],
      ['We meet on the phone line.', 'en'],
    ]),
  );
  expect(screen.getByText('Call El.').getAttribute('lang')).toBe('en');
  expect(screen.getByText('We meet on the phone line.').getAttribute('lang')).toBe('en');
  expect(screen.getByText('Look at the noticeboard.').hasAttribute('lang')).toBe(false);
});
