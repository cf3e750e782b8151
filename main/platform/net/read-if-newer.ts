/** Reads a page again only if it has changed, and parses it. */
import { defined } from '../../../shared/defined.ts';
import type { Reread } from '../../../shared/net/last-good.ts';
import type { Net } from './index.ts';
import type { NetFault, StatusFault } from './read-fault.ts';
import { netFault, statusFault } from './read-fault.ts';
import type { Answer } from './request.ts';

export type Page = Readonly<{
  url: string;
  accept: string;
  /** Of the copy that there is. */
  etag: string | undefined;
  /** Limit of the body in bytes. */
  bodyBytes: number;
  /** The body has each byte as one character (`latin1`): whoever parses it decodes it. */
  asBytes?: true;
  /** Limit of each phase in ms. */
  phaseMs?: number;
  signal: AbortSignal;
}>;

/** What is parsed: the body, where redirects have led, and how it was sent. */
export type Found = Pick<Answer, 'body' | 'url' | 'headers'>;

type Parsed<Copy, Code> = (Readonly<{ ok: true }> & Copy) | Readonly<{ ok: false; code: Code }>;

type PageProblem<Code> = Readonly<{
  code: Code | NetFault | StatusFault['code'] | 'internal';
  status?: number;
}>;

const usualPhaseMs = 15_000;
const redirectLimit = 3;

/** Rejects only with the signal's reason. */
export async function readIfNewer<Copy, Code>(
  net: Pick<Net, 'request'>,
  { url, accept, etag, phaseMs = usualPhaseMs, ...page }: Page,
  parse: (found: Found) => Promise<Parsed<Copy, Code>> | Parsed<Copy, Code>,
): Promise<Reread<Copy, PageProblem<Code>>> {
  const { signal } = page;
  try {
    const answer = await net.request({
      ...page,
      url,
      headers: { accept, ...defined({ 'if-none-match': etag }) },
      phaseMs,
      redirects: redirectLimit,
      trust: 'system',
    });
    const { status, headers } = answer;
    if (status === 304 && etag !== undefined) return { ok: true, unchanged: true };
    if (status !== 200) return { ok: false, problem: statusFault(status) };
    const parsed = await parse(answer);
    signal.throwIfAborted();
    if (!parsed.ok) return { ok: false, problem: { code: parsed.code } };
    const { ok: _ok, ...copy } = parsed;
    return { ok: true, copy: copy as Copy, etag: headers.etag };
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, problem: { code: netFault(error) ?? 'internal' } };
  }
}
