/** One look at a status page: its answers, unchanged ones from memory, or the fault that a member is told. */
import type { Feed } from '../../shared/coop/feed.ts';
import { feedAddresses } from '../../shared/feeds/addresses.ts';
import { parseFeed } from '../../shared/feeds/parse.ts';
import type { FeedFault, FeedReading } from '../../shared/feeds/reading.ts';
import { FeedError, feedFault, feedLimits } from '../../shared/feeds/reading.ts';
import type { Refusal } from '../../shared/status/refusal.ts';
import { refusalOf } from '../../shared/status/refusal.ts';
import { NetError } from '../platform/net/error.ts';
import type { Net } from '../platform/net/index.ts';
import { RefusedError } from './manners.ts';

/** An answer with the tag by which the server can say that it has not changed. */
type Kept = Readonly<{ etag: string; text: string }>;

/** What is remembered of a feed between two looks, by address. */
export type FeedMemory = Map<string, Kept>;

export type FeedLook =
  | Readonly<{ ok: true; reading: FeedReading }>
  | Readonly<{ ok: false; fault: FeedFault; refusal?: Refusal }>;

const phaseMs = 10_000;
const redirectLimit = 3;
/** Longer answers are fetched anew each time rather than kept; in characters. */
const keptLength = 256 * 1024;

/** Rejects only with the signal's reason. */
export async function lookAtFeed(
  net: Pick<Net, 'request'>,
  feed: Feed,
  memory: FeedMemory,
  signal: AbortSignal,
  nowUtcMs: () => number,
): Promise<FeedLook> {
  try {
    const texts: string[] = [];
    for (const url of feedAddresses(feed)) {
      texts.push(await textOf(net, url, memory, signal, nowUtcMs));
    }
    return parseFeed(feed.type, texts, nowUtcMs());
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RefusedError) {
      const { refusal } = error;
      return { ok: false, fault: { ...feedFault('no-answer'), reason: refusal.reason }, refusal };
    }
    return { ok: false, fault: faultOf(error) };
  }
}

async function textOf(
  net: Pick<Net, 'request'>,
  url: string,
  memory: FeedMemory,
  signal: AbortSignal,
  nowUtcMs: () => number,
): Promise<string> {
  const kept = memory.get(url);
  const answer = await net.request({
    url,
    headers: {
      accept: 'application/json',
      ...(kept ? { 'if-none-match': kept.etag } : {}),
    },
    signal,
    phaseMs,
    bodyBytes: feedLimits.text,
    redirects: redirectLimit,
    trust: 'system',
  });
  const { status, body } = answer;
  if (status === 304 && kept) return kept.text;
  memory.delete(url);
  const refusal = refusalOf(answer, nowUtcMs());
  if (refusal) throw new RefusedError(refusal);
  if (status === 401 || status === 403) throw new FeedError(feedFault('no-access'));
  if (status !== 200) throw new FeedError(feedFault('status', { got: status }));
  const { etag } = answer.headers;
  if (etag && body.length <= keptLength) memory.set(url, { etag, text: body });
  return body;
}

function faultOf(error: unknown): FeedFault {
  if (error instanceof FeedError) return error.fault;
  if (!(error instanceof NetError)) return feedFault('internal');
  if (error.reason.code === 'body-too-large') return feedFault('too-large');
  return { ...feedFault('no-answer'), reason: error.reason };
}
