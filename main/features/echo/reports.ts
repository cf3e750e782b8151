/** Exports results as text or a file, and imports them from a file. */
import { setImmediate as breathe } from 'node:timers/promises';
import * as v from 'valibot';
import type { Report } from '../../../shared/echo/report.ts';
import { parsingReport, reportCharactersLimit, reportOf } from '../../../shared/echo/report.ts';
import type { RoomMessage } from '../../../shared/echo/room-message.ts';
import { roomMessage } from '../../../shared/echo/room-message.ts';
import type { Result } from '../../../shared/echo/state.ts';
import { inSteps } from '../../../shared/steps.ts';
import { ResultSchema } from '../../../shared/echo/state.ts';
import { dateIn } from '../../../shared/time/calendar.ts';
import type { Echo } from './index.ts';

export type ReportDeps = Readonly<{
  echo: Pick<Echo, 'results' | 'takeUp'>;
  app: string;
  nowUtcMs: () => number;
  /** The member's, as an IANA name. */
  timeZone: () => string;
  textOf: (results: readonly Result[]) => string;
  copyText: (text: string) => Promise<void>;
  /** Asks the member where to save, and writes the pieces there. */
  save: (name: string, pieces: AsyncIterable<string>) => Promise<'saved' | 'cancelled' | 'failed'>;
  /** Asks the member for a file and reads it. */
  open: (
    limitBytes: number,
  ) => Promise<
    Readonly<{ outcome: 'read'; text: string }> | Readonly<{ outcome: 'cancelled' | 'failed' }>
  >;
}>;

export type Reports = Readonly<{
  /** The message for a room of the co-op. Throws RangeError for more than 16 results. */
  message: (ids: readonly string[]) => RoomMessage;
  copy: (ids: readonly string[]) => Promise<void>;
  save: (ids: readonly string[]) => Promise<'saved' | 'cancelled' | 'failed'>;
  open: () => Promise<'opened' | 'cancelled' | 'not-a-report' | 'needs-newer' | 'failed'>;
}>;

export function createReports(deps: ReportDeps): Reports {
  const { echo } = deps;
  return {
    message: (ids) => {
      const results = echo.results(ids);
      const report = reportOf(results, { ...deps, atUtcMs: deps.nowUtcMs() });
      return roomMessage(deps.textOf(results), report);
    },
    copy: async (ids) => {
      const results = echo.results(ids);
      if (results.length > 0) await deps.copyText(deps.textOf(results));
    },
    save: async (ids) => {
      const results = echo.results(ids);
      if (results.length === 0) return 'failed';
      const atUtcMs = deps.nowUtcMs();
      const date = dateIn(deps.timeZone(), atUtcMs);
      return deps.save(`echo-test-${date}.json`, pieces(reportOf(results, { ...deps, atUtcMs })));
    },
    open: async () => {
      const file = await deps.open(reportCharactersLimit);
      if (file.outcome !== 'read') return file.outcome;
      const parsed = await inSteps(parsingReport(file.text), breathe);
      if (parsed.kind !== 'ok') return parsed.kind;
      // A result in a report is one of ours with fewer fields.
      echo.takeUp(parsed.report.results.map((one) => v.parse(ResultSchema, one)));
      return 'opened';
    },
  };
}

async function* pieces(report: Report): AsyncIterable<string> {
  yield `${JSON.stringify(report, undefined, 2)}\n`;
}
