/** The status page in a DOM: its order, the star, the focus, and what is spoken. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { LiveRegion } from '../../../renderer/app/LiveRegion.tsx';
import { StatusPage } from '../../../renderer/pages/status/StatusPage.tsx';
import type { Route } from '../../../shared/route.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import { now } from './draw.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const coop = coopView();
const soon = reason('certificate-expiring', { days: 6, band: 7 });

let bridge: FakeBridge;
beforeEach(() => {
  bridge = fakeBridge({
    'policy.star': () => undefined,
    'status.copyInstead': () => undefined,
    'history.overview': () => undefined,
    'history.get': () => undefined,
  });
});

const services = (calls: Partial<ServiceView> = {}): ServiceView[] => [
  serviceView('pads', { name: 'Pads', group: 'Write' }),
  serviceView('calls', { name: 'Calls', group: 'Talk', ...calls }),
  serviceView('chat', { name: 'Chat', group: 'Talk' }),
  serviceView('site', { name: 'Site' }),
];
const snapshot = (all: ServiceView[], more: Partial<Snapshot> = {}) =>
  snapshotOf({ coop, services: all, ...more });

function page(one: Snapshot, route: Extract<Route, { page: 'status' }> = { page: 'status' }) {
  return (
    <main>
      <StatusPage
        route={route}
        snapshot={one}
        coop={coop}
        go={(next) => went.push(next)}
        lastServiceId={undefined}
      />
    </main>
  );
}
let went: Route[] = [];
beforeEach(() => {
  went = [];
});

const rows = () =>
  [...document.querySelectorAll('[data-row]')].map((row) => row.getAttribute('data-row'));
const down = {
  verdict: 'down',
  reason: reason('refused'),
  instead: { name: 'the phone line, +1 555 0100', hasPage: false },
} as const;

describe('the list', () => {
  test('has the groups of the document as headings, and keeps its order whatever happens', () => {
    const shown = show(page(snapshot(services())));
    const before = rows();
    expect(before).toEqual(['pads', 'calls', 'chat', 'site']);
    const headings = screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);
    expect(headings).toEqual(['Write', 'Talk', 'Other services']);
    shown.rerender(page(snapshot(services(down))));
    expect(rows()).toEqual(before);
  });

  test('shows no response times, and no state beside what works', () => {
    const timings = { total: 94 };
    show(page(snapshot([serviceView('pads', { name: 'Pads', timings })])));
    screen.getByRole('button', { name: 'Pads, up' });
  });

  test('a search filters the list alone', () => {
    const many = Array.from({ length: 9 }, (_, at) => serviceView(`s${at}`, { name: `S${at}` }));
    show(page(snapshot([...many, serviceView('calls', { name: 'Calls', ...down })])));
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 's3' } });
    expect(rows()).toEqual(['s3']);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Calls is down');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '' } });
  });

  test('a search finds a name by plain letters', () => {
    const many = Array.from({ length: 9 }, (_, at) => serviceView(`s${at}`, { name: `S${at}` }));
    show(page(snapshot([...many, serviceView('art', { name: 'École des Œuvres' })])));
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'ecole des oeuv' } });
    expect(rows()).toEqual(['art']);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '' } });
  });

  test('a star is one press, and says whether it is set', () => {
    show(page(snapshot([serviceView('pads', { name: 'Pads', starred: true })])));
    const star = screen.getByRole('button', { name: 'Pads is one of my services' });
    expect(star.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(star);
    expect(bridge.calls('policy.star')).toEqual([{ serviceId: 'pads', starred: false }]);
  });

  test('while offline has the last known states, with their time', () => {
    const offline = serviceView('pads', {
      name: 'Pads',
      verdict: 'unknown',
      lastKnown: 'up',
      asOfUtcMs: Date.UTC(2026, 10, 24, 13, 30),
      reason: reason('offline'),
    });
    const connectivity = { state: 'offline', sinceUtcMs: 0 } as const;
    show(page(snapshot([offline], { connectivity })));
    const row = document.querySelector('[data-row="pads"]');
    expect(row?.textContent).toContain('Last known: up (08:30)');
    expect(row?.getAttribute('data-old')).toBe('true');
  });
});

describe('what is wrong', () => {
  test('is named, with what to use instead as the first button', () => {
    show(page(snapshot(services(down))));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Calls is down');
    fireEvent.click(screen.getByRole('button', { name: 'Copy the phone line, +1 555 0100' }));
    expect(bridge.calls('status.copyInstead')).toEqual([{ serviceId: 'calls' }]);
  });

  test('is said once by those who are on it: the newest note, and the others on request', () => {
    const acknowledged = { sinceUtcMs: now - 3_600_000, reason: 'El is on it' };
    const seenBy = [{ by: 'sam', note: 'El is restarting it', atUtcMs: now - 300_000 }];
    show(page(snapshot(services({ ...down, acknowledged, seenBy }))));
    screen.getByText('sam, 08:55: El is restarting it');
    expect(screen.queryByText('Known: El is on it')).toBeNull();
    fireEvent.click(screen.getByText('1 earlier note'));
    screen.getByText('Known: El is on it');
  });

  test('has a card each if there are several', () => {
    const all = [...services(down), serviceView('mail', { name: 'Mail', verdict: 'down' })];
    show(page(snapshot(all)));
    const cards = screen.getByRole('region', { name: 'Needs attention' });
    const names = within(cards).getAllByRole('heading', { level: 2 });
    expect(names.map((one) => one.textContent)).toEqual(['Calls', 'Mail']);
  });

  test('leaves chores and services for administrators to a line that can be opened', () => {
    const all = [
      serviceView('pads', { name: 'Pads', verdict: 'degraded', reason: soon }),
      serviceView('staging', { name: 'Staging', verdict: 'down', audience: 'admins' }),
    ];
    show(page(snapshot(all)));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('All services are working');
    expect(rows()).toEqual(['pads']);
    screen.getByRole('button', { name: 'Pads, up' });
    expect(screen.getByText('For admins: Pads, Staging')).toBeTruthy();
    // Who does not run the servers has nothing to mute.
    expect(screen.queryByRole('button', { name: 'Mute Pads' })).toBeNull();
  });

  test('no element without words says “status bar”', () => {
    show(page(snapshot(services(down))));
    expect([...document.querySelectorAll('output, [role=status]')]).toEqual([]);
  });
});

test('a history that could not be read can be asked for again', async () => {
  bridge.answer({
    'history.get': () => {
      throw new Error('busy');
    },
  });
  show(page(snapshot(services()), { page: 'status', serviceId: 'chat' }));
  const again = await screen.findByRole('button', { name: 'Try again' });
  bridge.answer({ 'history.get': () => undefined });
  fireEvent.click(again);
  await screen.findByText('No history yet');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test.each([
  [
    { bad: 1, unknown: 0, warning: 2, good: 4, worst: { name: 'Wiki', code: 'late' as const } },
    'Wiki backup is overdue',
  ],
  [{ bad: 2, unknown: 0, warning: 2, good: 4 }, '2 backups are at risk'],
  [{ bad: 0, unknown: 0, warning: 0, good: 7 }, 'Backups are OK'],
  [{ bad: 0, unknown: 0, warning: 0, good: 7, unreadable: 1 }, 'Backups: 1 report missing'],
  [undefined, undefined],
])('backups %j are told as well: %s', (backups, wanted) => {
  show(page(snapshot(services(), backups && { backups })));
  expect(screen.queryByText(/backup/i)?.textContent).toBe(wanted);
});

test('being offline is said once, with what to do', () => {
  const connectivity = { state: 'offline', sinceUtcMs: 0 } as const;
  show(page(snapshot(services(), { connectivity })));
  expect(screen.getByText('Check your Wi-Fi or cable.').tagName).toBe('STRONG');
  expect(document.body.textContent.match(/offline|connection/gi)).toHaveLength(2);
});

test.each<[string, Partial<ServiceView>, readonly string[], readonly string[]]>([
  [
    'is down, with something to use instead',
    { ...down, hasPage: true },
    ['Copy', 'Check now', 'Send feedback'],
    ['Run echo test', 'Open Calls', 'Mute', 'Mark as known…', 'Copy details'],
  ],
  [
    'is down, with a page to use instead',
    { ...down, instead: { name: 'the other server', hasPage: true }, hasPage: true },
    ['Use the other server', 'Check now', 'Send feedback'],
    ['Run echo test', 'Open Calls', 'Mute', 'Mark as known…', 'Copy details'],
  ],
  [
    'is down, with nothing to use instead',
    { ...down, instead: undefined, hasPage: true },
    ['Check now', 'Send feedback'],
    ['Run echo test', 'Open Calls', 'Mute', 'Mark as known…', 'Copy details'],
  ],
  [
    'works',
    { hasPage: true },
    ['Open Calls', 'Check now', 'Run echo test'],
    ['Send feedback', 'Copy details'],
  ],
])('the page of a service that %s says first what helps, and folds the rest', async (...given) => {
  const [, calls, first, rest] = given;
  const all = services(calls);
  const withEcho = coopView({
    sections: ['feedback'],
    echo: [{ instanceId: 'ours', serviceId: 'calls' }],
  });
  show(page(snapshot(all, { coop: withEcho }), { page: 'status', serviceId: 'calls' }));
  await screen.findByText('No history yet');
  const more = screen.getByText('More');
  const beside = () => {
    const row = more.closest('details')?.parentElement;
    return [...(row?.querySelectorAll('button') ?? [])];
  };
  const words = () => beside().map((one) => one.textContent);
  expect(words()).toEqual(first);
  // One button is the first choice, if there is something that helps at all.
  const primary = beside().filter((one) => one.className === 'primary');
  expect(primary.map((one) => one.textContent)).toEqual(first[0] === 'Check now' ? [] : [first[0]]);
  fireEvent.click(more);
  expect(words()).toEqual([...first, ...rest]);
});

test('back from a service, the focus is on its row', () => {
  const one = snapshot(services());
  const shown = show(page(one, { page: 'status', serviceId: 'chat' }));
  const heading = screen.getByRole('heading', { level: 1, name: 'Chat, up' });
  expect(document.activeElement).toBe(heading);
  fireEvent.click(screen.getByRole('button', { name: 'Back to all services' }));
  expect(went).toEqual([{ page: 'status' }]);
  shown.rerender(page(one));
  expect(document.activeElement?.closest('[data-row]')?.getAttribute('data-row')).toBe('chat');
});

test('what changes is said once, and not again when something else is drawn', async () => {
  const shown = show(<LiveRegion snapshot={snapshot(services())} />);
  const region = document.querySelector('[aria-live]');
  expect(region?.textContent).toBe('');
  const after = snapshot(services(down), { revision: 2 });
  await act(async () => shown.rerender(<LiveRegion snapshot={after} />));
  const said = 'Calls: down. Use the phone line, +1 555 0100 for now.';
  expect(region?.textContent).toBe(said);
  const element = region?.firstElementChild;
  await act(async () => shown.rerender(<LiveRegion snapshot={{ ...after, revision: 3 }} />));
  expect(region?.firstElementChild).toBe(element);
});
