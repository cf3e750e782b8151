/** One request to a status page: its reading, with unchanged answers from the cache, or the fault to show. */
import type { Feed } from '../../../shared/coop/feed.ts';
import { feedAddress, feedAddresses } from '../../../shared/feeds/addresses.ts';
import { parseFeed } from '../../../shared/feeds/parse.ts';
import type { FeedFault, FeedReading } from '../../../shared/feeds/reading.ts';
import { FeedError, feedFault, feedLimits } from '../../../shared/feeds/reading.ts';
import type { Refusal } from '../../../shared/status/refusal.ts';
import { refusalOf } from '../../../shared/status/refusal.ts';
import { NetError } from '../../platform/net/error.ts';
import type { Net } from '../../platform/net/index.ts';
import { RefusedError } from './host-backoff.ts';
import type { Histories } from './upptime-histories.ts';
import { withHistories } from './upptime-histories.ts';

/** A cached answer with its ETag. */
type CachedAnswer = Readonly<{ etag: string; text: string }>;

/** What is cached of a feed between polls; answers are by URL. */
export type FeedMemory = Readonly<{ answers: Map<string, CachedAnswer>; histories: Histories }>;

export function emptyMemory(): FeedMemory {
  return { answers: new Map(), histories: new Map() };
}

export type FeedResult =
  /** `ageMs`: how old its answers were in HTTP caches, beyond what is tolerated. */
  | Readonly<{ ok: true; reading: FeedReading; ageMs: number }>
  | Readonly<{ ok: false; fault: FeedFault; refusal?: Refusal }>;

const phaseMs = 10_000;
const redirectLimit = 3;
/** Longer answers are not cached; in characters. */
const cachedLength = 256 * 1024;
/** Limit for the file of one Upptime site, which has seven lines. */
const historyBytes = 4096;
/** Tolerated age in HTTP caches, in ms: code forges and static hosts cache answers for up to ten minutes. */
const cacheMs = 10 * 60_000;

export type FeedRequest = Readonly<{
  net: Pick<Net, 'request'>;
  nowUtcMs: () => number;
  feed: Feed;
  /** Names or keys of the components that services use. */
  components: readonly string[];
  memory: FeedMemory;
  signal: AbortSignal;
}>;

/** Rejects only with the signal's reason. */
export async function requestFeed(request: FeedRequest): Promise<FeedResult> {
  const { feed, memory, signal, nowUtcMs } = request;
  try {
    const answers: Fetched[] = [];
    for (const url of feedAddresses(feed))
      answers.push(await fetchCached(request, url, feedLimits.text));
    const texts = answers.map(({ text }) => text);
    const parsed = parseFeed(feed.type, texts, nowUtcMs());
    if (!parsed.ok) return parsed;
    const ageMs = Math.max(0, ...answers.map((one) => one.ageMs - cacheMs));
    const { reading } = parsed;
    if (feed.type !== 'upptime') return { ok: true, reading, ageMs };
    const fetchText = (path: string) =>
      fetchCached(request, feedAddress(feed, path), historyBytes).then(
        ({ text }) => text,
        (error: unknown) => {
          signal.throwIfAborted();
          if (error instanceof RefusedError) throw error;
          return undefined;
        },
      );
    const dated = await withHistories(
      reading,
      request.components,
      memory.histories,
      fetchText,
      nowUtcMs,
    );
    return { ok: true, reading: dated, ageMs };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RefusedError) {
      const { refusal } = error;
      return { ok: false, fault: { ...feedFault('no-answer'), reason: refusal.reason }, refusal };
    }
    return { ok: false, fault: faultOf(error) };
  }
}

type Fetched = Readonly<{ text: string; ageMs: number }>;

async function fetchCached(
  { net, memory, signal, nowUtcMs }: FeedRequest,
  url: string,
  bodyBytes: number,
): Promise<Fetched> {
  const { answers } = memory;
  const cached = answers.get(url);
  const answer = await net.request({
    url,
    headers: {
      accept: 'application/json',
      ...(cached ? { 'if-none-match': cached.etag } : {}),
    },
    signal,
    phaseMs,
    bodyBytes,
    redirects: redirectLimit,
    trust: 'system',
  });
  const { status, body } = answer;
  const ageMs = ageOf(answer.headers['age']);
  if (status === 304 && cached) return { text: cached.text, ageMs };
  answers.delete(url);
  const refusal = refusalOf(answer, nowUtcMs());
  if (refusal) throw new RefusedError(refusal);
  if (status === 401 || status === 403) throw new FeedError(feedFault('no-access'));
  if (status !== 200) throw new FeedError(feedFault('status', { got: status }));
  const { etag } = answer.headers;
  if (etag && body.length <= cachedLength) answers.set(url, { etag, text: body });
  return { text: body, ageMs };
}

/** The answer's `Age` header (RFC 9111), in ms; 0 if there is none. */
function ageOf(seconds: string | undefined): number {
  return /^\d{1,9}$/.test(seconds ?? '') ? Number(seconds) * 1000 : 0;
}

function faultOf(error: unknown): FeedFault {
  if (error instanceof FeedError) return error.fault;
  if (!(error instanceof NetError)) return feedFault('internal');
  if (error.reason.code === 'body-too-large') return feedFault('too-large');
  return { ...feedFault('no-answer'), reason: error.reason };
}
