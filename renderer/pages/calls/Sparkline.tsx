import type { Result } from '../../../shared/echo/state.ts';
import styles from './Sparkline.module.css';

const most = 10;
const width = 72;
const height = 20;
/** An echo of a good call stays in the lower half. */
const leastTopMs = 300;

/** The echo of the last tests, oldest first; nothing before there are two. Decorative: the history says it in words. */
export function Sparkline({ results }: Readonly<{ results: readonly Result[] }>) {
  const echoes = results
    .slice(0, most)
    .flatMap(({ measurement }) => measurement.echo?.ms?.median ?? [])
    .toReversed();
  if (echoes.length < 2) return null;
  const top = Math.max(leastTopMs, ...echoes);
  const at = (ms: number, index: number) =>
    `${(index / (echoes.length - 1)) * width} ${height - (ms / top) * height}`;
  const points = echoes.map(at);
  return (
    <svg className={styles.line} viewBox={`-3 -3 ${width + 6} ${height + 6}`} aria-hidden="true">
      <path d={`M${points.join('L')}`} />
      <path className={styles.last} d={`M${points.at(-1)}h0.001`} />
    </svg>
  );
}
