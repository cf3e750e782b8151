/** One request for the page of a link: ended after the head of the answer, from whoever answers it outside. */
import { defined } from '../../../shared/defined.ts';
import type { ReasonCode } from '../../../shared/observation/observation.ts';
import type { PageAnswer } from '../../../shared/links/check-verdict.ts';
import type { Refusal } from '../../../shared/status/refusal.ts';
import { refusalOf } from '../../../shared/status/refusal.ts';
import type { Cookies } from '../../platform/net/cookies.ts';
import { NetError } from '../../platform/net/error.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Answer } from '../../platform/net/request.ts';
import type { Net } from '../../platform/net/index.ts';

const phaseMs = 15_000;
/** The page of a shortener that does not have a keyword is a few lines. */
const pageBytes = 16 * 1024;

export type PageReply =
  | Readonly<{ answer: PageAnswer; fault?: never }>
  | Readonly<{ answer?: never; fault: ReasonCode }>;

export type PageQuestion = Readonly<{
  address: string;
  /** Whether the page itself tells something. */
  readsPage: boolean;
  /** Those that the redirects to this page have set; takes those that it sets. */
  cookies: Cookies;
}>;

/**
 * Redirects are not followed: each is a request of its own, with its own pause and its own verdict. Rejects only with the
 * signal's reason.
 */
export type AskPage = (question: PageQuestion, signal: AbortSignal) => Promise<PageReply>;

export function createAskPage({
  net,
  clock,
}: Readonly<{ net: Pick<Net, 'request'>; clock: Pick<Clock, 'nowUtcMs'> }>): AskPage {
  return async ({ address, readsPage, cookies }, signal) => {
    try {
      // Not HEAD: many servers refuse it, or answer it otherwise.
      const answer = await net.request({
        url: address,
        headers: {
          accept: 'text/html, */*;q=0.8',
          // manuzhang/mkdocs-htmlproofer-plugin#44: some sites answer 404 to who names no language.
          'accept-language': '*',
          ...defined({ cookie: cookies.headerFor(new URL(address)) }),
        },
        signal,
        phaseMs,
        bodyBytes: readsPage ? (code) => (code === 200 ? pageBytes : 0) : 0,
        redirects: 0,
        trust: 'system',
        isCheck: true,
        outsideOnly: true,
      });
      cookies.take(new URL(address), [answer.headers['set-cookie'] ?? []].flat());
      return { answer: pageAnswer(answer, clock.nowUtcMs()) };
    } catch (error) {
      signal.throwIfAborted();
      return { fault: error instanceof NetError ? error.reason.code : 'internal' };
    }
  };
}

function pageAnswer(answer: Answer, nowUtcMs: number): PageAnswer {
  const { url, status, body, location } = answer;
  const refusal = refusalOf(answer, nowUtcMs);
  const leads = status >= 300 && status < 400 && location !== undefined;
  return {
    address: url,
    status,
    body,
    ...defined({
      leadsTo: leads ? target(location, url) : undefined,
      refusal: refusal && kindOf(refusal),
    }),
  };
}

function kindOf({ reason }: Refusal): NonNullable<PageAnswer['refusal']> {
  return reason.code === 'bot-guard' ? 'guard' : 'busy';
}

/** Empty if it is not on the web. */
function target(location: string, base: string): string {
  if (!URL.canParse(location, base)) return '';
  const { href, protocol } = new URL(location, base);
  return protocol === 'http:' || protocol === 'https:' ? href : '';
}
