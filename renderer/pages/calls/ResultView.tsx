import type { Result } from '../../../shared/echo/state.ts';
import { remarksOf } from '../../../shared/echo/remarks.ts';
import { failureSentence, verdictSentence } from '../../../shared/wording/echo.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { FiguresTable } from './FiguresTable.tsx';
import { SampleGraph } from './LiveGraph.tsx';
import { PathPicture } from './PathPicture.tsx';
import { ResultActions } from './ResultActions.tsx';
import styles from './ResultView.module.css';

type Props = Readonly<{
  result: Result;
  /** Undefined if the server cannot be tested here, as in another member's report. */
  onAgain: (() => void) | undefined;
  onClose: () => void;
}>;

/** One test: the cause of trouble, then the figures. The verdict is the page's heading. */
export function ResultView({ result, onAgain, onClose }: Props) {
  const { t } = useWords();
  const { failure, verdict, measurement } = result;
  const { http, roundTripMs, echo, samples } = measurement;
  const measured = Boolean(http?.roundTripMs ?? roundTripMs ?? echo?.ms);
  return (
    <article className={styles.result}>
      <p className={styles.sentence}>
        {failure ? failureSentence(t, failure) : verdictSentence(t, verdict, measurement)}
      </p>
      {failure && verdict.blame !== 'cannot-tell' && (
        <p>{verdictSentence(t, verdict, measurement)}</p>
      )}
      {remarksOf(measurement).map((remark) => (
        <p key={remark}>{t(`echo.remark.${remark}`)}</p>
      ))}
      {verdict.mos !== undefined && <p className="quiet">{t('calls.mos', { mos: verdict.mos })}</p>}
      <ResultActions results={[result]} onAgain={onAgain} onClose={onClose} />
      {measured && <PathPicture result={result} />}
      {samples.length > 1 && (
        <section className={styles.seconds}>
          <h3>{t('calls.graph.seconds')}</h3>
          <SampleGraph samples={samples} measureS={Math.ceil(samples.at(-1)?.atS ?? 1)} />
        </section>
      )}
      <div>
        {measured && <FiguresTable result={result} />}
        <About result={result} />
      </div>
    </article>
  );
}

function About({ result }: Readonly<{ result: Result }>) {
  const { t, times } = useWords();
  const now = useNow();
  const facts = [
    ['when', times.clock(result.atUtcMs, now)],
    ['host', result.host],
    ['place', result.place],
    ['zone', result.timeZone],
    ['app', result.app],
    ['system', result.system],
  ] as const;
  return (
    <details>
      <summary className={styles.summary}>{t('calls.details')}</summary>
      <dl className={styles.facts}>
        {facts.map(
          ([name, value]) =>
            value !== undefined && (
              <div key={name}>
                <dt>{t(`calls.details.${name}`)}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  );
}
