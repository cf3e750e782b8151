import { useState } from 'react';
import type { Result } from '../../../shared/echo/state.ts';
import { msText } from '../../../shared/wording/echo.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Plot, PlotLegend } from '../../components/Plot.tsx';
import styles from './graphs.module.css';

/** Echo and round trip of one server over time. Renders nothing until a server was measured twice. */
export function HistoryChart({ results }: Readonly<{ results: readonly Result[] }>) {
  const { t, times } = useWords();
  const now = useNow();
  const [wanted, setWanted] = useState<string>();
  const names = namesOf(results);
  const id = wanted !== undefined && names.has(wanted) ? wanted : [...names.keys()][0];
  if (id === undefined) return null;
  const shown = results
    .filter((one) => one.instance.id === id)
    .toSorted((a, b) => a.atUtcMs - b.atUtcMs);
  const echoes = shown.flatMap(({ measurement }) => measurement.echo?.ms?.median ?? []);
  const from = shown[0]?.atUtcMs ?? 0;
  const to = shown.at(-1)?.atUtcMs ?? 0;
  const ends = [times.clock(from, now), times.clock(to, now)] as const;
  return (
    <section
      className={styles.graph}
      aria-label={t('calls.history.chart', { name: names.get(id) ?? '' })}
    >
      {names.size > 1 ? (
        <label className={styles.choice}>
          {t('calls.history.chart.of')}
          <select value={id} onChange={(event) => setWanted(event.target.value)}>
            {[...names].map(([one, name]) => (
              <option key={one} value={one}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <h3>{t('calls.history.chart', { name: names.get(id) ?? '' })}</h3>
      )}
      <p className="quiet">
        {t('calls.history.chart.told', {
          count: shown.length,
          from: ends[0],
          to: ends[1],
          last: msText(t, shown.at(-1)?.measurement.echo?.ms?.median),
          min: msText(t, Math.min(...echoes)),
          max: msText(t, Math.max(...echoes)),
        })}
      </p>
      <Plot
        series={[
          {
            look: 'echo',
            points: shown.map((one) => ({ x: one.atUtcMs, y: one.measurement.echo?.ms?.median })),
          },
          {
            look: 'round-trip',
            points: shown.map((one) => ({
              x: one.atUtcMs,
              y: one.measurement.roundTripMs?.median,
            })),
          },
        ]}
        from={from}
        to={to}
        ends={ends}
        label={(ms) => msText(t, ms)}
      />
      <PlotLegend
        items={[
          ['echo', t('calls.graph.echo')],
          ['round-trip', t('calls.graph.roundTrip')],
        ]}
      />
    </section>
  );
}

/** Names by id of the servers whose echo was measured at least twice. */
function namesOf(results: readonly Result[]): ReadonlyMap<string, string> {
  const measured = results.filter(({ measurement }) => measurement.echo?.ms);
  const counts = new Map<string, number>();
  for (const { instance } of measured) counts.set(instance.id, (counts.get(instance.id) ?? 0) + 1);
  return new Map(
    measured
      .filter(({ instance }) => (counts.get(instance.id) ?? 0) > 1)
      .map(({ instance }) => [instance.id, instance.name]),
  );
}
