/** The bench's co-op: its services, and the documents that it publishes during a bad day. */
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';

const second = 1000;
const minute = 60 * second;

export const documentHost = 'coop.example';
export const source = `https://${documentHost}/coop.json`;
export const witnessHosts = ['one.witness.example', 'two.witness.example'] as const;
/** Services that exist all day: the member writes about these. */
export const lastingIds = Array.from({ length: 12 }, (_, at) => `service-${at + 1}`);
/** Services that come and go by the thousand. */
const crowdIds = Array.from({ length: 2000 }, (_, at) => `crowd-${at + 1}`);
/** Services in a document cut in half. */
const halfIds = lastingIds.slice(0, 6);

export const hostOf = (id: string) => `${id}.example`;

export const probeLimitMs = 5 * second;
export const damping = { failures: 3, successes: 2, confirmS: 10 };
const intervals = [30, 60, 120];

function documentText(ids: readonly string[], name = 'Soak'): string {
  return JSON.stringify({
    version: 1,
    name,
    witnesses: witnessHosts.map((host) => ({ url: `https://${host}/` })),
    services: ids.map((id, at) => ({
      id,
      name: `Service ${id}`,
      probe: { type: 'http', url: `https://${hostOf(id)}/`, timeoutMs: probeLimitMs },
      intervalS: intervals[at % intervals.length],
      damping,
    })),
  });
}

const whole = documentText(lastingIds);

/** Served documents, with the status code of the answer. */
export const editions = {
  whole: { status: 200, body: whole },
  fewer: { status: 200, body: documentText(halfIds) },
  crowded: { status: 200, body: documentText([...lastingIds, ...crowdIds]) },
  page: { status: 200, body: '<!doctype html><title>Welcome</title>' },
  half: { status: 200, body: whole.slice(0, whole.length / 2) },
  later: { status: 200, body: JSON.stringify({ version: 9, services: [] }) },
  missing: { status: 404, body: 'Not found' },
  failing: { status: 500, body: 'Internal error' },
  refusing: { status: 429, body: 'Too many requests' },
} as const;
export type Edition = keyof typeof editions;

type Service = CoopDocument['services'][number]['service'];
const checks = Math.max(damping.failures, damping.successes);

/** How long the document allows until a change is reported, in ms. */
export function askedForMs({ intervalS }: Service): number {
  const confirmMs = Math.min(damping.confirmS, intervalS) * second;
  return intervalS * second + checks * (confirmMs + probeLimitMs);
}

/** The same for a service whose server has asked to slow down (429): its confirmation waits for the usual interval. */
export function askedForOfShyMs({ intervalS }: Service): number {
  return (checks + 1) * (intervalS * second + probeLimitMs);
}

/** Time allowed on top, in ms: two requests to witnesses and others, and the rendering. */
export const witnessesMs = 10 * second;
/** Longest time until a restored connection is noticed, in ms: the longest interval between two requests. */
export const sightMs = minute;

export function parse(text: string): CoopDocument {
  const parsed = parseCoopDocument(text);
  if (!parsed.ok) throw new Error(`the document of the bench: ${JSON.stringify(parsed.error)}`);
  return parsed.document;
}
