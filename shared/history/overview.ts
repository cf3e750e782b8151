/** The last days of all services, short enough to be sent for thousands of them, and what happened in the last week. */
import * as v from 'valibot';
import type { Kind } from './kinds.ts';
import { IncidentViewSchema } from './view.ts';

export type DayKind = Kind | 'unwatched';

/** One letter a day. */
export const dayLetters: Readonly<Record<DayKind, string>> = {
  up: 'u',
  degraded: 'g',
  down: 'd',
  maintenance: 'm',
  unknown: 'n',
  unwatched: '-',
};
const kindOfLetter = new Map(
  Object.entries(dayLetters).map(([kind, letter]) => [letter, kind as DayKind]),
);

const ServiceDaysSchema = v.object({
  serviceId: v.string(),
  /** The last 90 days, oldest first; read with `dayKinds`. */
  days: v.string(),
  /** The share of these days that it worked, 0 to 1; absent if too little is known. */
  uptime: v.optional(v.number()),
});
export type ServiceDays = Readonly<v.InferOutput<typeof ServiceDaysSchema>>;

const ServiceIncidentSchema = v.object({
  serviceId: v.string(),
  ...IncidentViewSchema.entries,
});
export type ServiceIncident = Readonly<v.InferOutput<typeof ServiceIncidentSchema>>;

export const OverviewSchema = v.object({
  services: v.array(ServiceDaysSchema),
  /** Of the last 7 days, newest first. */
  incidents: v.array(ServiceIncidentSchema),
});
export type Overview = Readonly<v.InferOutput<typeof OverviewSchema>>;

export function dayKinds(days: string): readonly DayKind[] {
  return Array.from(days, (letter) => kindOfLetter.get(letter) ?? 'unwatched');
}
