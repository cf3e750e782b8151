import { AxisLabels } from './AxisLabels.tsx';
import { Legend } from './Legend.tsx';
import styles from './Plot.module.css';

export type PlotSeries = Readonly<{
  look: 'echo' | 'round-trip' | 'size';
  /** In order of x. An undefined y was not measured, and leaves a gap in the line. */
  points: readonly Readonly<{ x: number; y: number | undefined }>[];
}>;

type Props = Readonly<{
  series: readonly PlotSeries[];
  /** Packet loss at x, as a share from 0 to 1. */
  losses?: readonly Readonly<{ x: number; share: number }>[];
  /** The range of x. */
  from: number;
  to: number;
  /** Labels of `from` and `to`. */
  ends: readonly [string, string];
  /** Labels a value of y. */
  label: (value: number) => string;
}>;

/** A small line chart, hidden from screen readers: the caller describes it in text. */
export function Plot({ series, losses = [], from, to, ends, label }: Props) {
  const top = roundUp(Math.max(...series.flatMap(({ points }) => points.map(({ y }) => y ?? 0))));
  const x = (value: number) => round(((value - from) / Math.max(to - from, 1)) * 100);
  const y = (value: number) => round(100 - (value / top) * 100);
  return (
    <div className={styles.plot} aria-hidden="true">
      <div className={styles.labels}>
        <span>{label(top)}</span>
        <span>{label(top / 2)}</span>
        <span>{label(0)}</span>
      </div>
      <svg className={styles.area} viewBox="0 0 100 100" preserveAspectRatio="none">
        {[0, 50, 100].map((at) => (
          <path key={at} className={styles.grid} d={`M0 ${at}H100`} />
        ))}
        {losses.map((one) => (
          <path
            key={one.x}
            className={styles.loss}
            d={`M${x(one.x)} 100V${round(100 - Math.max(6, Math.min(one.share, 0.2) * 300))}`}
          />
        ))}
        {series.map(({ look, points }) => (
          <g key={look} data-look={look}>
            <path className={styles.line} d={lineOf(points, x, y)} />
            {points.map(
              (point) =>
                point.y !== undefined && (
                  <path
                    key={point.x}
                    className={styles.dot}
                    d={`M${x(point.x)} ${y(point.y)}h0.001`}
                  />
                ),
            )}
          </g>
        ))}
      </svg>
      <div className={styles.ends}>
        <AxisLabels labels={ends} />
      </div>
    </div>
  );
}

function lineOf(
  points: PlotSeries['points'],
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  return points
    .map((point, index) => {
      if (point.y === undefined) return '';
      const joins = points[index - 1]?.y !== undefined;
      return `${joins ? 'L' : 'M'}${x(point.x)} ${y(point.y)}`;
    })
    .join('');
}

const round = (value: number) => Math.round(value * 100) / 100;

const steps = [1, 1.5, 2, 3, 4, 6, 8] as const;

/** The next round number, so that the scale does not change with every reading. */
export function roundUp(value: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(value, 10)));
  return size * (steps.find((one) => one * size >= value) ?? 10);
}

export function PlotLegend({
  items,
}: Readonly<{ items: readonly (readonly [PlotSeries['look'] | 'loss', string])[] }>) {
  return (
    <Legend
      items={items}
      className={styles.legend}
      renderSwatch={(look) => <i className={styles.swatch} data-look={look} />}
    />
  );
}
