import type { Result } from '../../../shared/echo/state.ts';
import { msText } from '../../../shared/wording/echo.ts';
import { useWords } from '../../app/words.ts';
import styles from './PathPicture.module.css';

const places = ['you', 'network', 'server'] as const;
type Place = (typeof places)[number];

const drawings: Readonly<Record<Place, string>> = {
  you: 'M5 7h22v14H5zM2 25h28',
  network: 'M9 23a5 5 0 0 1-.6-9.9A7.5 7.5 0 0 1 23 12a5.6 5.6 0 0 1 .4 11z',
  server: 'M6 5h20v9H6zM6 18h20v9H6zM10 9.5h.01M10 22.5h.01',
};

/** The echo time split between member, network and server, and the three round trips behind it. */
export function PathPicture({ result }: Readonly<{ result: Result }>) {
  const { t } = useWords();
  const { measurement, verdict } = result;
  const { http, roundTripMs, echo } = measurement;
  const echoMs = echo?.ms?.median;
  const serverMs = verdict.serverMs === undefined ? undefined : Math.max(0, verdict.serverMs);
  const networkMs = roundTripMs?.median;
  const parts: Readonly<Record<Place, number | undefined>> = {
    // The rest is on the member's side: audio path and jitter buffer.
    you:
      echoMs === undefined || networkMs === undefined || serverMs === undefined
        ? echo?.bufferMs
        : Math.max(0, echoMs - networkMs - serverMs),
    network: networkMs,
    server: serverMs,
  };
  const trips = [
    ['http', http?.roundTripMs?.median],
    ['media', networkMs],
    ['echo', echoMs],
  ] as const;
  const longestMs = Math.max(...trips.map(([, ms]) => ms ?? 0), 1);
  return (
    <section className={styles.path} aria-labelledby="calls-path">
      <h2 id="calls-path">{t('calls.path')}</h2>
      <p>
        {echoMs === undefined
          ? t('calls.path.noEcho')
          : t('calls.path.total', { total: msText(t, echoMs) })}
      </p>
      <ul className={styles.places}>
        {places.map((place) => (
          <li
            key={place}
            className={styles.place}
            data-cause={verdict.blame === place ? verdict.quality : undefined}
          >
            <svg className={styles.drawing} viewBox="0 0 32 32" aria-hidden="true">
              <path d={drawings[place]} />
            </svg>
            <span>{t(`calls.path.${place}`)}</span>
            <span className={parts[place] === undefined ? 'quiet' : styles.figure}>
              {msText(t, parts[place])}
            </span>
            {verdict.blame === place && (
              <span className={styles.cause}>{t('calls.path.cause')}</span>
            )}
          </li>
        ))}
      </ul>
      <h3 className={styles.heading}>{t('calls.trips')}</h3>
      <dl className={styles.trips}>
        {trips.map(([trip, ms]) => (
          <div key={trip} className={styles.trip}>
            <dt>
              {t(`calls.trip.${trip}`)}
              <span className="quiet">{t(`calls.trip.${trip}.help`)}</span>
            </dt>
            <dd className={ms === undefined ? 'quiet' : undefined}>
              <svg
                className={styles.bar}
                viewBox="0 0 100 10"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                {ms !== undefined && (
                  <rect width={Math.max(0.7, (ms / longestMs) * 100)} height="10" />
                )}
              </svg>
              {msText(t, ms)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
