/** Whom to ask about a backup: never a button that leads nowhere. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { Backups } from '../../../renderer/pages/backups/BackupsPage.tsx';
import type { AccountsState } from '../../../shared/accounts/state.ts';
import type { BackupsState } from '../../../shared/backups/view.ts';
import type { CardView } from '../../../shared/coop/card.ts';
import { defined } from '../../../shared/defined.ts';
import type { Begun } from '../../../shared/feedback/state.ts';
import { everyKind, finding, source, target } from './backups-states.ts';
import { show } from './dom.tsx';
import { now } from './draw.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const card: CardView = {
  steps: [],
  contacts: [
    { name: 'Noticeboard', hasPage: true },
    { name: 'EL', phone: '+1 555 0101', email: 'el@maple.example', hasPage: false },
  ],
};

let bridge: FakeBridge;
let begun: Begun[] = [];
beforeEach(() => {
  begun = [];
  bridge = fakeBridge({ 'link.open': () => undefined, 'backups.copyRequest': () => undefined });
});

type Change = Readonly<{ feedback?: boolean; card?: CardView; offline?: boolean }>;

function open(state: BackupsState, { feedback = false, card: of, offline = false }: Change = {}) {
  show(
    <Backups
      state={state}
      offline={offline}
      onRequest={feedback ? (one) => begun.push(one) : undefined}
      card={of}
    />,
  );
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const ofPasswords = 'Ask El, Robin or Kim about Passwords (Passbolt)…';

describe('who looks after the backups themselves', () => {
  const accounts = (userId?: string, login?: string): AccountsState => ({
    matrix: { session: userId === undefined ? 'signed-out' : 'signed-in', ...defined({ userId }) },
    github: { session: login === undefined ? 'signed-out' : 'signed-in', ...defined({ login }) },
    forSession: false,
  });
  const named = (name: string, account: string) => ({ name, hasPage: true, account });
  const cardOf: CardView = {
    steps: [],
    contacts: [named('EL', '@el:maple.example'), named('Robin', 'robin-maple')],
  };
  const asks = () =>
    screen
      .queryAllByRole('button', { name: /about Passwords/ })
      .map((one) => one.textContent.replace(' about Passwords (Passbolt)', ''));

  test.each<[string, AccountsState, readonly string[], readonly string[]]>([
    ['by Matrix', accounts('@el:maple.example'), ['El', 'Robin', 'Kim'], ['Ask Robin or Kim…']],
    ['by GitHub', accounts(undefined, 'Robin-Maple'), ['El', 'Robin'], ['Ask El…']],
    ['alone', accounts('@el:maple.example'), ['El'], []],
    ['signed in as another', accounts('@el:elsewhere.example'), ['El', 'Kim'], ['Ask El or Kim…']],
    ['signed out', accounts(), ['El', 'Kim'], ['Ask El or Kim…']],
  ])('are not told to ask themselves: %s', async (_what, answer, people, buttons) => {
    bridge.answer({ 'accounts.get': () => answer });
    const state = { ...everyKind(now), restore: { people: [...people] } };
    await act(async () => open(state, { card: cardOf }));
    expect(asks()).toEqual(buttons);
  });

  test('are not looked for where the card names no account', () => {
    open(everyKind(now), { card });
    expect(asks()).toEqual(['Ask El, Robin or Kim…']);
    expect(bridge.calls('accounts.get')).toEqual([]);
  });
});

describe('where the co-op takes feedback', () => {
  test('asking about a backup begins a message that says what is wrong with it', () => {
    const state = everyKind(now);
    open({ ...state, restore: { people: ['El'], destinationId: 'servers' } }, { feedback: true });
    press('Ask El about Passwords (Passbolt)…');
    const [one] = begun;
    expect(one?.destinationId).toBe('servers');
    expect(one?.text).toMatch(/^Could you check the backup “Passwords \(Passbolt\)”\?/);
    expect(one?.text).toContain('2 backups missing since');
    expect(one?.text).toContain('3 of the last 90 days have no backup');
    expect(one?.text).toMatch(/Newest good backup: .*\d\d:\d\d$/);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('asking about a source that cannot be read says why', () => {
    open(everyKind(now), { feedback: true });
    press('Ask El, Robin or Kim about Hoster…');
    expect(begun[0]?.text).toBe(
      'Could you check “Hoster”, which reports on our backups? Coop Tray gets no report from it:\n\nIt answers with a web page instead of data.',
    );
  });
});

describe('where it takes none', () => {
  test('the message can be copied, and whoever has a number can be called', async () => {
    open(everyKind(now), { card });
    press(ofPasswords);
    const dialog = within(screen.getByRole('dialog'));
    const text = dialog.getByRole('textbox');
    expect(text).toHaveProperty('value', expect.stringContaining('Could you check the backup'));
    fireEvent.click(dialog.getByRole('button', { name: 'Copy text' }));
    await dialog.findByText('Copied');
    expect(bridge.calls('backups.copyRequest')[0]?.text).toContain('Passwords (Passbolt)');
    fireEvent.click(dialog.getByRole('button', { name: 'Call EL' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Email EL' }));
    expect(bridge.calls('link.open')).toEqual([
      { contact: 1, which: 'phone' },
      { contact: 1, which: 'email' },
    ]);
  });

  test('nobody is named who is not on the card', () => {
    open(everyKind(now));
    press(ofPasswords);
    const dialog = within(screen.getByRole('dialog'));
    const names = dialog.getAllByRole('button').map((one) => one.textContent);
    expect(names).toEqual(['Close', 'Copy text']);
  });

  test('a co-op that names nobody has its admins', () => {
    const { restore: _restore, ...state } = everyKind(now);
    open(state);
    press('Ask your server admins about Passwords (Passbolt)…');
    screen.getByRole('dialog', { name: 'Ask about Passwords (Passbolt)' });
  });
});

test('nobody is asked about a source while this computer is offline', () => {
  open(everyKind(now), { offline: true });
  expect(screen.queryByRole('button', { name: /about Hoster/ })).toBeNull();
  // What was found before is still to be asked about.
  screen.getByRole('button', { name: ofPasswords });
});

test('nobody is asked to set the clock of this computer', () => {
  const findings = [finding('clock-wrong', 'unknown')];
  const wiki = target('Wiki', now, { state: 'unknown', findings });
  open({ targets: [wiki], sources: [source(now)], rooms: [], reading: false });
  screen.getByText('Set this computer’s date and time.');
  expect(screen.queryByRole('button', { name: /^Ask/ })).toBeNull();
});
