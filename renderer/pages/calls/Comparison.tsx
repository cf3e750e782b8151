import type { Result } from '../../../shared/echo/state.ts';
import { useWords } from '../../app/words.ts';
import { comparisonSentence, qualityWord } from './echo-words.ts';
import { DotPlot } from './DotPlot.tsx';
import { Scroll } from './FiguresTable.tsx';
import { lossWords, medianWords } from './figure-words.ts';
import { groupsOf } from './groups.ts';
import { QualityIcon } from './QualityIcon.tsx';
import { ResultActions } from './ResultActions.tsx';
import styles from './tables.module.css';
import layout from './ResultView.module.css';

type Props = Readonly<{
  results: readonly Result[];
  onAgain: (() => void) | undefined;
  onClose: () => void;
}>;

/** Several servers, or one from several places, side by side. One is named as better only where the rules say so. */
export function Comparison({ results, onAgain, onClose }: Props) {
  const { t } = useWords();
  const groups = groupsOf(results);
  return (
    <article className={layout.result}>
      <p className={layout.sentence}>{comparisonSentence(t, results)}</p>
      <ResultActions results={results} onAgain={onAgain} onClose={onClose} />
      <DotPlot groups={groups} />
      <Scroll label={t('calls.compare.title')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('calls.compare.server')}</th>
              <th scope="col">{t('calls.compare.quality')}</th>
              <th scope="col">{t('calls.compare.echo')}</th>
              <th scope="col">{t('calls.compare.roundTrip')}</th>
              <th scope="col">{t('calls.compare.loss')}</th>
              <th scope="col">{t('calls.compare.jitter')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) =>
              group.results.map((result, index) => (
                <tr key={result.id}>
                  {index === 0 && (
                    <th scope="rowgroup" rowSpan={group.results.length}>
                      <span className={styles.server}>
                        {group.name}
                        {group.place && <span className={styles.small}>{group.place}</span>}
                      </span>
                    </th>
                  )}
                  <Cells result={result} />
                </tr>
              )),
            )}
          </tbody>
        </table>
      </Scroll>
    </article>
  );
}

function Cells({ result }: Readonly<{ result: Result }>) {
  const { t } = useWords();
  const { measurement, verdict } = result;
  const { jitterUpMs, jitterDownMs, lossUp, lossDown } = measurement;
  return (
    <>
      <td>
        <span className={styles.quality}>
          <QualityIcon quality={verdict.quality} />
          {qualityWord(t, verdict)}
        </span>
      </td>
      <td>{medianWords(t, measurement.echo?.ms)}</td>
      <td>{medianWords(t, measurement.roundTripMs)}</td>
      <td>
        {lossWords(t, lossUp)} / {lossWords(t, lossDown)}
      </td>
      <td>
        {medianWords(t, jitterUpMs)} / {medianWords(t, jitterDownMs)}
      </td>
    </>
  );
}
