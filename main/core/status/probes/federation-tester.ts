import { reportOf } from '../../../../shared/status/federation.ts';
import type { Net } from '../../../platform/net/index.ts';

/** The tester's report on a server; undefined if it has none. Rejects only when aborted. */
export type AskTester = (
  testerUrl: string,
  serverName: string,
  signal: AbortSignal,
) => Promise<boolean | undefined>;

/** Minimum time between requests, in ms: others run the tester, and each report is costly. */
const minIntervalMs = 3_600_000;
/** The report on a busy server is long. */
const bodyLimitBytes = 1024 * 1024;
const phaseMs = 30_000;
const redirectLimit = 5;

/** `monotonicMs` replaces the machine's clock in tests. */
export function createAskTester(
  deps: Readonly<{ net: Pick<Net, 'request'>; monotonicMs?: () => number }>,
): AskTester {
  const { net, monotonicMs = () => performance.now() } = deps;
  const reports = new Map<string, Readonly<{ askedAtMs: number; ok: boolean | undefined }>>();

  return async (testerUrl, serverName, signal) => {
    const url = addressOf(testerUrl, serverName);
    const last = reports.get(url);
    if (last && monotonicMs() - last.askedAtMs < minIntervalMs) return last.ok;
    const askedAtMs = monotonicMs();
    const ok = await report(net, url, signal);
    reports.set(url, { askedAtMs, ok });
    return ok;
  };
}

function addressOf(testerUrl: string, serverName: string): string {
  const url = new URL(testerUrl);
  url.searchParams.set('server_name', serverName);
  return url.href;
}

/** An unreachable tester says nothing about the server. */
async function report(
  net: Pick<Net, 'request'>,
  url: string,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  try {
    const { status, body } = await net.request({
      url,
      signal,
      phaseMs,
      bodyBytes: bodyLimitBytes,
      redirects: redirectLimit,
      trust: 'system',
    });
    return status === 200 ? reportOf(body) : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
