/** A proxy in front of a server with faults at a known rate: lost answers, requests cut off or refused. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Listener, Reply } from '../../servers/http.ts';
import { listen, send } from '../../servers/http.ts';
import { pause } from '../measure.ts';

export type Trouble = 'answer-lost' | 'reset' | '502' | '429';
export type Faulty = Readonly<{
  listener: Listener;
  /** Requests without an answer so far. */
  open: () => number;
  /** Resolves when the `count`th request from now starts. */
  next: (count: number) => Promise<void>;
  counts: ReadonlyMap<Trouble, number>;
}>;

type Rates = Readonly<Record<Trouble, number>>;
/** Per hundred requests; most faults where they could lose or duplicate something. */
const reading: Rates = { 'answer-lost': 1, reset: 1, '502': 1, '429': 1 };
const writing: Rates = { 'answer-lost': 15, reset: 5, '502': 5, '429': 5 };
/** Delay that the line adds to each request, in ms. */
const slowness = { fromMs: 5, toMs: 50 };

export async function startFaulty(behind: string, chance: () => number): Promise<Faulty> {
  const counts = new Map<Trouble, number>();
  let open = 0;
  let awaited = { count: Infinity, come: () => undefined as void };

  const draw = (rates: Rates): Trouble | undefined => {
    let left = chance() * 100;
    const found = Object.entries(rates).find(([, rate]) => (left -= rate) < 0)?.[0];
    if (found === undefined) return undefined;
    const trouble = found as Trouble;
    counts.set(trouble, (counts.get(trouble) ?? 0) + 1);
    return trouble;
  };

  const carry = async (request: IncomingMessage, response: ServerResponse) => {
    // A request whose sender did not finish never arrives.
    const body = await buffer(request);
    await pause(slowness.fromMs + chance() * (slowness.toMs - slowness.fromMs));
    const trouble = draw(request.method === 'GET' ? reading : writing);
    if (trouble === 'reset') return response.destroy();
    if (trouble === '502' || trouble === '429') return send(response, refusals[trouble]);
    const answer = await pass(behind, request, body);
    if (trouble === 'answer-lost') return response.destroy();
    return send(response, answer);
  };

  const listener = await listen((request, response) => {
    open += 1;
    awaited.count -= 1;
    if (awaited.count === 0) awaited.come();
    void carry(request, response)
      .catch(() => response.destroy())
      .finally(() => (open -= 1));
  });
  return {
    listener,
    open: () => open,
    next: (count) => new Promise((come) => (awaited = { count, come })),
    counts,
  };
}

const json = { 'content-type': 'application/json' };
const refusals: Readonly<Record<'502' | '429', Reply>> = {
  '502': { status: 502, body: '<html>Bad Gateway</html>' },
  '429': { status: 429, headers: json, body: '{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":40}' },
};

/** Completes even if the sender has died meanwhile, as a server does once it has read the request. */
async function pass(behind: string, request: IncomingMessage, body: Buffer): Promise<Reply> {
  const { authorization = '', 'content-type': type = '' } = request.headers;
  const method = request.method ?? 'GET';
  const answer = await fetch(`${behind}${request.url}`, {
    method,
    headers: { authorization, ...(type ? { 'content-type': type } : {}) },
    ...(method === 'GET' ? {} : { body: Uint8Array.from(body) }),
  });
  return { status: answer.status, headers: json, body: await answer.text() };
}
