/** The announcements page in a DOM: marking as read, confirming before joining, and where a link leads. */
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AnnouncementsPage } from '../../../renderer/pages/announcements/AnnouncementsPage.tsx';
import type { Announcement, NewsState } from '../../../shared/announcements/state.ts';
import type { Go } from '../../../renderer/app/page-props.ts';
import { show } from './dom.tsx';
import type { Answers, FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const said = (id: string, more: Partial<Announcement> = {}): Announcement => ({
  id,
  by: 'sam',
  text: `What ${id} says`,
  atUtcMs: 0,
  unread: false,
  ...more,
});
const ready: NewsState = { room: '#news:a', reading: 'ready', announcements: [], unread: 0 };
const withNew: NewsState = {
  ...ready,
  announcements: [said('new', { unread: true }), said('old')],
  unread: 1,
};
const outside: NewsState = { ...ready, reading: 'outside' };

const go = vi.fn<Go>();
let bridge: FakeBridge;
beforeEach(() => {
  bridge = fakeBridge({
    'announcements.markRead': () => undefined,
    'announcements.openLink': () => undefined,
  });
});
afterEach(() => vi.restoreAllMocks());

const reads = () => bridge.calls('announcements.markRead').length;
const marks = () => screen.queryAllByText('New');
const join = () => screen.getByRole('button', { name: 'Join' });

async function open(state: NewsState): Promise<void> {
  bridge.answer({ 'announcements.get': () => state });
  await act(async () => show(<AnnouncementsPage go={go} />));
}
/** Simulates switching to another window, or back. */
async function hide(hidden: boolean): Promise<void> {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
}

test('says that it loads, below its heading', async () => {
  await act(async () => show(<AnnouncementsPage go={go} />));
  expect(screen.getByRole('heading').textContent).toBe('News');
  expect(screen.getByText('Loading…')).toBeDefined();
});

test('says that it could not be loaded, and tries again', async () => {
  bridge.answer({ 'announcements.get': () => Promise.reject(new Error('main')) });
  await act(async () => show(<AnnouncementsPage go={go} />));
  expect(screen.getByRole('alert').textContent).toContain('couldn’t be read');
  bridge.answer({ 'announcements.get': () => withNew });
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
  expect(screen.getByText('What new says')).toBeDefined();
});

test('what is looked at is read, and stays marked as new while the page is open', async () => {
  await open(withNew);
  const before = reads();
  expect(before).toBeGreaterThan(0);
  await bridge.send('announcements', { ...ready, announcements: [said('new'), said('old')] });
  expect(marks()).toHaveLength(1);
  expect(reads()).toBe(before);
});

test('in a hidden window nothing is read, until it is looked at', async () => {
  await hide(true);
  await open(withNew);
  expect(reads()).toBe(0);
  await hide(false);
  expect(reads()).toBe(1);
});

test('what comes while the page is open is marked and read', async () => {
  await open(ready);
  expect(screen.getByText('No news in #news:a yet.')).toBeDefined();
  await bridge.send('announcements', withNew);
  expect(screen.getByText('What new says')).toBeDefined();
  expect([marks().length, reads()]).toEqual([1, 1]);
});

test('a link stands in its text, and opens with the announcement that holds it', async () => {
  const text = 'See https://coop.example/pads. Again: https://coop.example/pads';
  await open({ ...ready, announcements: [said('a', { text })] });
  const [link, again] = screen.getAllByRole('link', { name: 'https://coop.example/pads' });
  expect(link?.parentElement?.textContent).toBe(text);
  expect(again).toBeDefined();
  if (link) fireEvent.click(link);
  expect(bridge.calls('announcements.openLink')).toEqual([
    { id: 'a', address: 'https://coop.example/pads' },
  ]);
  // Nothing leads away from the page by itself.
  expect(document.querySelector('a')).toBeNull();
});

test('a member joins the room that is shown, once', async () => {
  let answer = (_outcome: 'joined') => undefined as void;
  bridge.answer({ 'announcements.join': () => new Promise((resolve) => (answer = resolve)) });
  await open(outside);
  fireEvent.click(join());
  fireEvent.click(join());
  expect(screen.getByText('Joining…')).toBeDefined();
  expect(bridge.calls('announcements.join')).toEqual([{ room: '#news:a' }]);
  await act(async () => answer('joined'));
  await bridge.send('announcements', ready);
  expect(screen.queryByRole('button', { name: 'Join' })).toBeNull();
});

test.each<[string, Answers]>([
  ['the server refuses', { 'announcements.join': () => 'failed' }],
  ['main fails', { 'announcements.join': () => Promise.reject(new Error('main')) }],
])('when %s, the member is told and can try again', async (_what, answers) => {
  bridge.answer(answers);
  await open(outside);
  await act(async () => void fireEvent.click(join()));
  expect(screen.getByText(/Couldn’t join the room/)).toBeDefined();
  await act(async () => void fireEvent.click(join()));
  expect(bridge.calls('announcements.join')).toHaveLength(2);
});

test('another room is asked about anew', async () => {
  bridge.answer({ 'announcements.join': () => 'failed' });
  await open(outside);
  await act(async () => void fireEvent.click(join()));
  await bridge.send('announcements', { ...outside, room: '#other:a' });
  expect(screen.queryByText(/Couldn’t join the room/)).toBeNull();
});

test('each has a heading with a name, and the time beside it', async () => {
  await open({ ...ready, announcements: [said('a', { by: 'Sam Tremblay' }), said('b')] });
  expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
    'Sam Tremblay',
    'sam',
  ]);
});

test.each<[string, Partial<NewsState>]>([
  ['without earlier news', {}],
  ['below earlier news', { announcements: [said('a')] }],
])('signed out, %s, a button leads to the settings', async (_what, more) => {
  await open({ ...ready, reading: 'signed-out', ...more });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in…' }));
  expect(go).toHaveBeenCalledWith({ page: 'settings' });
});

test('a room that cannot be read leaves the last known news, and can be tried again', async () => {
  await open({ ...ready, reading: 'failed', announcements: [said('a')] });
  expect(screen.getByText('What a says')).toBeDefined();
  const before = bridge.calls('announcements.get').length;
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
  expect(bridge.calls('announcements.get').length).toBeGreaterThan(before);
});

test('a text from outside is no markup', async () => {
  await open({ ...ready, announcements: [said('a', { text: '<b>bold</b> javascript:alert(1)' })] });
  expect(screen.getByText('<b>bold</b> javascript:alert(1)')).toBeDefined();
  expect(screen.queryByRole('link')).toBeNull();
});

test('the room is called by its name, and who joins sees its address as well', async () => {
  await open({ ...ready, name: 'Notices' });
  expect(screen.getByText('No news in Notices yet.')).toBeDefined();
  await bridge.send('announcements', { ...outside, name: 'Notices' });
  expect(screen.getByText(/posts news in Notices \(#news:a\)\./)).toBeDefined();
});
