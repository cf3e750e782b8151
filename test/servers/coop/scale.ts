/** A large number of small services on one listener, for benchmarks. */
import { wellKnownPath } from '../../../shared/coop/source.ts';
import { listen, pathOf, send } from '../http.ts';
import type { Pace } from './document.ts';
import { aroundTheClock, witnessText } from './document.ts';
import { notFound } from './replies.ts';

export type Scale = Readonly<{
  documentUrl: string;
  documentText: () => string;
  /** Ids of the services, `service-1` first. */
  ids: readonly string[];
  /** Requests answered so far, without those to the document and the witness. */
  questions: () => number;
  /** `down` answers with status 503. Throws for an unknown id. */
  take: (id: string, condition: 'up' | 'down') => void;
  /** Resolves at the next request to the service. */
  asked: (id: string) => Promise<void>;
  stop: () => Promise<void>;
}>;

/** Starts `count` http services, each a path with a small JSON answer. Up to 4,000 fit the document's size limit. */
export async function startScale(
  count: number,
  options: Pace & Readonly<{ port?: number }> = {},
): Promise<Scale> {
  const { port = 0, ...pace } = options;
  const ids = Array.from({ length: count }, (_, index) => `service-${index + 1}`);
  const paths = new Set(ids.map((id) => `/${id}`));
  const down = new Set<string>();
  const waiting = new Map<string, () => void>();
  let questions = 0;
  let text = '';
  const json = { 'content-type': 'application/json' };

  const listener = await listen(
    (request, response) => {
      const path = pathOf(request);
      if (path === wellKnownPath) return send(response, { headers: json, body: text });
      if (path === '/witness') return send(response, { body: witnessText });
      if (!paths.has(path)) return send(response, notFound);
      questions += 1;
      waiting.get(path)?.();
      waiting.delete(path);
      return down.has(path)
        ? send(response, { status: 503, headers: json, body: '{"status":"fail"}' })
        : send(response, { headers: json, body: '{"status":"pass"}' });
    },
    { port },
  );
  text = JSON.stringify({
    version: 1,
    name: `${count} services`,
    quietHours: aroundTheClock,
    witnesses: [{ url: `${listener.url}/witness`, contains: witnessText }],
    services: ids.map((id) => ({
      id,
      name: `Service ${id.slice('service-'.length)}`,
      probe: {
        type: 'http',
        url: `${listener.url}/${id}`,
        expect: [{ on: 'json', path: '$.status', is: 'eq', value: 'pass' }],
      },
      ...pace,
    })),
  });

  return {
    documentUrl: listener.url + wellKnownPath,
    documentText: () => text,
    ids,
    questions: () => questions,
    take: (id, condition) => {
      if (!paths.has(`/${id}`)) throw new Error(`no service ${id}`);
      if (condition === 'down') down.add(`/${id}`);
      else down.delete(`/${id}`);
    },
    asked: (id) => new Promise((resolve) => waiting.set(`/${id}`, resolve)),
    stop: listener.stop,
  };
}
