/** The stacked chart of response times by phase, drawn by uPlot. */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { RecordedPhase } from '../../../../shared/history/kinds.ts';
import type { HistoryView, Point } from '../../../../shared/history/view.ts';
import type { Times } from '../../../../shared/i18n/times.ts';

export type ChartLook = Readonly<{
  history: HistoryView;
  /** What the sums consist of. */
  phases: readonly RecordedPhase[];
  times: Times;
  text: string;
  line: string;
  /** One per phase. */
  colours: readonly string[];
}>;

const heightPx = 180;
/** A longer gap, in steps, interrupts the chart. */
const gapSteps = 2.5;

/** Returns the function that removes the chart. */
export function drawChart(container: HTMLElement, look: ChartLook): () => void {
  const size = () => ({ width: container.clientWidth, height: heightPx });
  const chart = new uPlot({ ...size(), ...optionsOf(look) }, stack(look), container);
  const resized = new ResizeObserver(() => chart.setSize(size()));
  resized.observe(container);
  return () => {
    resized.disconnect();
    chart.destroy();
  };
}

function optionsOf({
  history,
  times,
  text,
  line,
  colours,
}: ChartLook): Omit<uPlot.Options, 'width' | 'height'> {
  const axis = {
    stroke: text,
    font: '12px system-ui, sans-serif',
    grid: { stroke: line, width: 1 },
    ticks: { show: false },
  };
  const label = (seconds: number) => {
    const at = seconds * 1000;
    return history.range === 'day' ? times.clock(at, at) : times.day(at);
  };
  return {
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 8, 0, 0],
    scales: {
      x: { range: [history.fromUtcMs / 1000, history.untilUtcMs / 1000] },
      y: { range: (_chart, _min, max) => [0, Math.max(max * 1.1, 10)] },
    },
    axes: [
      { ...axis, size: 28, space: 72, values: (_chart, splits) => splits.map(label) },
      { ...axis, size: 64, values: (_chart, splits) => splits.map((ms) => `${ms} ms`) },
    ],
    // The largest sum first, so that each phase remains visible as a band.
    series: [
      {},
      ...colours.toReversed().map((colour) => ({
        stroke: colour,
        fill: colour,
        width: 0,
        points: { show: false },
      })),
    ],
  };
}

/** Cumulative sums by phase. A point is valid for its whole step; a missing one leaves a gap. */
function stack({ history: { points, stepMs }, phases }: ChartLook): uPlot.AlignedData {
  const times: number[] = [];
  const rows: (number | null)[][] = [];
  const push = (atMs: number, row: (number | null)[]) => {
    times.push(atMs / 1000);
    rows.push(row);
  };
  const gap = phases.map(() => null);
  for (const [index, point] of points.entries()) {
    const row = sums(point, phases);
    push(point.atUtcMs, row);
    const next = points[index + 1]?.atUtcMs;
    if (next !== undefined && next - point.atUtcMs <= gapSteps * stepMs) continue;
    push(point.atUtcMs + stepMs, row);
    push(point.atUtcMs + stepMs + 1, gap);
  }
  return [times, ...phases.map((_, index) => rows.map((row) => row[index] ?? null)).toReversed()];
}

function sums({ means }: Point, phases: readonly RecordedPhase[]): (number | null)[] {
  if (means.total === undefined) return phases.map(() => null);
  let sum = 0;
  return phases.map((phase) => (sum += means[phase] ?? 0));
}
