/** Round trips on a connection that is there, so that only question and answer are timed. */
import type { IncomingMessage } from 'node:http';
import { Agent, request as httpRequest } from 'node:http';
import type { Timings } from '../../../shared/observation/observation.ts';
import type { Lookup } from './addresses.ts';
import { bareHost } from './addresses.ts';
import type { Line } from './dial.ts';
import { dial } from './dial.ts';
import { toNetError } from './error.ts';
import type { Trust } from './tls.ts';

export type RoundTripsRequest = Readonly<{
  origin: string;
  /** The first that is there is asked; what answers 404 is not. */
  paths: readonly string[];
  count: number;
  trust: Trust;
  signal: AbortSignal;
  /** Limit of each phase, and of each round trip, in ms. */
  phaseMs: number;
}>;

export type RoundTrips = Readonly<{
  /** Of opening the connection. */
  timings: Timings;
  path?: string;
  /** Request sent to first byte of the answer, in ms. Fewer than asked when the server closes the connection. */
  readingsMs: readonly number[];
}>;

/** Longer answers are not waited for. */
const bodyBytes = 64 * 1024;

/** Throws NetError when there is no connection, or the signal's reason when aborted. */
export async function roundTrips(request: RoundTripsRequest, lookup: Lookup): Promise<RoundTrips> {
  const url = new URL(request.origin);
  const isSecure = url.protocol === 'https:';
  const host = bareHost(url.hostname);
  const line = await dial(
    {
      host,
      port: Number(url.port) || (isSecure ? 443 : 80),
      trust: isSecure ? request.trust : undefined,
      // Where the call runs, a server has said; the document may have named another.
      namedHosts: [],
      signal: request.signal,
      phaseMs: request.phaseMs,
    },
    lookup,
  );
  const timings = line.clock.timings();
  try {
    return { timings, ...(await readAll(line, url.host, request)) };
  } finally {
    line.hangUp();
  }
}

async function readAll(
  line: Line,
  host: string,
  { paths, count, signal }: RoundTripsRequest,
): Promise<Omit<RoundTrips, 'timings'>> {
  const agent = agentFor(line);
  const [first, ...others] = paths;
  const left = [...others];
  let path = first;
  const readingsMs: number[] = [];
  try {
    while (path !== undefined && readingsMs.length < count) {
      const { status, ms } = await once(line, agent, host, path);
      if (status === 404) path = left.shift();
      else readingsMs.push(ms);
    }
  } catch {
    signal.throwIfAborted();
  }
  return { readingsMs, ...(path === undefined || readingsMs.length === 0 ? {} : { path }) };
}

/** Keeps the one connection, and makes no other. */
function agentFor({ socket }: Line): Agent {
  socket.setNoDelay(true);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let isGiven = false;
  agent.createConnection = () => {
    if (isGiven) throw new Error('closed');
    isGiven = true;
    return socket;
  };
  return agent;
}

function once(
  line: Line,
  agent: Agent,
  host: string,
  path: string,
): Promise<Readonly<{ status: number; ms: number }>> {
  return new Promise((resolve, reject) => {
    line.onFault(reject);
    // The line's clock limits the time of this; the reading itself is finer than what it keeps.
    line.clock.enter('firstByte');
    const headers = { host, 'user-agent': 'CoopTray', accept: '*/*' };
    const sent = httpRequest({ agent, path, headers });
    let sentMs = performance.now();
    sent.on('finish', () => (sentMs = performance.now()));
    sent.on('error', (error) => reject(toNetError(error, host)));
    sent.once('response', (response) => {
      const ms = performance.now() - sentMs;
      readToEnd(response).then(() => {
        line.clock.stop();
        resolve({ status: response.statusCode ?? 0, ms });
      }, reject);
    });
    sent.end();
  });
}

async function readToEnd(response: IncomingMessage): Promise<void> {
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > bodyBytes) throw new Error('too long');
  }
}
