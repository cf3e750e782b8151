import type { RefObject } from 'react';
import type { Result } from '../../../shared/echo/state.ts';
import { remarksOf } from '../../../shared/echo/remarks.ts';
import { measuredText, qualityText, scoreText } from '../../../shared/wording/echo.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { BackButton } from '../../components/BackButton.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import type { IconLook } from '../../components/Icon.tsx';
import { shapes } from '../../components/Icon.tsx';
import { adviceOf, resultWords } from './calls-words.ts';
import { EchoBar } from './EchoBar.tsx';
import { FiguresTable } from './FiguresTable.tsx';
import { SampleGraph } from './LiveGraph.tsx';
import { lookOf } from './QualityIcon.tsx';
import { ResultActions } from './ResultActions.tsx';
import folds from './folds.module.css';
import styles from './ResultView.module.css';

type Props = Readonly<{
  result: Result;
  heading: RefObject<HTMLHeadingElement | null>;
  /** Undefined if the server cannot be tested here, as in another member's report. */
  onAgain: (() => void) | undefined;
  onClose: () => void;
}>;

/** One test: whose trouble it is, then where the time goes, and the figures folded away. */
export function ResultView({ result, heading, onAgain, onClose }: Props) {
  const { t, times } = useWords();
  const now = useNow();
  const { verdict, measurement, instance, atUtcMs, taken } = result;
  const { http, roundTripMs, echo, samples } = measurement;
  const measured = Boolean(http?.roundTripMs ?? roundTripMs ?? echo?.ms);
  const { headline, sentences } = resultWords(t, result);
  const facts = [
    qualityText(t, verdict.quality),
    verdict.mos !== undefined && t('calls.mos', { score: scoreText(t, verdict.mos) }),
    times.clock(atUtcMs, now),
    taken && t('calls.history.taken'),
  ].filter(Boolean);
  return (
    <article className={styles.result}>
      <BackButton label={t('calls.close')} onBack={onClose} />
      <Banner
        look={bannerLook(result)}
        actions={<ResultActions results={[result]} onAgain={onAgain} onClose={onClose} />}
      >
        <h1 ref={heading} tabIndex={-1}>
          {headline}
        </h1>
        <p>
          <bdi className={styles.server}>{instance.name}</bdi> · {facts.join(' · ')}
        </p>
        {sentences.map((one) => (
          <p key={one} className={styles.sentence}>
            {one}
          </p>
        ))}
        {remarksOf(measurement).map((remark) => (
          <p key={remark}>{t(`echo.remark.${remark}`)}</p>
        ))}
      </Banner>
      {measured && <EchoBar result={result} />}
      <div className={folds.folds}>
        {samples.length > 1 && (
          <Disclosure summary={t('calls.graph.seconds')}>
            <div className={styles.fold}>
              <SampleGraph samples={samples} measureS={Math.ceil(samples.at(-1)?.atS ?? 1)} />
            </div>
          </Disclosure>
        )}
        {measured && <FiguresTable result={result} />}
        <About result={result} />
      </div>
    </article>
  );
}

const fixSound: IconLook = { path: shapes.cross, tone: 'bad', strokeWidth: 2.2 };

/** What keeps a member from being heard is worse than any quality. */
function bannerLook(result: Result): IconLook {
  const advice = adviceOf(result);
  const isSound = advice?.startsWith('microphone') || advice === 'speaker';
  return isSound ? fixSound : lookOf(result.verdict.quality);
}

function About({ result }: Readonly<{ result: Result }>) {
  const { t, times } = useWords();
  const now = useNow();
  const facts = [
    ['when', times.clock(result.atUtcMs, now)],
    ['measured', measuredText(t, result.measurement)],
    ['host', result.host],
    ['place', result.place],
    ['zone', result.timeZone],
    ['app', result.app],
    ['system', result.system],
  ] as const;
  return (
    <Disclosure summary={t('calls.details')}>
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
    </Disclosure>
  );
}
