/** Hints that need live requests: an entry that is up for the wrong reason would never be reported down. */
import type { Hint } from '../../shared/coop/lint/hint.ts';
import { hint } from '../../shared/coop/lint/hint.ts';
import { siteOf } from '../../shared/coop/lint/hosts.ts';
import type { Placed } from '../../shared/coop/lint/services.ts';
import type { HttpProbe } from '../../shared/coop/probe.ts';
import { hostOf } from '../../shared/coop/web.ts';
import { webParts } from '../../shared/net/web-parts.ts';
import { judgeAnswer } from '../../shared/status/expect.ts';
import { quote } from '../../shared/text/quote.ts';
import { isPresent } from '../../shared/status/seen-text.ts';
import type { Clock } from '../platform/clock.ts';
import type { Net } from '../platform/net/index.ts';
import type { Answer } from '../platform/net/request.ts';
import { textOf } from '../platform/net/request.ts';

type HintDeps = Readonly<{
  net: Pick<Net, 'request'>;
  clock: Pick<Clock, 'nowUtcMs'>;
  /** A path that no service has; random, so that nobody can create it. */
  strangePath: string;
  signal: AbortSignal;
}>;

/** Same as in a probe. */
const bodyLimitBytes = 256 * 1024;
const redirectLimit = 5;

/** At most three requests per service. Never rejects; a failed request gives no hint. */
export async function liveHints(
  deps: HintDeps,
  services: readonly Placed[],
): Promise<readonly Hint[]> {
  const all = services.map(async ({ at, service: { probe, retired } }) =>
    probe?.type === 'http' && !retired ? hintsOf(deps, probe, `${at}.probe`) : [],
  );
  return (await Promise.all(all)).flat();
}

async function hintsOf(deps: HintDeps, probe: HttpProbe, at: string): Promise<readonly Hint[]> {
  const answer = await ask(deps, probe, probe.url);
  // A service that is not up is reported by its check.
  if (!answer || judge(deps, answer, probe) !== 'up') return [];
  const [strange, secure] = await Promise.all([
    ask(deps, probe, strangeUrl(probe.url, deps.strangePath)),
    isPlainHttp(probe.url) ? ask(deps, probe, probe.url.replace(/^http:/i, 'https:')) : undefined,
  ]);
  return [
    ...redirectHints(answer, probe, at),
    ...(strange ? catchAllHints(deps, strange, probe, at) : []),
    ...(secure?.status === answer.status ? [hint(`${at}.url`, 'https-works')] : []),
  ];
}

async function ask(
  { net, signal }: HintDeps,
  probe: HttpProbe,
  url: string,
): Promise<Answer | undefined> {
  return net
    .request({
      url,
      method: probe.method,
      signal,
      phaseMs: probe.timeoutMs,
      bodyBytes: bodyLimitBytes,
      redirects: probe.followRedirects ? redirectLimit : 0,
      trust: probe.certificate.trust,
      isCheck: true,
    })
    .catch(() => undefined);
}

function judge(
  { clock }: HintDeps,
  answer: Answer,
  { expect, followRedirects }: HttpProbe,
): string {
  // Response time does not matter here.
  const facts = {
    ...answer,
    ...textOf(answer),
    firstByteMs: 0,
    followedRedirects: followRedirects,
  };
  return judgeAnswer(facts, expect, clock.nowUtcMs()).verdict;
}

function strangeUrl(url: string, path: string): string {
  return new URL(path, url).href;
}

function isPlainHttp(url: string): boolean {
  const parts = webParts(url);
  return parts !== undefined && !parts.isSecure && parts.port === 80;
}

function redirectHints(answer: Answer, probe: HttpProbe, at: string): readonly Hint[] {
  const from = hostOf(probe.url);
  const to = hostOf(answer.url);
  return from !== undefined && to !== undefined && siteOf(from) !== siteOf(to)
    ? [hint(`${at}.url`, 'redirect-elsewhere', { host: to })]
    : [];
}

function catchAllHints(
  deps: HintDeps,
  strange: Answer,
  probe: HttpProbe,
  at: string,
): readonly Hint[] {
  const host = hostOf(probe.url) ?? '';
  const everywhere = probe.expect.flatMap((one, index) =>
    one.on === 'body' && one.contains && isPresent(textOf(strange), one.contains)
      ? [
          hint(`${at}.expect[${index}].contains`, 'keyword-everywhere', {
            text: quote(one.contains),
            host,
          }),
        ]
      : [],
  );
  if (everywhere.length > 0) return everywhere;
  // For the front page of a site that answers every path, there is no better check.
  const isFrontPage = webParts(probe.url)?.path === '/' && probe.expect.length === 0;
  return !isFrontPage && judge(deps, strange, probe) === 'up'
    ? [hint(at, 'any-path-up', { host })]
    : [];
}
