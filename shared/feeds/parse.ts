/** Reads the answers of a status page, whatever they are: a reading, or one fault that says why not. Pure. */
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

/** Takes the JSON of each answer; throws FeedError when they are not of the format. */
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

/** `texts` are the bodies in the order of the format's addresses; see `addresses.ts`. */
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
    // Most often a sign-in page, or a site that answers every path with its home page.
    const isPage = text.slice(0, 1000).trimStart().startsWith('<');
    throw new FeedError(feedFault(isPage ? 'html-instead' : 'not-json'));
  }
}
