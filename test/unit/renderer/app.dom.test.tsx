/** The window as a whole: navigation between pages, by the member and by main. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../../renderer/app/App.tsx';
import { loadSnapshot } from '../../../renderer/app/bridge.ts';
import type { EchoState } from '../../../shared/echo/state.ts';
import type { FeedbackState } from '../../../shared/feedback/state.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

/** A document with content for each page. */
const coop = coopView({
  emergency: { steps: [], contacts: [] },
  sections: ['backups', 'echo', 'feedback', 'announcements'],
  echo: [{ instanceId: 'far', serviceId: 'calls' }],
});
const services = [serviceView('pads', { name: 'Pads' }), serviceView('calls', { name: 'Calls' })];
const server = (id: string) => ({ id, name: `Server ${id}`, host: id, hasRoom: true, own: false });
const echo: EchoState = {
  instances: [server('near'), server('far')],
  results: [],
  settings: { guestName: '', place: '' },
};
const feedback: FeedbackState = {
  destinations: [{ id: 'beta', name: 'Beta', via: 'matrix', place: '#beta:a', ready: 'ready' }],
  staging: [],
  items: [],
  unreadable: 0,
  writable: true,
};

let bridge: FakeBridge;
let revision = 0;
beforeEach(() => {
  bridge = fakeBridge({
    'echo.get': () => echo,
    'feedback.get': () => feedback,
    'feedback.similar': () => [],
    'announcements.get': () => ({
      room: '#news:a',
      reading: 'ready',
      announcements: [],
      unread: 0,
    }),
  });
});

/** The next snapshot: the window keeps the newest as long as it lives, and these tests share one. */
function next(more: Partial<Snapshot> = {}): Snapshot {
  revision += 1;
  return snapshotOf({ revision, coop, services, ...more });
}
async function open(more: Partial<Snapshot> = {}): Promise<void> {
  bridge.answer({ 'snapshot.get': () => next(more) });
  await loadSnapshot();
  await act(async () => show(<App />));
}

/** Main sends the window to a page requested elsewhere: in the tray, by a notification, by another start. */
const lead = {
  toService: (serviceId: string) => bridge.send('show', { page: 'status', serviceId }),
  toEmergency: () => bridge.send('show', { page: 'emergency' }),
  toBackups: () => bridge.send('show', { page: 'backups' }),
  toAnnouncements: () => bridge.send('show', { page: 'announcements' }),
  toCalls: (instanceId: string) => bridge.send('show', { page: 'calls', instanceId }),
  toFeedback: (aboutServiceId?: string) =>
    bridge.send('show', { page: 'feedback', aboutServiceId }),
  toAnswers: () => bridge.send('show', { page: 'feedback', answers: {} }),
  toMove: (moveTo: string) => bridge.send('show', { page: 'settings', moveTo }),
  /** While there is no co-op. */
  toJoin: (source: string) => bridge.send('show', { page: 'join', source }),
};

const rail = () => within(screen.getByRole('navigation'));
const goTo = (name: string) =>
  act(async () => void fireEvent.click(rail().getByRole('button', { name })));
const current = () =>
  rail()
    .getAllByRole('button')
    .filter((one) => one.getAttribute('aria-current') === 'page')
    .map((one) => one.querySelector('.unseen')?.textContent);
const title = async (name: string | RegExp) => {
  await screen.findByRole('heading', { level: 1, name });
};
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const about = async () => (await screen.findByLabelText<HTMLSelectElement>('About')).value;
const chosenServers = async () => {
  const boxes = await screen.findAllByRole<HTMLInputElement>('radio', { name: /^Server/ });
  return boxes.filter((one) => one.checked).map((one) => one.closest('label')?.textContent);
};

const allUp = 'All services are working';

describe('what a member asks for outside the window is shown', () => {
  beforeEach(() => open());

  test('one service', async () => {
    await goTo('Settings');
    await lead.toService('pads');
    await title('Pads, up');
    expect(current()).toEqual(['Status']);
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Pads'));
  });

  test('where to meet', async () => {
    await lead.toEmergency();
    await title('If everything is down');
    expect(current()).toEqual(['Emergency']);
  });

  test('the backups', async () => {
    await lead.toBackups();
    expect(current()).toEqual(['Backups']);
    await screen.findByRole('heading', { level: 1 });
  });

  test('the announcements', async () => {
    await lead.toAnnouncements();
    await title('News');
    expect(current()).toEqual(['News']);
  });

  test('the test of one server, and then of another', async () => {
    await lead.toCalls('far');
    expect(await chosenServers()).toEqual([expect.stringContaining('Server far')]);
    await lead.toCalls('near');
    expect(await chosenServers()).toEqual([expect.stringContaining('Server near')]);
    expect(current()).toEqual(['Calls']);
  });

  test('feedback on one service, and then on nothing yet', async () => {
    await lead.toFeedback('pads');
    expect(await about()).toBe('service:pads');
    await lead.toFeedback();
    expect(await about()).toBe('other');
    expect(current()).toEqual(['Feedback']);
  });

  test('what was answered', async () => {
    await lead.toAnswers();
    await title('Feedback');
    expect(current()).toEqual(['Feedback']);
  });

  test('the question whether to move to another co-op, once it is not this one', async () => {
    await lead.toMove(`https://${coop.source.toUpperCase()}/`);
    expect(screen.queryByRole('note')).toBeNull();
    await lead.toMove('oak.example');
    expect(current()).toEqual(['Settings']);
    expect(screen.getByLabelText<HTMLInputElement>(/^Web address/).value).toBe('oak.example');
    expect(screen.getByRole('note').textContent).toContain('oak.example');
    await bridge.send('snapshot', next({ coop: { ...coop, source: 'https://oak.example' } }));
    expect(screen.queryByRole('note')).toBeNull();
  });
});

describe('a member goes from page to page', () => {
  beforeEach(() => open());

  test('the rail marks the page that is open', async () => {
    expect(current()).toEqual(['Today']);
    await goTo('Emergency');
    expect(current()).toEqual(['Emergency']);
    await title('If everything is down');
  });

  test('to a service and back', async () => {
    await goTo('Status');
    await screen.findByRole('button', { name: 'Pads, up' });
    await press('Pads, up');
    await title('Pads, up');
    await press('Back to all services');
    await title(allUp);
  });

  test('the rail leads to the list, also from a service', async () => {
    await lead.toService('pads');
    await goTo('Status');
    await title(allUp);
  });

  test('what was asked for once is not asked for the next time', async () => {
    await lead.toFeedback('pads');
    await goTo('Status');
    await goTo('Feedback');
    expect(await about()).toBe('other');
  });

  test('a service leads to feedback on it, and to the test of its server', async () => {
    await lead.toService('pads');
    await title('Pads, up');
    await press('Send feedback');
    expect(await about()).toBe('service:pads');
    await lead.toService('calls');
    await press('Run echo test');
    expect(await chosenServers()).toEqual([expect.stringContaining('Server far')]);
  });
});

describe('what main tells changes what is shown', () => {
  test('the state', async () => {
    await open();
    const down = [serviceView('pads', { verdict: 'down' }), serviceView('calls')];
    await bridge.send('snapshot', next({ services: down }));
    await title('pads is down');
  });

  test.each([
    ['backups', 'toBackups'],
    ['announcements', 'toAnnouncements'],
    ['an emergency card', 'toEmergency'],
  ] as const)('a new document without %s leads back to the first page', async (_what, to) => {
    await open();
    await lead[to]();
    await bridge.send('snapshot', next({ coop: coopView() }));
    await title(allUp);
  });

  test('a service that the document no longer names leads back to the list', async () => {
    await open();
    await lead.toService('pads');
    await bridge.send('snapshot', next({ services: services.slice(1) }));
    await title('All services are working');
  });

  test('what is unread is counted at its page', async () => {
    await open({ unreadAnswers: 2, unreadAnnouncements: 1 });
    rail().getByRole('button', { name: 'Feedback, 2 new' });
    rail().getByRole('button', { name: 'News, 1 new' });
  });
});

describe('without a co-op', () => {
  test('it asks for one, and for the one that another start has named', async () => {
    await open({ coop: undefined, services: [] });
    await title('Connect to your co-op');
    await lead.toJoin('oak.example');
    expect(screen.getByLabelText<HTMLInputElement>(/^Web address/).value).toBe('oak.example');
  });

  test('once it has joined, it shows the state, whatever was named before', async () => {
    await open({ coop: undefined, services: [] });
    await lead.toJoin('maple.example');
    await bridge.send('snapshot', next());
    await title(allUp);
  });
});

describe('a window that was left and comes back', () => {
  afterEach(() => void vi.useRealTimers());

  const comeBack = async () => {
    window.dispatchEvent(new Event('blur'));
    await act(async () => void window.dispatchEvent(new Event('focus')));
  };

  test('its heading takes the focus again, from elsewhere', async () => {
    await open();
    const heading = screen.getByRole('heading', { level: 1 });
    expect(document.activeElement).toBe(heading);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await comeBack();
    expect(document.activeElement?.tagName).toBe('MAIN');
    await act(async () => void vi.runAllTimers());
    expect(document.activeElement).toBe(heading);
  });

  test('a control in use keeps it', async () => {
    await open();
    await goTo('Status');
    const button = await screen.findByRole('button', { name: 'Check now' });
    button.focus();
    await comeBack();
    expect(document.activeElement).toBe(button);
  });
});
