/** Checks of links with a clock that is given, and servers that answer as a test says. */
import type { PageQuestion, PageReply } from '../../../main/features/links/ask-page.ts';
import type { LinkChecks } from '../../../main/features/links/checks.ts';
import { createLinkChecks } from '../../../main/features/links/checks.ts';
import type { Listed } from '../../../shared/links/lists.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { fakeClock } from '../clock.ts';

export const day = 86_400_000;
type Reply =
  | (Partial<PageReply['answer'] & object> & Readonly<{ sets?: string }>)
  | 'name'
  | 'timeout';
/** What a server answers, also by the cookies that it gets. */
type Replies = Readonly<Record<string, Reply | ((cookie?: string) => Reply)>>;

function memoryStore() {
  const disk: { text?: string } = {};
  const store = {
    load: async () => disk.text,
    save: async (text: string) => void (disk.text = text),
  };
  return { disk, store };
}

/** Links by keyword, and servers that answer all of them. */
export function world(addresses: Readonly<Record<string, string>>) {
  const clock = fakeClock();
  const { disk, store } = memoryStore();
  const line: { state: ConnectivityState } = { state: 'online' };
  const asked: [atS: number, address: string][] = [];
  let replies: Replies = {};
  let tookMs = 0;
  const links: readonly Listed[] = Object.entries(addresses).map(([keyword, address]) => ({
    keyword,
    address,
  }));
  const ask = ({ address, cookies }: PageQuestion, signal: AbortSignal) =>
    new Promise<PageReply>((resolve, reject) => {
      asked.push([clock.monotonicMs() / 1000, address]);
      const url = new URL(address);
      const given = replies[address] ?? {};
      const reply = typeof given === 'function' ? given(cookies.headerFor(url)) : given;
      if (typeof reply === 'object' && reply.sets) cookies.take(url, [reply.sets]);
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      const fault = { name: 'dns-not-found', timeout: 'timeout' } as const;
      clock.after(tookMs, () =>
        resolve(
          typeof reply === 'string'
            ? { fault: fault[reply] }
            : { answer: { address, status: 200, body: '', ...reply } },
        ),
      );
    });
  const start = async () => {
    const checks = createLinkChecks({
      clock,
      ask,
      store,
      connectivity: { current: () => line, confirm: async () => line.state },
    });
    await checks.restore();
    checks.setLinks(links, ['https://go.example/']);
    return checks;
  };
  return {
    clock,
    disk,
    line,
    asked,
    start,
    answer: (next: Replies) => (replies = next),
    take: (ms: number) => (tookMs = ms),
  };
}
/** `dead not-found`, by keyword. */
export const found = (checks: LinkChecks) =>
  Object.fromEntries(
    checks
      .state()
      .checks.map(({ keyword, verdict, why }) => [
        keyword,
        [verdict, why].filter(Boolean).join(' '),
      ]),
  );
