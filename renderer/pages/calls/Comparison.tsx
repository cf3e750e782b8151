import type { RefObject } from 'react';
import type { Comparison as ComparisonView, Range } from '../../../shared/echo/compare.ts';
import { compare } from '../../../shared/echo/compare.ts';
import type { Result } from '../../../shared/echo/state.ts';
import {
  comparisonSentence,
  msText,
  qualityText,
  scoreText,
  shareText,
} from '../../../shared/wording/echo.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { useWords } from '../../app/words.ts';
import { BackButton } from '../../components/BackButton.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Scroll } from '../../components/Scroll.tsx';
import { DotPlot } from './DotPlot.tsx';
import { QualityIcon } from './QualityIcon.tsx';
import { ResultActions } from './ResultActions.tsx';
import { runsOf } from './runs.ts';
import layout from './ResultView.module.css';
import styles from './tables.module.css';

type Props = Readonly<{
  results: readonly Result[];
  heading: RefObject<HTMLHeadingElement | null>;
  onAgain: (() => void) | undefined;
  onClose: () => void;
}>;

/** Compares servers, separately for each place. */
export function Comparison({ results, heading, onAgain, onClose }: Props) {
  const { t } = useWords();
  const comparisons = compare(results);
  const [only, second] = comparisons;
  return (
    <article className={layout.result}>
      <BackButton label={t('calls.close')} onBack={onClose} />
      <PageHeader
        heading={heading}
        title={second ? t('echo.compare.places') : only && comparisonSentence(t, only)}
        lead={t('calls.title.comparison', { count: results.length })}
      />
      <div className="row">
        <ResultActions results={results} onAgain={onAgain} onClose={onClose} />
      </div>
      {comparisons.map((one) => (
        <section key={one.place ?? ''} className={`card ${styles.comparison}`}>
          <h2>{second ? placeText(t, one) : t('calls.compare.title')}</h2>
          {second && <p>{comparisonSentence(t, one)}</p>}
          <DotPlot comparison={one} results={results} />
          <ServerTable comparison={one} results={results} />
        </section>
      ))}
    </article>
  );
}

type TableProps = Readonly<{ comparison: ComparisonView; results: readonly Result[] }>;

function ServerTable({ comparison, results }: TableProps) {
  const { t } = useWords();
  return (
    <Scroll label={t('calls.compare.title')}>
      <table className={`${styles.table} ${styles.dense}`}>
        <thead>
          <tr>
            <th scope="col">{t('echo.table.instance')}</th>
            <th scope="col">{t('echo.table.quality')}</th>
            <th scope="col">{t('calls.compare.score')}</th>
            <th scope="col">{t('calls.compare.echo')}</th>
            <th scope="col">{t('calls.compare.roundTrip')}</th>
            <th scope="col">{t('calls.compare.jitter')}</th>
            <th scope="col">{t('calls.compare.lossUp')}</th>
            <th scope="col">{t('calls.compare.lossDown')}</th>
          </tr>
        </thead>
        <tbody>
          {comparison.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <span className={styles.server} dir="auto">
                  {row.name}
                  <span className={styles.small}>
                    {t('calls.compare.tests', { count: row.runs })}
                  </span>
                </span>
              </th>
              <Qualities runs={runsOf(row, comparison, results)} />
              <RangeCell range={row.mos} word={(score) => scoreText(t, score)} />
              <RangeCell range={row.echoMs} word={(ms) => msText(t, ms)} />
              <RangeCell range={row.roundTripMs} word={(ms) => msText(t, ms)} />
              <RangeCell range={row.jitterMs} word={(ms) => msText(t, ms)} />
              <RangeCell range={row.lossUp} word={(share) => shareText(t, share)} />
              <RangeCell range={row.lossDown} word={(share) => shareText(t, share)} />
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** The verdict of each test, oldest first. */
function Qualities({ runs }: Readonly<{ runs: readonly Result[] }>) {
  const { t } = useWords();
  return (
    <td>
      {runs.map(({ id, verdict }) => (
        <span key={id} className={styles.quality}>
          <QualityIcon quality={verdict.quality} />
          <span className="capital">{qualityText(t, verdict.quality)}</span>
        </span>
      ))}
    </td>
  );
}

type RangeProps = Readonly<{ range: Range | undefined; word: (value: number) => string }>;

/** The median and the range of the tests. */
function RangeCell({ range, word }: RangeProps) {
  const { t } = useWords();
  if (!range) return <td className={styles.small}>{t('echo.notMeasured')}</td>;
  const [low, high] = [word(range.low), word(range.high)];
  return (
    <td>
      {word(range.median)}
      {low !== high && (
        <span className={styles.between}>
          {inTwoParts(t('calls.compare.between', { low, high }))}
        </span>
      )}
    </td>
  );
}

/** Breaks after the dash, and nowhere else: a number keeps its unit. */
function inTwoParts(range: string): string {
  return range.replaceAll(/(?<!–) /g, '\u00a0');
}

function placeText(t: Translate, { place }: ComparisonView): string {
  return place ? t('echo.compare.from', { place }) : t('echo.compare.fromUnknown');
}
