/** Parses the answers of a status page into a reading, or a fault. Pure. */
import { readAlertmanager } from './alertmanager.ts';
import { readBetterStack } from './better-stack.ts';
import { readCachet } from './cachet.ts';
import { readCstate } from './cstate.ts';
import { readGatus } from './gatus.ts';
import type { FeedFault, FeedReading } from './reading.ts';
import { FeedError, feedFault, feedLimits } from './reading.ts';
import { readStatuspage } from './statuspage.ts';
import type { FeedType } from './types.ts';
import { readUpptime } from './upptime.ts';
import { readUptimeKuma } from './uptime-kuma.ts';

/** Throws FeedError if the answers do not have the expected format. */
type ReadFeed = (jsons: readonly unknown[], nowUtcMs: number) => FeedReading;

const formats: Readonly<Record<FeedType, ReadFeed>> = {
  'uptime-kuma': readUptimeKuma,
  gatus: readGatus,
  statuspage: readStatuspage,
  cstate: readCstate,
  upptime: readUpptime,
  'better-stack': readBetterStack,
  cachet: readCachet,
  alertmanager: readAlertmanager,
};

export type ParsedFeed =
  | Readonly<{ ok: true; reading: FeedReading }>
  | Readonly<{ ok: false; fault: FeedFault }>;

/** `texts`: response bodies in the order of `feedAddresses`. */
export function parseFeed(type: FeedType, texts: readonly string[], nowUtcMs: number): ParsedFeed {
  try {
    return { ok: true, reading: formats[type](texts.map(parseText), nowUtcMs) };
  } catch (error) {
    if (error instanceof FeedError) return { ok: false, fault: error.fault };
    throw error;
  }
}

function parseText(text: string): unknown {
  if (text.length > feedLimits.text) throw new FeedError(feedFault('too-large'));
  try {
    return JSON.parse(text);
  } catch {
    // Usually a sign-in page, or a site that returns its home page for every path.
    const isPage = text.slice(0, 1000).trimStart().startsWith('<');
    throw new FeedError(feedFault(isPage ? 'html-instead' : 'not-json'));
  }
}
