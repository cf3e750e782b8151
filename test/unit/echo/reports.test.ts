import { expect, test } from 'vitest';
import { createReports } from '../../../main/features/echo/reports.ts';
import type { ReportDeps } from '../../../main/features/echo/reports.ts';
import { stage } from './stage.ts';

async function withResult(parts: Partial<ReportDeps> = {}) {
  const { echo, start, finish } = stage();
  await start('a');
  const result = await finish();
  const files: { name: string; text: string }[] = [];
  const copied: string[] = [];
  const reports = createReports({
    echo,
    app: '1',
    // Half past eight in the evening of the 24th.
    nowUtcMs: () => Date.UTC(2026, 10, 25, 1, 30),
    timeZone: () => 'America/Toronto',
    textOf: (results) => results.map(({ id }) => id).join(' '),
    copyText: async (text) => void copied.push(text),
    save: async (name, pieces) => {
      let text = '';
      for await (const piece of pieces) text += piece;
      files.push({ name, text });
      return 'saved';
    },
    open: async () => ({ outcome: 'cancelled' }),
    ...parts,
  });
  return { echo, reports, files, copied, id: result?.id ?? '' };
}

test('a result is saved as a report, which another app takes up', async () => {
  const { reports, files, id } = await withResult();
  expect(await reports.save([id])).toBe('saved');
  expect(files[0]?.name).toBe('echo-test-2026-11-24.json');
  const text = (files[0]?.text ?? '').replace(id, 'theirs');
  const other = await withResult({ open: async () => ({ outcome: 'read', text }) });
  expect(await other.reports.open()).toBe('opened');
  expect(other.echo.state().results.map((one) => one.taken)).toContain(true);
});

test('a result is copied as text; what is no more is not', async () => {
  const { reports, copied, files, id } = await withResult();
  await reports.copy([id]);
  await reports.copy(['gone']);
  expect(copied).toEqual([id]);
  expect(await reports.save(['gone'])).toBe('failed');
  expect(files).toEqual([]);
});

test.each<[Awaited<ReturnType<ReportDeps['open']>>, string]>([
  [{ outcome: 'cancelled' }, 'cancelled'],
  [{ outcome: 'failed' }, 'failed'],
  [{ outcome: 'read', text: 'x' }, 'not-a-report'],
  [{ outcome: 'read', text: '{"format":"coop.tray.echo/2"}' }, 'needs-newer'],
])('a file that gives %j is %s', async (file, outcome) => {
  const { reports, echo } = await withResult({ open: async () => file });
  expect(await reports.open()).toBe(outcome);
  expect(echo.state().results).toHaveLength(1);
});
