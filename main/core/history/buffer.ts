/** What was observed since the history was last written. A crash loses about a minute of it. */
import type { Calendar } from '../../../shared/time/calendar.ts';
import type { Figures } from '../../../shared/history/figures.ts';
import { addSpan, addTimings, byHour, noFigures } from '../../../shared/history/figures.ts';
import type { Incident } from '../../../shared/history/incidents.ts';
import { grow } from '../../../shared/history/incidents.ts';
import { recordedTimings } from '../../../shared/history/kinds.ts';
import type { Beat, Span, Watch } from '../../../shared/history/watch.ts';
import { follow, leave } from '../../../shared/history/watch.ts';

/** What is stored of a single check. */
export type KeptBeat = Readonly<{ serviceId: string; atUtcMs: number; seen: Beat['seen'] }>;

export type Unwritten = Readonly<{
  beats: readonly KeptBeat[];
  hours: readonly Readonly<{ serviceId: string; hourUtcMs: number; figures: Figures }>[];
  incidents: readonly Readonly<{ serviceId: string; incident: Incident }>[];
}>;

export type Buffer = Readonly<{
  add: (beat: Beat) => void;
  /** Nothing is watched any more; the next check starts anew. */
  leaveAll: () => void;
  isEmpty: () => boolean;
  /** Removes and returns up to `limit` unwritten rows. */
  take: (limit: number) => Unwritten;
  /** Start of a service's open incident, ms UTC. */
  openSince: (serviceId: string) => number | undefined;
  /** The same of all services that have one. */
  allOpenSince: () => ReadonlyMap<string, number>;
}>;

export function createBuffer(calendar: Calendar): Buffer {
  const watches = new Map<string, Watch>();
  const current = new Map<string, Incident | undefined>();
  const beats: KeptBeat[] = [];
  const hours = new Map<string, Unwritten['hours'][number]>();
  const incidents = new Map<string, Unwritten['incidents'][number]>();

  const addTo = (serviceId: string, hourUtcMs: number, add: (before: Figures) => Figures) => {
    const key = `${serviceId} ${hourUtcMs}`;
    const figures = add(hours.get(key)?.figures ?? noFigures);
    hours.set(key, { serviceId, hourUtcMs, figures });
  };

  const addSpans = (serviceId: string, spans: readonly Span[]) => {
    for (const span of spans) {
      for (const piece of byHour(span, calendar)) {
        addTo(serviceId, piece.hourUtcMs, (before) => addSpan(before, piece.span));
      }
      const grown = grow(current.get(serviceId), span);
      current.set(serviceId, grown.current);
      for (const incident of grown.written) {
        incidents.set(`${serviceId} ${incident.fromUtcMs}`, { serviceId, incident });
      }
    }
  };

  return {
    add: (beat) => {
      const { serviceId, atUtcMs } = beat;
      const { watch, spans } = follow(watches.get(serviceId), beat);
      watches.set(serviceId, watch);
      addSpans(serviceId, spans);
      const { verdict, reason } = beat.seen;
      const timings = recordedTimings(beat.seen.timings);
      beats.push({ serviceId, atUtcMs, seen: { verdict, ...(reason ? { reason } : {}), timings } });
      addTo(serviceId, calendar.hourStart(atUtcMs), (before) => addTimings(before, timings));
    },
    leaveAll: () => {
      for (const [serviceId, watch] of watches) addSpans(serviceId, leave(watch));
      watches.clear();
      current.clear();
    },
    isEmpty: () => beats.length === 0 && hours.size === 0 && incidents.size === 0,
    take: (limit) => {
      const takenBeats = beats.splice(0, limit);
      const takenHours = takeOut(hours, limit - takenBeats.length);
      const left = limit - takenBeats.length - takenHours.length;
      return { beats: takenBeats, hours: takenHours, incidents: takeOut(incidents, left) };
    },
    openSince: (serviceId) => current.get(serviceId)?.fromUtcMs,
    allOpenSince: () =>
      new Map(
        [...current].flatMap(([id, incident]) =>
          incident ? [[id, incident.fromUtcMs] as const] : [],
        ),
      ),
  };
}

function takeOut<T>(from: Map<string, T>, limit: number): readonly T[] {
  const taken = [...from].slice(0, limit);
  for (const [key] of taken) from.delete(key);
  return taken.map(([, value]) => value);
}
