/** Discovers the homeserver of a name: https://spec.matrix.org/latest/client-server-api/#well-known-uri */
import * as v from 'valibot';
import { NetError } from '../../../platform/net/error.ts';
import type { Net } from '../../../platform/net/index.ts';
import { AccountError } from './error.ts';

const phaseMs = 10_000;
const bodyBytes = 64 * 1024;
const redirects = 5;

const WellKnownSchema = v.object({
  'm.homeserver': v.object({ base_url: v.pipe(v.string(), v.url(), v.maxLength(512)) }),
});

/**
 * The base URL for `name`, such as `example.org`; the name's own origin if it has no well-known file. Throws
 * AccountError: `bad-answer` for any other answer, since a guess could send a password to a stranger.
 */
export async function findHomeserver(
  net: Pick<Net, 'request'>,
  name: string,
  signal: AbortSignal,
): Promise<string> {
  const origin = originOf(name);
  const answer = await ask(net, `${origin}/.well-known/matrix/client`, signal);
  if (answer.status === 404) return origin;
  if (answer.status !== 200) throw new AccountError('bad-answer');
  return baseUrlOf(answer.body);
}

/**
 * Accepts internationalised names. Rejects paths, user names and escapes, with which the requested host could differ
 * from the one that people read.
 */
function originOf(name: string): string {
  const typed = `https://${name}`;
  if (/[\s/\\?#@%]/u.test(name) || !URL.canParse(typed)) throw new AccountError('not-found');
  return new URL(typed).origin;
}

async function ask(net: Pick<Net, 'request'>, url: string, signal: AbortSignal) {
  try {
    const headers = { accept: 'application/json' };
    return await net.request({
      url,
      headers,
      signal,
      phaseMs,
      bodyBytes,
      redirects,
      trust: 'system',
    });
  } catch (error) {
    signal.throwIfAborted();
    const tooLarge = error instanceof NetError && error.reason.code === 'body-too-large';
    throw new AccountError(tooLarge ? 'bad-answer' : 'unreachable');
  }
}

/** Only https: a token must not travel unencrypted. */
function baseUrlOf(body: string): string {
  try {
    const url = new URL(v.parse(WellKnownSchema, JSON.parse(body))['m.homeserver'].base_url);
    if (url.protocol === 'https:') return url.href.replace(/\/$/, '');
  } catch {
    // Throws below.
  }
  throw new AccountError('bad-answer');
}
