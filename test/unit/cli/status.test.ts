import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Checked, StatusReport } from '../../../shared/cli/status.ts';
import {
  StatusReportSchema,
  exitCodeOf,
  failedReport,
  reportOf,
} from '../../../shared/cli/status.ts';
import { statusText } from '../../../shared/cli/table.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { serviceView } from '../../fixtures/views.ts';

const t = createTranslate('en');
const now = Date.UTC(2026, 10, 24, 14, 0);

function view(verdict: Verdict, more: Partial<ServiceView> = {}): ServiceView {
  const name = more.name ?? verdict;
  return serviceView(name, { verdict, sinceUtcMs: now, ...more });
}

function report(
  views: readonly ServiceView[],
  state: ConnectivityState = 'online',
  clockOffMs?: number,
): StatusReport {
  const coop: Checked['coop'] = { name: 'Maple', source: 'maple.coop', readAtUtcMs: now };
  return reportOf(t, createTimes('en', 'UTC'), {
    coop,
    views,
    connectivity: { state, sinceUtcMs: now, ...(clockOffMs === undefined ? {} : { clockOffMs }) },
  });
}

describe('the exit code', () => {
  test.each<[verdicts: readonly Verdict[], code: number]>([
    [['up', 'up'], 0],
    [['up', 'retired'], 0],
    [['up', 'no-access'], 0],
    [['up', 'degraded'], 1],
    [['up', 'maintenance'], 0],
    [['up', 'unknown'], 1],
    [[], 1],
    [['up', 'down'], 2],
    [['down', 'unknown', 'degraded'], 2],
  ])('of %j is %d', (verdicts, code) => {
    expect(exitCodeOf(report(verdicts.map((one) => view(one))))).toBe(code);
  });

  test.each<ConnectivityState>(['offline', 'captive', 'waking'])('while %s is 3', (state) => {
    const answer = report([view('up')], state);
    expect(answer).toMatchObject({ result: 'failed', failure: 'offline' });
    expect(exitCodeOf(answer)).toBe(3);
  });

  test.each<[verdicts: readonly Verdict[], code: number, failure?: string]>([
    [['up', 'unknown'], 3, 'clock'],
    [['unknown', 'down'], 2],
    [['unknown', 'degraded'], 1],
    [['up', 'up'], 0],
    [[], 1],
  ])('of %j while the clock is wrong is %d', (verdicts, code, failure) => {
    const answer = report(
      verdicts.map((one) => view(one)),
      'online',
      3_600_000,
    );
    expect(exitCodeOf(answer)).toBe(code);
    if (failure) expect(answer).toMatchObject({ result: 'failed', failure });
  });

  test('without a co-op is 3', () => {
    expect(exitCodeOf(failedReport('no-coop', 'None.'))).toBe(3);
  });
});

const crowd = [
  view('up', { name: 'Café', timings: { total: 12.4 } }),
  view('up', { name: '聊天', timings: { total: 1234 } }),
  view('down', {
    name: 'Calls',
    reason: reason('refused'),
    instead: { name: 'the phone', hasPage: false },
  }),
  view('retired', { name: 'Old', reason: reason('retired') }),
];

test('the table has the worst first, straight columns, and the sentence last', () => {
  expect(statusText(t, report(crowd), false)).toBe(
    [
      '✗ down     Calls            The server is refusing connections. The service is probably not running. Use the phone for now.',
      '✓ up       Café   12 ms',
      '✓ up       聊天   1,234 ms',
      '- retired  Old              This service was retired.',
      '',
      '1 of 3 down: Calls',
      '',
    ].join('\n'),
  );
});

test('that the clock is wrong is said as well, where there is an answer all the same', () => {
  const answer = report([view('up'), view('down')], 'online', 3_600_000);
  const note =
    'This computer’s clock is 1 hr behind, so certificates and dates can’t be checked. Set the date and time, ideally automatically. Coop Tray will try again on its own.';
  expect(answer).toMatchObject({ result: 'checked', clock: note });
  const lines = statusText(t, answer, false).split('\n');
  expect(lines.slice(-3)).toEqual([note, '1 of 2 down: down', '']);
  expect(report([view('up')])).not.toHaveProperty('clock');
});

test('only a terminal gets colours, on the state alone', () => {
  const lines = statusText(t, report(crowd), true).split('\n');
  expect(lines[1]).toBe('\u001B[32m✓ up     \u001B[0m  Café   12 ms');
});

test('text from outside cannot command the terminal', () => {
  const evil = '\u001B]52;c;cm0gLXJm\u0007\u009B2J\r\n✓ up  all';
  const text = statusText(
    t,
    report([
      view('down', {
        name: evil,
        reason: reason('json-mismatch', { path: '$.a', got: evil }),
        instead: { name: evil, hasPage: false },
      }),
    ]),
    false,
  );
  expect(text).toMatch(/^[^\p{Cc}]+\n\n[^\p{Cc}]+\n$/u);
});

test('a service whose failures were too few to be sure says so, and is no success', () => {
  const answer = report([view('unknown', { checking: 'failing', reason: reason('not-checked') })]);
  expect(statusText(t, answer, false)).toBe(
    '? unknown  unknown    Failing, but not confirmed before the timeout.\n\nThe only service couldn’t be checked\n',
  );
  expect(exitCodeOf(answer)).toBe(1);
});

test('what --json prints fits the schema, and what was not measured is absent', () => {
  const { output } = v.safeParse(StatusReportSchema, JSON.parse(JSON.stringify(report(crowd))));
  expect(output).toEqual(report(crowd));
  expect(output).toMatchObject({
    version: 1,
    result: 'checked',
    overall: 'down',
    services: [
      { id: 'Calls', verdict: 'down', reason: { code: 'refused' }, instead: 'the phone' },
      { id: 'Café', totalMs: 12.4 },
      { id: '聊天' },
      { id: 'Old' },
    ],
  });
});
