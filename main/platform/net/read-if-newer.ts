/** Reads a page again only if it has changed, and parses it. */
import { defined } from '../../../shared/defined.ts';
import type { Reread } from '../../../shared/net/last-good.ts';
import type { Net } from './index.ts';
import type { NetFault, StatusFault } from './read-fault.ts';
import { netFault, statusFault } from './read-fault.ts';

export type Page = Readonly<{
  url: string;
  accept: string;
  /** Of the copy that there is. */
  etag: string | undefined;
  /** Limit of the body in bytes. */
  bodyBytes: number;
  signal: AbortSignal;
}>;

type Parsed<Copy, Code> = (Readonly<{ ok: true }> & Copy) | Readonly<{ ok: false; code: Code }>;

type PageProblem<Code> = Readonly<{
  code: Code | NetFault | StatusFault['code'] | 'internal';
  status?: number;
}>;

const phaseMs = 15_000;
const redirectLimit = 3;

/** Rejects only with the signal's reason. */
export async function readIfNewer<Copy, Code>(
  net: Pick<Net, 'request'>,
  { url, accept, etag, bodyBytes, signal }: Page,
  parse: (body: string) => Promise<Parsed<Copy, Code>>,
): Promise<Reread<Copy, PageProblem<Code>>> {
  try {
    const { status, headers, body } = await net.request({
      url,
      headers: { accept, ...defined({ 'if-none-match': etag }) },
      signal,
      phaseMs,
      bodyBytes,
      redirects: redirectLimit,
      trust: 'system',
    });
    if (status === 304 && etag !== undefined) return { ok: true, unchanged: true };
    if (status !== 200) return { ok: false, problem: statusFault(status) };
    const parsed = await parse(body);
    signal.throwIfAborted();
    if (!parsed.ok) return { ok: false, problem: { code: parsed.code } };
    const { ok: _ok, ...copy } = parsed;
    return { ok: true, copy: copy as Copy, etag: headers.etag };
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, problem: { code: netFault(error) ?? 'internal' } };
  }
}
