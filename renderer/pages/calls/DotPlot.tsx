import { useWords } from '../../app/words.ts';
import { msWords } from './figure-words.ts';
import type { Group } from './groups.ts';
import { roundUp } from './Plot.tsx';
import styles from './DotPlot.module.css';

/** Where the echo times of each test lie: one line from the shortest to the 95th percentile, a dot at the median. */
export function DotPlot({ groups }: Readonly<{ groups: readonly Group[] }>) {
  const { t } = useWords();
  const spreads = groups.flatMap((group) =>
    group.results.flatMap(({ measurement }) => measurement.echo?.ms ?? []),
  );
  if (spreads.length === 0) return null;
  const top = roundUp(Math.max(...spreads.map((one) => one.p95)));
  const x = (ms: number) => Math.round((ms / top) * 10_000) / 100;
  return (
    <section className={styles.plot} aria-labelledby="calls-dots">
      <h2 id="calls-dots">{t('calls.compare.plot')}</h2>
      <p className={styles.quiet}>{t('calls.compare.plot.help')}</p>
      <ul className={styles.rows}>
        {groups.map(({ key, name, place, results }) => {
          const readings = results.map(({ measurement }) => {
            const spread = measurement.echo?.ms;
            return spread
              ? t('calls.compare.reading', {
                  median: msWords(t, spread.median),
                  min: msWords(t, spread.min),
                  p95: msWords(t, spread.p95),
                })
              : t('calls.figures.none');
          });
          return (
            <li key={key} className={styles.row}>
              <span className="unseen">
                {t('calls.compare.row', { name, readings: readings.join('; ') })}
              </span>
              <span className={styles.name} aria-hidden="true">
                {name}
                {place && <span className={styles.quiet}>{place}</span>}
              </span>
              <div className={styles.lines} aria-hidden="true">
                {results.map(({ id, measurement }) => {
                  const spread = measurement.echo?.ms;
                  if (!spread) {
                    return (
                      <span key={id} className={styles.quiet}>
                        {t('calls.figures.none')}
                      </span>
                    );
                  }
                  return (
                    <svg key={id} className={styles.line} viewBox="0 0 100 10" preserveAspectRatio="none">
                      <path className={styles.grid} d="M0 0V10M50 0V10M100 0V10" />
                      <path className={styles.range} d={`M${x(spread.min)} 5H${x(spread.p95)}`} />
                      <path className={styles.dot} d={`M${x(spread.median)} 5h0.001`} />
                    </svg>
                  );
                })}
              </div>
            </li>
          );
        })}
        <li className={styles.row} aria-hidden="true">
          <span className={styles.name} />
          <span className={styles.scale}>
            <span>0</span>
            <span>{msWords(t, top / 2)}</span>
            <span>{msWords(t, top)}</span>
          </span>
        </li>
      </ul>
    </section>
  );
}
