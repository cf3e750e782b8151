/** Results over time, one line a server, for a chart. Pure. */
import { grouped } from './grouped.ts';
import type { Result } from './state.ts';

/** What a test did not measure is absent: a gap in the line. */
export type Point = Readonly<{
  resultId: string;
  atUtcMs: number;
  mos?: number;
  echoMs?: number;
  roundTripMs?: number;
}>;

export type Line = Readonly<{ instanceId: string; name: string; points: readonly Point[] }>;

/** The oldest first, as a chart is read. */
export function pointsOf(results: readonly Result[]): readonly Line[] {
  const byInstance = grouped(results, ({ instance }) => instance.id);
  return [...byInstance].map(([instanceId, runs]) => ({
    instanceId,
    name: runs[0]?.instance.name ?? instanceId,
    points: runs.map(pointOf).sort((a, b) => a.atUtcMs - b.atUtcMs),
  }));
}

function pointOf({ id, atUtcMs, measurement, verdict }: Result): Point {
  const { echo, roundTripMs } = measurement;
  return {
    resultId: id,
    atUtcMs,
    ...(verdict.mos === undefined ? {} : { mos: verdict.mos }),
    ...(echo?.ms ? { echoMs: echo.ms.median } : {}),
    ...(roundTripMs ? { roundTripMs: roundTripMs.median } : {}),
  };
}
