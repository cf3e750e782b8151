import type { CSSProperties } from 'react';
import type { Place } from '../../../shared/echo/path-parts.ts';
import { pathPartsOf, places } from '../../../shared/echo/path-parts.ts';
import type { Result } from '../../../shared/echo/state.ts';
import { msText } from '../../../shared/wording/echo.ts';
import { useWords } from '../../app/words.ts';
import { AxisLabels } from '../../components/AxisLabels.tsx';
import { Pill } from '../../components/Pill.tsx';
import { lookOf } from './QualityIcon.tsx';
import styles from './EchoBar.module.css';

/** The echo time as one bar, shared out between member, network and server; the parts add up to the whole. */
export function EchoBar({ result: { measurement, verdict } }: Readonly<{ result: Result }>) {
  const { t } = useWords();
  const parts = pathPartsOf(measurement, verdict);
  const { totalMs } = parts;
  const sum = places.reduce((whole, place) => whole + (parts[place] ?? 0), 0);
  const isWhole = totalMs !== undefined && sum === totalMs;
  const causeTone = lookOf(verdict.quality).tone;
  const causeOf = (place: Place) => (verdict.blame === place ? causeTone : undefined);
  return (
    <section className="card" aria-labelledby="calls-path">
      <h2 id="calls-path">{t('calls.path')}</h2>
      <p className="quiet">
        {totalMs === undefined
          ? t('calls.path.noEcho')
          : t(isWhole ? 'calls.path.total' : 'calls.path.part', { total: msText(t, totalMs) })}
      </p>
      {isWhole && totalMs > 0 && (
        <div aria-hidden="true">
          <div className={styles.bar}>
            {places.map((place) => (
              <i
                key={place}
                data-place={place}
                data-tone={causeOf(place)}
                style={{ '--share': (parts[place] ?? 0) / totalMs } as CSSProperties}
              />
            ))}
          </div>
          <AxisLabels labels={['0', msText(t, totalMs)]} />
        </div>
      )}
      <ul className={styles.parts}>
        {places.map((place) => (
          <li key={place} className="row">
            <i
              className={styles.swatch}
              data-place={place}
              data-tone={causeOf(place)}
              aria-hidden="true"
            />
            {t(`calls.path.${place}`)}
            <span className={parts[place] === undefined ? 'quiet' : styles.figure}>
              {msText(t, parts[place])}
            </span>
            {verdict.blame === place && <Pill tone={causeTone}>{t('calls.path.cause')}</Pill>}
          </li>
        ))}
      </ul>
    </section>
  );
}
