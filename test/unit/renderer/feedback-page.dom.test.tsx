/** The feedback page: its tabs, what is filled in at first, the keys that send, and a reply that was begun. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadKept } from '../../../renderer/app/kept.ts';
import { FeedbackPage } from '../../../renderer/pages/feedback/FeedbackPage.tsx';
import type { Answers, FeedbackState, ItemView } from '../../../shared/feedback/state.ts';
import type { RouteOf } from '../../../shared/route.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const beta = {
  id: 'beta',
  name: 'Beta',
  via: 'matrix',
  place: '#beta:a',
  readers: 'the testers',
  ready: 'ready',
} as const;
const answers: Answers = {
  outcome: 'working',
  replies: [{ id: '$1', by: '@sam:a', mine: false, text: 'Looking', atUtcMs: 0, unread: true }],
  sending: [],
  unread: 1,
  askedAtUtcMs: 0,
};
const sent = (more: Partial<ItemView> = {}): ItemView => ({
  id: 'one',
  title: 'The menu is gone',
  sinceUtcMs: 0,
  phase: { at: 'sent', atUtcMs: 0 },
  answers,
  ...more,
});
const stateWith = (...items: ItemView[]): FeedbackState => ({
  destinations: [beta],
  staging: [],
  items,
  unreadable: 0,
  writable: true,
});
const read = sent({ answers: { ...answers, unread: 0 } });
const pads = serviceView('pads', { name: 'Pads' });
const calls = serviceView('calls', { name: 'Calls', verdict: 'down' });
const destination = beta;
const preview = {
  digest: 'd',
  destination,
  parts: [],
  redactions: [],
  removals: [],
  leavesOutPicture: false,
};

let bridge: FakeBridge;
let begun: string;
beforeEach(async () => {
  begun = '';
  bridge = fakeBridge({
    'window.kept': () => ({}),
    'window.keep': () => undefined,
    'feedback.get': () => stateWith(),
    'feedback.saveDraft': () => 'taken',
    'feedback.preview': () => ({ preview }),
    'feedback.send': () => 'taken',
    'feedback.similar': () => [],
    'answers.begun': () => begun,
    'answers.keepBegun': () => undefined,
    'answers.markRead': () => undefined,
    'answers.reply': () => 'taken',
  });
  await loadKept();
});

type Options = Readonly<{
  route?: Omit<RouteOf<'feedback'>, 'page'>;
  services?: readonly ReturnType<typeof serviceView>[];
  lastServiceId?: string;
}>;

async function open(state: FeedbackState, options: Options = {}) {
  bridge.answer({ 'feedback.get': () => state });
  const { route, services = [pads], lastServiceId } = options;
  const snapshot = snapshotOf({ services: [...services] });
  return act(async () =>
    show(
      <FeedbackPage
        route={{ page: 'feedback', ...route }}
        snapshot={snapshot}
        coop={coopView({})}
        go={() => undefined}
        lastServiceId={lastServiceId}
      />,
    ),
  );
}

const tab = () => screen.getByRole('tab', { selected: true }).textContent;
const words = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What happened?' });
const reply = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your reply' });
const about = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'About' }).value;
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const type = (field: HTMLElement, value: string) =>
  act(async () => void fireEvent.change(field, { target: { value } }));
const sendKeys = (field: Element) =>
  act(async () => void fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true }));

describe('the tab that is shown first', () => {
  test.each<[string, FeedbackState, Options['route'], string]>([
    ['is for writing', stateWith(read), {}, 'Write'],
    ['has new replies', stateWith(sent()), {}, 'Your feedback 1 new'],
    ['is for writing, if that was asked for', stateWith(sent()), { write: true }, 'Write'],
    ['is for writing about a service', stateWith(sent()), { aboutServiceId: 'pads' }, 'Write'],
    ['has the replies that were asked for', stateWith(read), { answers: {} }, 'Your feedback'],
  ])('%s', async (_what, state, route, expected) => {
    await open(state, route ? { route } : {});
    expect(tab()).toBe(expected);
  });
});

test('the arrows move between the tabs, and take the focus along', async () => {
  await open(stateWith(read));
  const first = screen.getByRole('tab', { name: 'Write' });
  act(() => first.focus());
  fireEvent.keyDown(first, { key: 'ArrowRight' });
  expect([tab(), document.activeElement?.textContent]).toEqual(['Your feedback', 'Your feedback']);
  fireEvent.keyDown(document.activeElement ?? first, { key: 'ArrowRight' });
  expect(tab()).toBe('Write');
});

test('what was typed is still there after a look at the other tab', async () => {
  await open(stateWith(read));
  await type(words(), 'Half a sen');
  await act(async () => void fireEvent.click(screen.getByRole('tab', { name: 'Your feedback' })));
  await sendKeys(document.body);
  await act(async () => void fireEvent.click(screen.getByRole('tab', { name: 'Write' })));
  expect(words().value).toBe('Half a sen');
  expect(bridge.calls('feedback.send')).toEqual([]);
});

test.each<[string, Options, string]>([
  ['the service it was opened from', { route: { aboutServiceId: 'pads' } }, 'service:pads'],
  [
    'the service looked at last',
    { lastServiceId: 'pads', services: [pads, calls] },
    'service:pads',
  ],
  ['the service in trouble', { services: [pads, calls] }, 'service:calls'],
  ['something else', {}, 'other'],
])('new feedback is about %s, and of no kind', async (_what, options, expected) => {
  await open(stateWith(), options);
  expect(about()).toBe(expected);
  expect(screen.queryAllByRole('button', { pressed: true })).toEqual([]);
});

test('a kind is chosen by a press, and given up by a second one', async () => {
  await open(stateWith());
  await press('Problem');
  expect(screen.getByRole('button', { pressed: true }).textContent).toBe('Problem');
  await press('Problem');
  expect(screen.queryAllByRole('button', { pressed: true })).toEqual([]);
});

test('the keys on the button send, wherever the focus is', async () => {
  await open(stateWith());
  await type(words(), 'The menu is gone');
  expect(screen.getByRole('button', { name: 'Send' }).textContent).toBe('SendCtrl+Enter');
  await sendKeys(words());
  await sendKeys(document.body);
  expect(bridge.calls('feedback.send')).toHaveLength(2);
});

test('a page that could not be read can be read again', async () => {
  bridge.answer({ 'feedback.get': () => Promise.reject(new Error('main')) });
  const snapshot = snapshotOf({ services: [pads] });
  const props = { snapshot, coop: coopView({}), go: () => undefined, lastServiceId: undefined };
  await act(async () => show(<FeedbackPage {...props} route={{ page: 'feedback' }} />));
  expect(screen.getByRole('alert').textContent).toContain('Try again');
  bridge.answer({ 'feedback.get': () => stateWith() });
  await press('Try again');
  expect(words()).toBeDefined();
});

test.each([
  ['signed out', { ...beta, ready: 'sign-in' } as const, 'online', /not signed in/],
  ['offline', beta, 'offline', /You’re offline/],
])('who is %s is told above the text', async (_what, to, state, expected) => {
  bridge.answer({ 'feedback.get': () => ({ ...stateWith(), destinations: [to] }) });
  const connectivity = { ...snapshotOf({}).connectivity, state } as never;
  const snapshot = snapshotOf({ services: [pads], connectivity });
  const props = { snapshot, coop: coopView({}), go: () => undefined, lastServiceId: undefined };
  await act(async () => show(<FeedbackPage {...props} route={{ page: 'feedback' }} />));
  const note = screen.getByRole('note');
  expect(note.textContent).toMatch(expected);
  expect(note.compareDocumentPosition(words()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

describe('a thread', () => {
  const openThread = async (item = read) => {
    await open(stateWith(item), { route: { answers: { itemId: 'one' } } });
  };

  test('counts replies, and shows them below what was written', async () => {
    const draft = { text: 'The menu is gone\nfor good', withDiagnostics: false };
    await openThread(sent({ draft }));
    const texts = within(screen.getByRole('region')).getAllByRole('listitem');
    expect(texts.map((one) => one.textContent)).toEqual([
      expect.stringContaining('for good'),
      expect.stringContaining('Looking'),
    ]);
    expect(bridge.calls('answers.markRead')).not.toEqual([]);
    await press(/^Hide replies/);
    expect(screen.getByRole('button', { name: /^1 reply/ })).toBeDefined();
  });

  test('has the reply that was begun in an earlier window', async () => {
    begun = 'Thank y';
    await openThread();
    expect(reply().value).toBe('Thank y');
  });

  test('keeps each key at once', async () => {
    await openThread();
    await type(reply(), 'T');
    await type(reply(), 'Th');
    expect(bridge.calls('answers.keepBegun').map(({ text }) => text)).toEqual(['T', 'Th']);
  });

  test('does not write over what was typed before the begun reply arrived', async () => {
    let arrive = (_text: string) => undefined as void;
    bridge.answer({ 'answers.begun': () => new Promise((resolve) => (arrive = resolve)) });
    await openThread();
    await type(reply(), 'New');
    await act(async () => arrive('Old'));
    expect(reply().value).toBe('New');
  });

  test('takes a reply by the keys, empties the box and leaves the focus in it', async () => {
    await openThread();
    await type(reply(), 'Thank you');
    await sendKeys(reply());
    expect(bridge.calls('answers.reply').map(({ text }) => text)).toEqual(['Thank you']);
    expect([reply().value, document.activeElement]).toEqual(['', reply()]);
    expect(screen.getByText('Sending your reply…')).toBeDefined();
  });

  test('keeps a reply that was refused', async () => {
    bridge.answer({ 'answers.reply': () => 'full' });
    await openThread();
    await type(reply(), 'Thank you');
    await sendKeys(reply());
    expect(reply().value).toBe('Thank you');
    expect(screen.getByText(/^30 messages are waiting/)).toBeDefined();
  });
});

test('an item that was deleted takes no focus along', async () => {
  const waiting = sent({ phase: { at: 'waiting' } });
  await open(stateWith(waiting), { route: { answers: {} } });
  const first = screen.getByRole('button', { name: /^Delete/ });
  act(() => first.focus());
  await bridge.send('feedback', stateWith());
  expect(document.activeElement?.textContent).toContain('Nothing yet');
});

test('an empty list says what will appear there', async () => {
  await open(stateWith(), { route: { answers: {} } });
  expect(screen.getByText(/^Nothing yet/)).toBeDefined();
});
