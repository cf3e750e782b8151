/** The page of the echo test in a DOM: what its buttons ask of main, what takes the focus, and what is announced. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { EchoState, Result, RunView } from '../../../shared/echo/state.ts';
import { Calls, CallsPage } from '../../../renderer/pages/calls/CallsPage.tsx';
import { listen } from '../../../renderer/pages/calls/microphone.ts';
import { playTone } from '../../../renderer/pages/calls/tone.ts';
import { coopView, snapshotOf } from '../../fixtures/views.ts';
import { now } from './draw.tsx';
import { show } from './dom.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

vi.mock('../../../renderer/pages/calls/microphone.ts', () => ({ listen: vi.fn<typeof listen>() }));
vi.mock('../../../renderer/pages/calls/tone.ts', () => ({ playTone: vi.fn<typeof playTone>() }));

const server = (id: string) => ({
  id,
  name: `Server ${id}`,
  host: `${id}.example`,
  hasRoom: true,
  own: false,
});
const state: EchoState = {
  instances: [server('near'), server('far')],
  results: [],
  settings: { guestName: 'Guest', place: '' },
};
const run: RunView = {
  instance: { id: 'near', name: 'Server near' },
  step: 'measure',
  startedAtUtcMs: now,
  measureS: 20,
  samples: [],
};
const result: Result = {
  id: 'r1',
  instance: { id: 'near', name: 'Server near' },
  atUtcMs: now,
  timeZone: 'Asia/Tokyo',
  durationMs: 12_000,
  app: '1',
  system: 'x',
  measurement: { samples: [] },
  mySide: { microphone: 'ok', speaker: 'ok' },
  verdict: { quality: 'good', mos: 4.2, blame: 'nobody' },
};

let bridge: FakeBridge;
beforeEach(() => {
  bridge = fakeBridge({
    'echo.get': () => state,
    'echo.start': () => undefined,
    'echo.stop': () => undefined,
    'echo.setSettings': () => undefined,
    'echo.setSound': () => undefined,
    'echo.allowMicrophone': () => undefined,
    'echo.forgetResults': () => undefined,
  });
  vi.mocked(listen).mockResolvedValue('ok');
  vi.mocked(playTone).mockResolvedValue();
});

const props = {
  route: { page: 'calls' },
  snapshot: snapshotOf({ coop: coopView() }),
  coop: coopView(),
  go: () => undefined,
  lastServiceId: undefined,
} as const;
const open = (first: EchoState = state) => {
  bridge.answer({ 'echo.get': () => first });
  return act(async () => show(<CallsPage {...props} />));
};
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const title = () => screen.getByRole('heading', { level: 1 }).textContent;
const announced = () =>
  screen
    .getAllByRole('status')
    .map((one) => one.textContent)
    .filter(Boolean);

describe('the server alone', () => {
  test('is tested as it was shown, and Stop has the focus', async () => {
    await open();
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: /Server far/ })));
    await press('Test the server only');
    expect(bridge.calls('echo.start')).toEqual([
      {
        instanceIds: ['far'],
        accessCodes: [],
        withSecret: false,
        shown: [{ instanceId: 'far', host: 'far.example' }],
      },
    ]);
    expect(bridge.calls('echo.setSound')).toEqual([]);
    await bridge.send('echo', { ...state, run });
    expect(title()).toBe('Testing Server near…');
    expect(document.activeElement?.textContent).toBe('Stop the test');
    await press('Stop the test');
    expect(bridge.calls('echo.stop')).toHaveLength(1);
    // It keeps the focus, and does nothing more.
    await press('Stopping…');
    expect(bridge.calls('echo.stop')).toHaveLength(1);
  });

  test('stopped before its first tone leads back to the servers', async () => {
    await open({ ...state, run });
    await bridge.send('echo', state);
    expect(title()).toBe('Echo test');
    expect(document.activeElement?.textContent).toBe('Echo test');
  });

  test('that may not be tested says why', async () => {
    bridge.answer({ 'echo.start': () => 'moved' });
    await open();
    await press('Test the server only');
    expect(screen.getByRole('alert').textContent).toContain('changed to another server');
  });

  test('at the end, the answer has the focus and is announced', async () => {
    await open({ ...state, run });
    const { mySide: _sound, ...only } = result;
    await bridge.send('echo', { ...state, results: [only] });
    expect(title()).toBe('All good');
    expect(document.activeElement?.textContent).toBe('All good');
    expect(announced()[0]).toBe(
      'Test finished. All good. Your side, the network and the server are fine.',
    );
    await press('Test again');
    expect(bridge.calls('echo.start')).toHaveLength(1);
    await press('All servers');
    expect(document.activeElement?.textContent).toBe('Echo test');
  });
});

describe('a check before a call', () => {
  const begin = async () => {
    await open();
    // As Enter in a field does.
    await press('Check before a call');
  };

  test('listens, plays a tone, tests the server, and gives one answer', async () => {
    await begin();
    expect(screen.getByText('Did you hear it?')).toBeTruthy();
    expect(bridge.calls('echo.start')).toEqual([]);
    await press('Yes');
    expect(bridge.calls('echo.setSound')).toEqual([{ microphone: 'ok', speaker: 'ok' }]);
    expect(bridge.calls('echo.start')).toMatchObject([{ instanceIds: ['near'] }]);
    await bridge.send('echo', { ...state, run });
    const parts = screen.getByRole('list', { name: 'Parts of the check' });
    expect(
      within(parts)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(['Microphone done', 'Speaker done', '3Server now']);
    await bridge.send('echo', { ...state, results: [result] });
    expect(title()).toBe('You’re ready for calls');
    // Whose microphone was checked wants to know of it again.
    await press('Test again');
    expect(title()).toBe('Check before a call');
  });

  test('with a silent microphone stays there, until it is heard or left so', async () => {
    vi.mocked(listen).mockResolvedValue('silent');
    await begin();
    expect(screen.getByText(/^No sound\./)).toBeTruthy();
    expect(playTone).not.toHaveBeenCalled();
    vi.mocked(listen).mockResolvedValue('low');
    await press('Try again');
    expect(screen.getByText('Did you hear it?')).toBeTruthy();
    await press('No');
    expect(screen.getByText(/^Then you won’t hear others/)).toBeTruthy();
    await press('Continue anyway');
    expect(bridge.calls('echo.setSound')).toEqual([{ microphone: 'low', speaker: 'not-heard' }]);
  });

  test('can skip either part', async () => {
    vi.mocked(listen).mockReturnValue(new Promise(() => undefined));
    await begin();
    await press('Skip microphone');
    await press('Skip speaker');
    expect(bridge.calls('echo.setSound')).toEqual([{}]);
    expect(bridge.calls('echo.start')).toHaveLength(1);
  });

  test('allows the microphone only meanwhile', async () => {
    vi.mocked(listen).mockReturnValue(new Promise(() => undefined));
    await begin();
    expect(bridge.calls('echo.allowMicrophone').at(-1)).toEqual({ open: true });
    await press('Cancel');
    expect(bridge.calls('echo.allowMicrophone').at(-1)).toEqual({ open: false });
    expect(title()).toBe('Echo test');
    expect(bridge.calls('echo.start')).toEqual([]);
  });
});

test('servers are compared from a dialog, at least two of them', async () => {
  await open();
  await press('Compare servers…');
  const dialog = within(screen.getByRole('dialog'));
  await act(async () => void fireEvent.click(dialog.getByLabelText('Server near')));
  await press('Compare');
  expect(bridge.calls('echo.start')).toEqual([]);
  await act(async () => void fireEvent.click(dialog.getByLabelText('Server near')));
  await press('Compare');
  expect(bridge.calls('echo.start')).toMatchObject([{ instanceIds: ['near', 'far'] }]);
});

test('a result is deleted only after the question', async () => {
  await open({ ...state, results: [result] });
  await act(async () => void fireEvent.click(screen.getByText('More')));
  await press('Delete');
  expect(bridge.calls('echo.forgetResults')).toEqual([]);
  const dialog = within(screen.getByRole('dialog'));
  await act(async () => void fireEvent.click(dialog.getByRole('button', { name: 'Delete' })));
  expect(bridge.calls('echo.forgetResults')).toEqual([{ resultIds: ['r1'] }]);
});

describe('other states', () => {
  test('while it loads', async () => {
    bridge.answer({ 'echo.get': () => new Promise(() => undefined) });
    await act(async () => show(<CallsPage {...props} />));
    expect(title()).toBe('Echo test');
    expect(document.querySelector('[aria-busy="true"]')).toBeTruthy();
  });

  test('what could not be read is asked for again', async () => {
    bridge.answer({ 'echo.get': () => Promise.reject(new Error('x')) });
    await act(async () => show(<CallsPage {...props} />));
    bridge.answer({ 'echo.get': () => state });
    await press('Try again');
    expect(screen.getByRole('button', { name: 'Check before a call' })).toBeTruthy();
  });

  test('offline', async () => {
    await act(async () =>
      show(
        <Calls
          coop={props.coop}
          snapshot={props.snapshot}
          state={state}
          wantedId={undefined}
          offline={true}
          down={[]}
        />,
      ),
    );
    expect(screen.getByRole('note').textContent).toContain('offline');
  });
});
