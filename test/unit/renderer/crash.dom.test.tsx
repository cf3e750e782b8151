/** The offer to report a crash: what it says, and where it leads. */
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CrashNote } from '../../../renderer/components/CrashNote.tsx';
import { Fault } from '../../../renderer/components/Fault.tsx';
import type { Crash } from '../../../shared/crash/incident.ts';
import type { Route } from '../../../shared/route.ts';
import { coopView } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import { now } from './draw.tsx';
import { fakeBridge } from './fake-bridge.ts';

const crash: Crash = {
  kind: 'app',
  atUtcMs: now,
  begunUtcMs: now - 3_600_000,
  version: '0.1.0',
  count: 1,
};

function open(more: Partial<Crash> = {}, sections: ('feedback' | 'links')[] = ['feedback']) {
  const bridge = fakeBridge({ 'window.answerCrash': () => undefined });
  const went: Route[] = [];
  show(
    <CrashNote
      crash={{ ...crash, ...more }}
      version="0.2.0"
      coop={coopView({ sections })}
      go={(route) => went.push(route)}
    />,
  );
  return { bridge, went };
}
const press = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

test.each<[Partial<Crash>, string]>([
  [{}, 'Coop Tray ended unexpectedly last time.'],
  [{ count: 3 }, 'Coop Tray ended unexpectedly 3 times in a row.'],
  [{ kind: 'window' }, 'Coop Tray’s window closed unexpectedly.'],
  [{ kind: 'fault', count: 2 }, 'Something went wrong in Coop Tray 2 times in a row.'],
])('%j', (more, sentence) => {
  open(more);
  expect(screen.getByRole('note').textContent).toContain(`${sentence} It’s probably a bug`);
});

test('reporting leads to feedback about the app, with what is known and the log', async () => {
  const { bridge, went } = open({ kind: 'window', reason: 'crashed', exitCode: 11 });
  await press('Report…');
  expect(went).toEqual([
    {
      page: 'feedback',
      begun: {
        text: [
          'Coop Tray’s window closed unexpectedly.',
          'Coop Tray 0.1.0, started 2026-11-24T13:00:00.000Z, noticed 2026-11-24T14:00:00.000Z',
          'Reason: crashed, exit code 11',
          '',
          'What I was doing: ',
        ].join('\n'),
        about: { what: 'app', name: 'Coop Tray', build: '0.2.0' },
        withLog: true,
      },
    },
  ]);
  expect(bridge.calls('window.answerCrash')).toHaveLength(1);
});

test('not reporting leads nowhere', async () => {
  const { bridge, went } = open();
  await press('Don’t report');
  expect([bridge.calls('window.answerCrash').length, went]).toEqual([1, []]);
});

test('where the co-op takes no feedback, the note says what else helps', async () => {
  const { bridge } = open({}, []);
  expect(screen.queryByRole('button', { name: 'Report…' })).toBeNull();
  expect(screen.getByRole('note').textContent).toContain('The log in the settings may help');
  await press('OK');
  expect(bridge.calls('window.answerCrash')).toHaveLength(1);
});

test('a page that throws tells main its kind and place, and nothing that it says', () => {
  const bridge = fakeBridge({ 'window.fault': () => undefined });
  // React says it there, too.
  const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => printed.mockRestore());
  const Broken = (): never => {
    throw new RangeError('Dear Marguerite');
  };
  show(
    <Fault>
      <Broken />
    </Fault>,
  );
  expect(screen.getByRole('alert')).toBeDefined();
  const [told] = bridge.calls('window.fault');
  expect(told?.name).toBe('RangeError');
  expect(told?.at).toMatch(/^[\w.-]+:\d+:\d+/);
  expect(JSON.stringify(told)).not.toContain('Marguerite');
});
