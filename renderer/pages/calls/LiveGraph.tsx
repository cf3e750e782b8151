import type { Sample } from '../../../shared/echo/measurement.ts';
import type { LastMeasured } from '../../../shared/echo/seconds.ts';
import { lastLoss, lastMeasured } from '../../../shared/echo/seconds.ts';
import type { RunView } from '../../../shared/echo/state.ts';
import { msText, shareText } from '../../../shared/wording/echo.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { useWords } from '../../app/words.ts';
import { Plot, PlotLegend } from '../../components/Plot.tsx';
import styles from './graphs.module.css';

/** Older values are shown with their age, in s: the server reports only every 5 s. */
const freshS = 5;

/** Echo time, round trip and loss, second by second. */
export function LiveGraph({ run }: Readonly<{ run: Pick<RunView, 'samples' | 'measureS'> }>) {
  const { t } = useWords();
  const { samples, measureS } = run;
  const figures = [
    ['echo', liveText(t, lastMeasured(samples, 'echoMs'), msText)],
    ['roundTrip', liveText(t, lastMeasured(samples, 'roundTripMs'), msText)],
    ['loss', liveText(t, lastLoss(samples), shareText)],
  ] as const;
  return (
    <section className={`card ${styles.graph}`} aria-labelledby="calls-graph">
      <h2 id="calls-graph">{t('calls.graph')}</h2>
      <dl className={styles.live}>
        {figures.map(([name, text]) => (
          <div key={name}>
            <dt>{t(`calls.graph.${name}`)}</dt>
            <dd className={text === undefined ? 'quiet' : styles.value}>
              {text ?? t('calls.graph.notYet')}
            </dd>
          </div>
        ))}
      </dl>
      <SampleGraph samples={samples} measureS={measureS} />
    </section>
  );
}

function liveText(
  t: Translate,
  last: LastMeasured | undefined,
  textOf: (t: Translate, value: number) => string,
): string | undefined {
  if (!last) return undefined;
  const value = textOf(t, last.value);
  const seconds = Math.round(last.ageS);
  return seconds > freshS ? t('calls.graph.ago', { value, seconds }) : value;
}

type GraphProps = Readonly<{ samples: readonly Sample[]; measureS: number }>;

export function SampleGraph({ samples, measureS }: GraphProps) {
  const { t } = useWords();
  const losses = samples.flatMap((one) => {
    const share = lossOf(one) ?? 0;
    return share > 0 ? [{ x: one.atS, share }] : [];
  });
  return (
    <>
      <Plot
        series={[
          { look: 'echo', points: samples.map((one) => ({ x: one.atS, y: one.echoMs })) },
          {
            look: 'round-trip',
            points: samples.map((one) => ({ x: one.atS, y: one.roundTripMs })),
          },
        ]}
        losses={losses}
        from={0}
        to={measureS}
        ends={[t('calls.graph.start'), t('calls.graph.end', { seconds: measureS })]}
        label={(ms) => msText(t, ms)}
      />
      <PlotLegend
        items={[
          ['echo', t('calls.graph.echo')],
          ['round-trip', t('calls.graph.roundTrip')],
          ['loss', t('calls.graph.loss')],
        ]}
      />
    </>
  );
}

/** The worse of the two directions. */
function lossOf({ lossUp, lossDown }: Sample): number | undefined {
  if (lossUp === undefined) return lossDown;
  return lossDown === undefined ? lossUp : Math.max(lossUp, lossDown);
}
