/** What the list of services shows of the past: its strips, their legend, and this week. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { StatusPage } from '../../../renderer/pages/status/StatusPage.tsx';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import { now } from './draw.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

let bridge: FakeBridge;
beforeEach(() => {
  bridge = fakeBridge({});
});

function open() {
  const coop = coopView();
  const services = [serviceView('pads', { name: 'Pads' }), serviceView('chat', { name: 'Chat' })];
  show(
    <StatusPage
      route={{ page: 'status' }}
      snapshot={snapshotOf({ coop, services })}
      coop={coop}
      go={() => {}}
      lastServiceId={undefined}
    />,
  );
}

describe('the strips of 90 days', () => {
  const days = (letters: string) => ({
    services: [{ serviceId: 'pads', days: letters, uptime: 1 }],
    incidents: [],
  });
  const legend = () =>
    [...(document.querySelector('[class*=legend]')?.querySelectorAll('li') ?? [])].map(
      (one) => one.textContent,
    );

  test.each<[string, readonly string[]]>([
    ['u'.repeat(90), []],
    [`${'u'.repeat(88)}dm`, ['up', 'down', 'maintenance']],
    [`-n${'u'.repeat(87)}g`, ['up', 'problems', 'unknown', 'no data']],
  ])('%s have a legend of what there is: %j', async (letters, wanted) => {
    bridge.answer({ 'history.overview': () => days(letters) });
    open();
    await waitFor(() => expect(document.querySelector('[data-row] svg path')).toBeTruthy());
    await screen.findByText('No incidents in the last 7 days');
    expect(legend()).toEqual(wanted);
  });
});

test('what happened this week says each in its words, which begin with a capital', async () => {
  const incident = { serviceId: 'pads', kind: 'down', end: 'seen' } as const;
  const hour = { fromUtcMs: now - 7_200_000, toUtcMs: now - 3_600_000 };
  bridge.answer({
    'history.overview': () => ({ services: [], incidents: [{ ...incident, ...hour }] }),
  });
  open();
  const week = within(await screen.findByRole('region', { name: 'This week' }));
  expect(week.getByText('down').className).toBe('capital');
  expect(week.getByRole('listitem').textContent).toBe('Pads · down · 07:00, for 1 hr');
});
