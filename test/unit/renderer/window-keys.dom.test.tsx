/** The keys of the window, the title, and where the focus goes. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { App } from '../../../renderer/app/App.tsx';
import { loadSnapshot } from '../../../renderer/app/bridge.ts';
import { usualTextSize } from '../../../shared/keyboard/text-size.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const services = [
  serviceView('pads', { name: 'Pads' }),
  ...Array.from({ length: 9 }, (_one, at) => serviceView(`more-${at}`, { name: `More ${at}` })),
];

let bridge: FakeBridge;
let revision = 1000;
beforeEach(async () => {
  bridge = fakeBridge({
    'snapshot.get': () => next(),
    'status.checkNow': () => undefined,
    'backups.readNow': () => undefined,
    'window.textSize': () => usualTextSize,
    'echo.get': () => ({ instances: [], results: [], settings: { guestName: '', place: '' } }),
  });
  await loadSnapshot();
  await act(async () => show(<App />));
});

function next(more: Partial<Snapshot> = {}): Snapshot {
  revision += 1;
  const coop = coopView({
    name: 'Maple',
    emergency: { steps: [], contacts: [] },
    sections: ['backups'],
  });
  return snapshotOf({ revision, coop, services, ...more });
}

type Held = Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey', boolean>>;
const ctrl = { ctrlKey: true };
const alt = { altKey: true };
const press = (key: string, held: Held = {}, target: Element = focused()) =>
  act(async () => void fireEvent.keyDown(target, { key, ...held }));
const focused = () => document.activeElement ?? document.body;
/** Waits for the page's code. */
const title = async () => (await screen.findByRole('heading', { level: 1 })).textContent.trim();
const openList = async () => {
  await act(() => bridge.send('show', { page: 'status' }));
  await screen.findByRole('button', { name: 'Pads, up' });
};
const openPads = async () => {
  await openList();
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Pads, up' })));
};

describe('keys', () => {
  test('open the pages in the order of the rail', async () => {
    const rail = within(screen.getByRole('navigation'));
    const names = rail.getAllByRole('button').map((one) => one.textContent);
    for (const [at, name] of names.entries()) {
      await press(`${at + 1}`, ctrl);
      expect(rail.getByRole('button', { current: 'page' }).textContent).toBe(name);
    }
    await press('9', ctrl);
    expect(rail.getByRole('button', { current: 'page' }).textContent).toBe(names.at(-1));
  });

  test('open the settings', async () => {
    await press(',', ctrl);
    expect(await title()).toBe('Settings');
  });

  test('lead back and forward', async () => {
    await openList();
    const list = await title();
    await openPads();
    expect(await title()).toMatch(/^Pads/);
    await press('Escape');
    expect(await title()).toBe(list);
    await press('ArrowRight', alt);
    expect(await title()).toMatch(/^Pads/);
    await press('ArrowLeft', alt);
    expect(await title()).toBe(list);
  });

  test('lead to the search of the page, where Escape is the field’s', async () => {
    await openPads();
    await press('Escape');
    await press('f', ctrl);
    expect(focused()).toBe(screen.getByRole('searchbox'));
    const here = await title();
    await press('Escape');
    expect(await title()).toBe(here);
  });

  test('check now what the page is about', async () => {
    await press('F5');
    await openPads();
    await press('r', ctrl);
    await press('3', ctrl);
    await press('r', ctrl);
    const all = {};
    expect(bridge.calls('status.checkNow')).toEqual([all, { serviceId: 'pads' }, all]);
    await act(() => bridge.send('show', { page: 'backups' }));
    await press('F5');
    expect(bridge.calls('backups.readNow')).toHaveLength(1);
  });

  test('list the keys; a dialog has to be answered first', async () => {
    await press('F1');
    const dialog = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(dialog).getByText('Ctrl+1 to Ctrl+9')).toBeTruthy();
    expect(within(dialog).getByText('F5 or Ctrl+R')).toBeTruthy();
    const here = await title();
    await press('2', ctrl);
    expect(await title()).toBe(here);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('that another has answered are left alone', async () => {
    await openPads();
    const answer = (event: Event) => event.preventDefault();
    focused().addEventListener('keydown', answer);
    await press('Escape');
    expect(await title()).toMatch(/^Pads/);
  });

  test.each([
    ['a character is being composed', { key: 'Escape', isComposing: true }],
    // Missing from the DOM of these tests.
    [
      'a sign is typed with AltGr',
      { key: '2', ctrlKey: true, getModifierState: (of: string) => of === 'AltGraph' },
    ],
  ])('are none while %s', async (_what, more) => {
    await openPads();
    const event = new KeyboardEvent('keydown', { bubbles: true });
    for (const [name, value] of Object.entries(more)) Reflect.set(event, name, value);
    await act(async () => void fireEvent(focused(), event));
    expect(await title()).toMatch(/^Pads/);
  });
});

describe('the focus', () => {
  test('is on the heading as the window opens, and on each page', async () => {
    expect(await title()).toBe(focused().textContent);
    const rail = within(screen.getByRole('navigation'));
    for (const button of rail.getAllByRole('button')) {
      button.focus();
      await act(async () => void fireEvent.click(button));
      const heading = await screen.findByRole('heading', { level: 1 });
      await waitFor(() => expect(focused()).toBe(heading));
    }
  });

  test('stays near when its control is taken away', async () => {
    await openList();
    const lost = screen.getByRole('button', { name: 'Pads, up' });
    lost.focus();
    // In a browser, the focus is then on the body.
    await bridge.send('snapshot', next({ services: services.slice(1) }));
    await act(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 5))));
    expect(focused().tagName).toMatch(/^H[1-3]$/);
  });
});

describe('the title of the window', () => {
  test('names the page, or the service, then the co-op', async () => {
    expect(document.title).toBe('Today – Maple – Coop Tray');
    await openPads();
    expect(document.title).toBe('Pads – Maple – Coop Tray');
  });
});

test('a new text size is said', async () => {
  await bridge.send('textSize', 125);
  expect(screen.getByText('Text size 125%')).toBeTruthy();
});

test('the setting follows the keys, and sets the size', async () => {
  const rail = within(screen.getByRole('navigation'));
  await act(async () => void fireEvent.click(rail.getByRole('button', { name: /^Settings/ })));
  const field = screen.getByLabelText<HTMLSelectElement>('Text size');
  await bridge.send('textSize', 150);
  expect(field.value).toBe('150');
  await act(async () => void fireEvent.change(field, { target: { value: '200' } }));
  expect(bridge.calls('window.setTextSize')).toEqual([{ size: 200 }]);
});
