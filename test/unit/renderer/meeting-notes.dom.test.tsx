/** The notes of meetings on the page of calls: what leads where, and what is said only where it is known. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { CallsPage } from '../../../renderer/pages/calls/CallsPage.tsx';
import type { MeetingsState } from '../../../shared/meetings/state.ts';
import { coopView, snapshotOf } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import { now } from './draw.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const minute = 60_000;
const infra = {
  id: 'infra',
  name: 'Infrastructure',
  match: { prefix: 'Infra' },
  padKind: 'hedgedoc',
  template: {},
  archive: { isRestricted: true },
} as const;
const notes: MeetingsState = {
  meetings: [infra, { id: 'all', name: 'All hands', padKind: 'etherpad' }],
};
let main: FakeBridge;
beforeEach(() => {
  main = fakeBridge({
    'echo.get': () => ({ instances: [], results: [], settings: { guestName: 'Guest', place: '' } }),
    'meetings.get': () => notes,
    'meetings.start': () => 'new',
    'meetings.openPad': () => undefined,
    'meetings.openArchive': () => undefined,
  });
});

async function openNotes() {
  const coop = coopView({ sections: ['meetings'] });
  const snapshot = snapshotOf({ coop });
  const props = { route: { page: 'calls' }, coop, snapshot, go: () => undefined } as const;
  await act(async () => show(<CallsPage {...props} lastServiceId={undefined} />));
}
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const row = (name: string) => {
  const found = screen.getByRole('heading', { level: 3, name }).closest('li');
  if (!found) throw new Error(`no row ${name}`);
  return found;
};
const buttons = (name: string) =>
  within(row(name))
    .getAllByRole('button')
    .map((one) => one.getAttribute('aria-label') ?? one.textContent);

describe('the notes of a meeting', () => {
  test('have a button for what there is, and say what is restricted', async () => {
    await openNotes();
    expect(buttons('Infrastructure')).toEqual([
      'Start the notes of Infrastructure',
      'Open the pad of Infrastructure',
      'Archive (restricted): Infrastructure',
    ]);
    expect(buttons('All hands')).toEqual(['Open the pad of All hands']);
    expect(row('All hands').textContent).toContain('Etherpad');
    await press('Open the pad of All hands');
    await press('Archive (restricted): Infrastructure');
    expect(main.calls('meetings.openPad')).toEqual([{ id: 'all' }]);
    expect(main.calls('meetings.openArchive')).toEqual([{ id: 'infra' }]);
  });

  test.each([
    ['new', 'The template is in your clipboard: paste it into the pad.'],
    ['old', 'The last good copy of the template is in your clipboard: paste it into the pad.'],
    ['none', 'There’s no template to copy, so nothing was opened. You can still open the pad.'],
    ['failed', 'Something went wrong, and the pad wasn’t opened. Try again.'],
  ] as const)('are started: %s', async (started, text) => {
    main.answer({
      'meetings.start': () => (started === 'failed' ? Promise.reject(new Error('x')) : started),
    });
    await openNotes();
    await press('Start the notes of Infrastructure');
    expect(row('Infrastructure').querySelector('[aria-live]')?.textContent).toBe(text);
    expect(main.calls('meetings.start')).toEqual([{ id: 'infra' }]);
  });

  test('are started once, however often it is pressed', async () => {
    main.answer({ 'meetings.start': () => new Promise(() => undefined) });
    await openNotes();
    await press('Start the notes of Infrastructure');
    await press('Reading the template…');
    expect(main.calls('meetings.start')).toHaveLength(1);
  });

  test('say what is wrong with the template, since when, and of when the copy is', async () => {
    await openNotes();
    const problem = { code: 'sign-in', sinceUtcMs: now - minute } as const;
    const template = { readAtUtcMs: now - 3 * 24 * 60 * minute, problem };
    await main.send('meetings', { meetings: [{ ...infra, template }] });
    expect(row('Infrastructure').textContent).toContain(
      'The template hasn’t been readable since 08:59. Its server asks to sign in. Your admins can make the template readable for everyone. Its last good copy is from Nov 21, 09:00.',
    );
  });

  test.each<[what: string, from: number, to: number, text: string]>([
    ['the next one', 60, 120, 'Next: 10:00'],
    ['tomorrow’s', 24 * 60, 25 * 60, 'Next: Wednesday 09:00'],
    ['the one in a week', 7 * 24 * 60, 7 * 24 * 60 + 60, 'Next: Dec 1, 09:00'],
    ['the one under way', -1, 59, 'Under way since 08:59'],
    ['one without an end', -29, -29, 'Under way since 08:31'],
    ['today’s, which is over', -90, -30, 'Ended at 08:30'],
  ])('name %s of the calendar', async (_what, from, to, text) => {
    const occasion = { startUtcMs: now + from * minute, endUtcMs: now + to * minute };
    await openNotes();
    await main.send('meetings', { meetings: [{ ...infra, occasion }] });
    expect(row('Infrastructure').textContent).toContain(text);
  });

  test('say nothing of a calendar that has none', async () => {
    await openNotes();
    expect(row('Infrastructure').textContent).not.toMatch(/Next|Under way|Ended/);
  });

  test('that cannot be read are asked for again', async () => {
    main.answer({ 'meetings.get': () => Promise.reject(new Error('x')) });
    await openNotes();
    expect(screen.getByText('The meeting notes couldn’t be loaded.')).toBeTruthy();
    main.answer({ 'meetings.get': () => notes });
    await press('Try again');
    expect(row('All hands')).toBeTruthy();
  });
});
