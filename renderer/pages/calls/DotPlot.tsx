import type { Comparison } from '../../../shared/echo/compare.ts';
import type { Result } from '../../../shared/echo/state.ts';
import { msText } from '../../../shared/wording/echo.ts';
import { useWords } from '../../app/words.ts';
import { AxisLabels } from '../../components/AxisLabels.tsx';
import { roundUp } from '../../components/Plot.tsx';
import { runsOf } from './runs.ts';
import styles from './DotPlot.module.css';

type Props = Readonly<{ comparison: Comparison; results: readonly Result[] }>;

/** The distribution of echo times: a line from the minimum to the 95th percentile, and a dot at the median. */
export function DotPlot({ comparison, results }: Props) {
  const { t } = useWords();
  const groups = comparison.rows.map((row) => ({ row, runs: runsOf(row, comparison, results) }));
  const spreads = groups.flatMap(({ runs }) =>
    runs.flatMap(({ measurement }) => measurement.echo?.ms ?? []),
  );
  if (spreads.length === 0) return null;
  const top = roundUp(Math.max(...spreads.map((one) => one.p95)));
  const x = (ms: number) => Math.round((ms / top) * 10_000) / 100;
  return (
    <section className={styles.plot} aria-label={t('calls.compare.plot')}>
      <h3>{t('calls.compare.plot')}</h3>
      <p className="quiet">{t('calls.compare.plot.help')}</p>
      <ul className={styles.rows}>
        {groups.map(({ row: { key, name }, runs }) => {
          const readings = runs.map(({ measurement }) => {
            const spread = measurement.echo?.ms;
            return spread
              ? t('calls.compare.reading', {
                  median: msText(t, spread.median),
                  min: msText(t, spread.min),
                  p95: msText(t, spread.p95),
                })
              : t('echo.notMeasured');
          });
          return (
            <li key={key} className={styles.row}>
              <span className="unseen">
                {t('calls.compare.row', { name, readings: readings.join('; ') })}
              </span>
              <span className={styles.name} dir="auto" aria-hidden="true">
                {name}
              </span>
              <div className={styles.lines} aria-hidden="true">
                {runs.map(({ id, measurement }) => {
                  const spread = measurement.echo?.ms;
                  if (!spread) {
                    return (
                      <span key={id} className="quiet">
                        {t('echo.notMeasured')}
                      </span>
                    );
                  }
                  return (
                    <svg
                      key={id}
                      className={styles.line}
                      viewBox="0 0 100 10"
                      preserveAspectRatio="none"
                    >
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
          <AxisLabels labels={['0', msText(t, top / 2), msText(t, top)]} />
        </li>
      </ul>
    </section>
  );
}
