import type { HistoryView, Point, Range } from '../../../../shared/history/view.ts';
import { ranges } from '../../../../shared/history/view.ts';
import { measures } from '../../../../shared/history/kinds.ts';
import type { Words } from '../../../app/words.ts';
import { useWords } from '../../../app/words.ts';
import { Disclosure } from '../../../components/Disclosure.tsx';
import { Scroll } from '../../../components/Scroll.tsx';
import { ResponseChart } from './ResponseChart.tsx';
import styles from './ResponseTimes.module.css';

type Props = Readonly<{ history: HistoryView; range: Range; onRange: (range: Range) => void }>;

/** Response times by phase, as a chart, a sentence and a table. */
export function ResponseTimes({ history, range, onRange }: Props) {
  const words = useWords();
  const { t } = words;
  const summary = summarise(words, history.points);
  return (
    <section className={styles.part}>
      <div className={styles.head}>
        <h2>{t('history.times')}</h2>
        <fieldset className={styles.ranges} aria-label={t('history.range')}>
          {ranges.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === range}
              onClick={() => onRange(one)}
            >
              {t(`history.range.${one}`)}
            </button>
          ))}
        </fieldset>
      </div>
      {summary === undefined ? (
        <p className="quiet">{t('history.times.none')}</p>
      ) : (
        <>
          <p>{summary}</p>
          <ResponseChart history={history} />
          <PointTable history={history} />
        </>
      )}
    </section>
  );
}

function summarise({ t }: Words, points: readonly Point[]): string | undefined {
  const totals = points.flatMap(({ means }) => (means.total === undefined ? [] : [means.total]));
  if (totals.length === 0) return undefined;
  const ends = points.flatMap(({ fastest, slowest }) =>
    fastest === undefined || slowest === undefined ? [] : [fastest, slowest],
  );
  const mean = Math.round(totals.reduce((sum, one) => sum + one, 0) / totals.length);
  const [fastest, slowest] = [Math.min(...ends), Math.max(...ends)];
  if (totals.length === 1 && fastest === slowest) return t('history.times.one', { ms: mean });
  return t('history.times.summary', {
    mean,
    fastest: Math.round(fastest),
    slowest: Math.round(slowest),
  });
}

/** The chart's figures, for screen readers, too. */
function PointTable({ history }: Readonly<{ history: HistoryView }>) {
  const { t } = useWords();
  return (
    <Disclosure summary={t('history.table')}>
      <Scroll label={t('history.table')} tall>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('history.table.time')}</th>
              {measures.map((phase) => (
                <th key={phase} scope="col">
                  {t(`phase.${phase}`)}
                </th>
              ))}
              <th scope="col">{t('history.table.fastest')}</th>
              <th scope="col">{t('history.table.slowest')}</th>
            </tr>
          </thead>
          <tbody>
            {history.points.toReversed().map((point) => (
              <PointRow key={point.atUtcMs} point={point} range={history.range} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </Disclosure>
  );
}

function PointRow({ point, range }: Readonly<{ point: Point; range: Range }>) {
  const { t, times } = useWords();
  const { atUtcMs, means, fastest, slowest } = point;
  const cells = [...measures.map((measure) => means[measure]), fastest, slowest];
  const day = times.day(atUtcMs);
  return (
    <tr>
      <th scope="row">{range === 'quarter' ? day : `${day}, ${times.clock(atUtcMs, atUtcMs)}`}</th>
      {cells.map((ms, index) => (
        // By place: the columns are fixed.
        <td key={index}>{ms === undefined ? t('status.none') : Math.round(ms)}</td>
      ))}
    </tr>
  );
}
