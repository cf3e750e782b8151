import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { documentLimitBytes } from '../../../shared/coop/document.ts';
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import { parseInSteps } from '../../../shared/coop/parse.ts';
import { parseSource } from '../../../shared/coop/source.ts';
import type { DirectoryError } from '../../../shared/coop/directory-error.ts';
import type { ReasonCode } from '../../../shared/observation/observation.ts';
import { refusalOf } from '../../../shared/status/refusal.ts';
import type { Clock } from '../../platform/clock.ts';
import { TooLargeError, readText } from '../../platform/files.ts';
import { NetError } from '../../platform/net/error.ts';
import type { Net } from '../../platform/net/index.ts';

export type ReadDocument = Readonly<{ ok: true; text: string; document: CoopDocument }> | Failed;

/** `waitMs`: how long the server asks us to wait before the next request. */
type Failed = Readonly<{ ok: false; error: DirectoryError; waitMs?: number }>;

const phaseMs = 10_000;
const redirectLimit = 5;

type ReadDeps = Readonly<{ net: Pick<Net, 'request'>; clock: Pick<Clock, 'nowUtcMs'> }>;
/** `language`: the member's, as a tag of BCP 47 or POSIX. */
type ReadDocumentDeps = ReadDeps & Readonly<{ language: string }>;

/** Reads the document that a member named. Every failure is returned as a code; throws only if aborted. */
export async function readDocument(
  deps: ReadDocumentDeps,
  typed: string,
  signal: AbortSignal,
): Promise<ReadDocument> {
  const result = await readSource(deps, typed, signal);
  if (!result.ok) return result;
  const parsed = await parseInSteps(result.text, deps.language, breathe);
  return parsed.ok ? { ok: true, text: result.text, document: parsed.document } : parsed;
}

/** The unparsed text at the source; fails like `readDocument`. */
export async function readSource(
  deps: ReadDeps,
  typed: string,
  signal: AbortSignal,
): Promise<TextResult> {
  const source = parseSource(typed);
  if (!source) return failed('address-invalid');
  return source.kind === 'web' ? fetchText(deps, source.url, signal) : loadText(source.path);
}

export type TextResult = Readonly<{ ok: true; text: string }> | Failed;

async function fetchText(
  { net, clock }: ReadDeps,
  url: string,
  signal: AbortSignal,
): Promise<TextResult> {
  try {
    const answer = await net.request({
      url,
      headers: { accept: 'application/json' },
      signal,
      phaseMs,
      bodyBytes: documentLimitBytes,
      redirects: redirectLimit,
      trust: 'system',
    });
    const refusal = refusalOf(answer, clock.nowUtcMs());
    if (refusal) return { ...failed('refuses-us'), waitMs: refusal.waitMs ?? 0 };
    return answer.status === 200
      ? { ok: true, text: answer.body }
      : { ok: false, error: { code: codeOf(answer.status), status: answer.status } };
  } catch (error) {
    signal.throwIfAborted();
    return failed(error instanceof NetError ? faultOf(error.reason.code) : 'unreachable');
  }
}

function faultOf(code: ReasonCode): DirectoryError['code'] {
  if (code === 'body-too-large') return 'too-large';
  return code.startsWith('proxy-') ? 'behind-proxy' : 'unreachable';
}

async function loadText(path: string): Promise<TextResult> {
  const local = localPath(path);
  if (local === undefined) return failed(isFileUrl(path) ? 'address-invalid' : 'file-unreadable');
  try {
    return { ok: true, text: await readText(local, documentLimitBytes) };
  } catch (error) {
    return failed(error instanceof TooLargeError ? 'too-large' : 'file-unreadable');
  }
}

/** A file becomes an absolute path, because the next start may be from another folder. */
export function lastingSource(typed: string, folder?: string): string {
  const source = parseSource(typed);
  const local = source?.kind === 'file' ? localPath(source.path, folder) : undefined;
  return local ?? typed.trim();
}

/**
 * Undefined for a file URL that cannot be local, being on another host or with a slash in a name, and for what is named
 * from a folder that has been removed.
 */
function localPath(path: string, folder = ''): string | undefined {
  try {
    if (isFileUrl(path)) return fileURLToPath(path);
    return path.startsWith('~/') ? resolve(homedir(), path.slice(2)) : resolve(folder, path);
  } catch {
    return undefined;
  }
}

function isFileUrl(path: string): boolean {
  return /^file:/i.test(path);
}

/** `not-found` only if the server says so: any other error may be temporary. */
function codeOf(status: number): DirectoryError['code'] {
  if (status === 404 || status === 410) return 'not-found';
  if (status === 401 || status === 403) return 'forbidden';
  return status >= 500 ? 'server-error' : 'unexpected-status';
}

function failed(code: DirectoryError['code']): Failed {
  return { ok: false, error: { code } };
}
