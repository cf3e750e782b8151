/** Times HTTP round trips on an open connection, excluding its setup. */
import type { IncomingMessage } from 'node:http';
import { Agent, request as httpRequest } from 'node:http';
import type { Timings } from '../../../shared/observation/observation.ts';
import { bareHost } from './addresses.ts';
import type { Line } from './line.ts';
import { toNetError } from './error.ts';
import type { Reach } from './reach.ts';
import type { Trust } from './tls.ts';

export type RoundTripsRequest = Readonly<{
  origin: string;
  /** Tried in order until one does not answer 404. */
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
  /** The connection goes through a proxy: the phases before `tunnel` are those to the proxy. */
  isProxied: boolean;
  /** From request sent to first response byte, in ms. Fewer than `count` if the server closes the connection. */
  readingsMs: readonly number[];
}>;

/** Longer responses end the measurement. */
const bodyBytes = 64 * 1024;

/** Throws NetError if the connection fails, or the signal's reason if aborted. */
export function roundTrips(request: RoundTripsRequest, reach: Reach): Promise<RoundTrips> {
  const url = new URL(request.origin);
  const isSecure = url.protocol === 'https:';
  const host = bareHost(url.hostname);
  const target = {
    host,
    port: Number(url.port) || (isSecure ? 443 : 80),
    trust: isSecure ? request.trust : undefined,
    // The host may come from a server rather than the document.
    namedHosts: [],
    signal: request.signal,
    phaseMs: request.phaseMs,
  };
  return reach(target, async (line) => {
    const timings = line.clock.timings();
    try {
      const isProxied = line.through !== undefined;
      return { timings, isProxied, ...(await readAll(line, url.host, request)) };
    } finally {
      line.hangUp();
    }
  });
}

async function readAll(
  line: Line,
  host: string,
  { paths, count, signal }: RoundTripsRequest,
): Promise<Pick<RoundTrips, 'path' | 'readingsMs'>> {
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

/** An agent that uses this one connection and opens no others. */
function agentFor({ socket }: Line): Agent {
  socket.setNoDelay(true);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let isUsed = false;
  agent.createConnection = () => {
    if (isUsed) throw new Error('closed');
    isUsed = true;
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
    // The line's clock only enforces the limit; its timings are too coarse for the reading.
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
