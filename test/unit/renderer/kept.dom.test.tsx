/** What outlives the window: the page, how far it was scrolled, and what was typed there. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { App } from '../../../renderer/app/App.tsx';
import { loadSnapshot } from '../../../renderer/app/bridge.ts';
import { loadKept, useKept } from '../../../renderer/app/kept.ts';
import { MuteControls } from '../../../renderer/components/notification-policy/MuteControls.tsx';
import type { Route } from '../../../shared/route.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { show, showHook } from './dom.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const names = ['Calls', 'Chat', 'Files', 'Forum', 'Mail', 'Pads', 'Polls', 'Wiki'];
const services = names.map((name) => serviceView(name.toLowerCase(), { name }));
const coop = coopView({ emergency: { steps: [], contacts: [] } });

let bridge: FakeBridge;
/** As main has it. */
let inMain: Record<string, string>;
let revision = 1000;

beforeEach(() => {
  inMain = {};
  bridge = fakeBridge({
    'window.kept': () => ({ ...inMain }),
    'window.keep': ({ name, json }) => {
      if (json === undefined) delete inMain[name];
      else inMain[name] = json;
    },
  });
});

async function openWindow() {
  revision += 1;
  bridge.answer({ 'snapshot.get': () => snapshotOf({ revision, coop, services }) });
  await loadSnapshot();
  await loadKept();
  const window = await act(async () => show(<App />));
  // Unless it comes back elsewhere, on the page that has most to keep.
  if (screen.queryByRole('button', { current: 'page', name: 'Today' }))
    await lead({ page: 'status' });
  await screen.findByRole('heading', { level: 1 });
  return window;
}

/** The renderer is destroyed: nothing unmounts, and nothing arrives any more. */
async function destroyWindow({ unmount }: Awaited<ReturnType<typeof openWindow>>) {
  const left = { ...inMain };
  await act(async () => unmount());
  inMain = left;
}

const filter = () => screen.getByRole<HTMLInputElement>('searchbox');
const main = () => screen.getByRole('main');
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const lead = (route: Route) => bridge.send('show', route);
async function scrollTo(top: number) {
  main().scrollTop = top;
  fireEvent.scroll(main());
  await waitFor(() => expect(inMain['scroll']).toBe(`${top}`));
}

describe('a window that was destroyed', () => {
  test('comes back on its page, and goes back from there', async () => {
    const first = await openWindow();
    await lead({ page: 'emergency' });
    await destroyWindow(first);
    await openWindow();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('If everything is down');
    fireEvent.keyDown(document.body, { key: 'ArrowLeft', altKey: true });
    expect(filter()).toBeDefined();
  });

  test('has what was typed a moment before', async () => {
    const first = await openWindow();
    fireEvent.change(filter(), { target: { value: 'pad' } });
    await destroyWindow(first);
    await openWindow();
    expect(filter().value).toBe('pad');
  });

  test('is scrolled as before, and at the top of what is chosen next', async () => {
    const first = await openWindow();
    await scrollTo(240);
    await destroyWindow(first);
    await openWindow();
    expect(main().scrollTop).toBe(240);
    await lead({ page: 'status' });
    expect(main().scrollTop).toBe(0);
  });
});

describe('within the window', () => {
  test('a page is scrolled on the way back as it was left', async () => {
    await openWindow();
    await scrollTo(240);
    await lead({ page: 'emergency' });
    expect(main().scrollTop).toBe(0);
    fireEvent.keyDown(document.body, { key: 'ArrowLeft', altKey: true });
    expect(main().scrollTop).toBe(240);
  });

  test('a page that is left begins anew', async () => {
    await openWindow();
    fireEvent.change(filter(), { target: { value: 'pad' } });
    await lead({ page: 'emergency' });
    await lead({ page: 'status' });
    expect(filter().value).toBe('');
  });
});

test('an open dialog comes back with the note in it, until it is closed', async () => {
  const pads = serviceView('pads', { name: 'Pads', verdict: 'down' });
  const first = await act(async () => show(<MuteControls view={pads} />));
  await press(/Mark as known.*Pads/);
  fireEvent.change(await screen.findByRole('textbox'), { target: { value: 'El restarts it' } });
  await destroyWindow(first);
  await loadKept();
  await act(async () => show(<MuteControls view={pads} />));
  expect((await screen.findByRole<HTMLInputElement>('textbox')).value).toBe('El restarts it');
  await press('Cancel');
  expect(inMain).toEqual({});
});

test('each change is kept at once, and nothing that is as it began', async () => {
  await loadKept();
  const { result } = showHook(() => useKept('name', 'first'));
  expect(bridge.calls('window.keep')).toEqual([]);
  act(() => result.current[1]('next'));
  expect(inMain).toEqual({ name: '"next"' });
  act(() => result.current[1]('first'));
  expect(inMain).toEqual({});
});
