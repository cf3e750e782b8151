/** One reading of a source: makes its requests and parses the answers. Secrets go to the source's own address only. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { ReadSource, SourceProblem } from '../../../shared/backups/reading.ts';
import { followUpRequests } from '../../../shared/backups/readers/follow-up-requests.ts';
import { operationsQuestion } from '../../../shared/backups/readers/backrest-operations.ts';
import { readInSteps } from '../../../shared/backups/readers/index.ts';
import type { BackupSource } from '../../../shared/coop/backups.ts';
import { isInsecure } from '../../../shared/coop/backups.ts';
import type { Clock } from '../../platform/clock.ts';
import { netFault, statusFault } from '../../platform/net/read-fault.ts';
import type { Answer, Request } from '../../platform/net/request.ts';
import { addressOf, isFile } from './addresses.ts';
import { askBesides } from './follow-up-requests.ts';
import type { ReadBackups } from './index.ts';

/** Enough for years of `restic snapshots --json`. */
const bodyLimitBytes = 4 * 1024 * 1024;
const phaseMs = 15_000;
const redirectLimit = 3;

type Ask = (request: Request) => Promise<Answer>;

export function createReadBackups(
  deps: Readonly<{ clock: Clock; net: Readonly<{ request: Ask }> }>,
): ReadBackups {
  return async (source, secret, signal) => {
    if (isInsecure(source)) return failed({ code: 'insecure' });
    if (source.auth !== 'none' && !secret) return failed({ code: 'secret-missing' });
    try {
      const request = requestOf(source, secret, signal);
      const answer = await askWithMoves(deps.net.request, source, request);
      if (answer.status !== 200) return failed(statusFault(answer.status));
      const questions = followUpRequests(source, request.url, answer.body);
      const asked = await askBesides(deps.net.request, request, questions);
      if (!asked.ok) return failed(statusFault(asked.status));
      const read = { ...answer, followUps: asked.followUps, nowUtcMs: deps.clock.nowUtcMs() };
      return await readInSteps(source, read, breathe);
    } catch (error) {
      signal.throwIfAborted();
      return failed({ code: netFault(error) ?? 'unexpected' });
    }
  };
}

const movedCodes: readonly number[] = [301, 302, 307, 308];

/** Follows GitHub's redirects for renamed repositories, on the same origin only, because of the secret. */
async function askWithMoves(ask: Ask, source: BackupSource, request: Request): Promise<Answer> {
  let answer = await ask(request);
  for (let hop = 0; hop < redirectLimit && movedCodes.includes(answer.status); hop += 1) {
    const { location = '' } = answer.headers;
    const next = URL.canParse(location, answer.url) ? new URL(location, answer.url) : undefined;
    const isOwn = source.kind === 'github-workflow' && next?.origin === new URL(request.url).origin;
    if (!next || !isOwn) break;
    answer = await ask({ ...request, url: next.href });
  }
  return answer;
}

function requestOf(source: BackupSource, secret: string | undefined, signal: AbortSignal): Request {
  const question = questionOf(source);
  return {
    ...question,
    url: addressOf(source),
    headers: {
      accept: source.kind === 'snapshot-names' ? 'text/plain, text/html' : 'application/json',
      ...(question.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(secret === undefined ? {} : secretHeader(source.auth, secret)),
    },
    signal,
    phaseMs,
    bodyBytes: bodyLimitBytes,
    // A redirect would send the secret to an address that is not in the document.
    redirects: secret === undefined ? redirectLimit : 0,
    trust: 'system',
  };
}

/** Backrest needs a POST with a Connect message, as from its own page; a file is fetched with GET. */
function questionOf(source: BackupSource): Pick<Request, 'method' | 'body'> {
  if (source.kind !== 'backrest' || isFile(source)) return {};
  const isOperations = new URL(source.url).pathname.endsWith('/GetOperations');
  return { method: 'POST', body: isOperations ? operationsQuestion : '{}' };
}

function secretHeader(
  auth: BackupSource['auth'],
  secret: string,
): Readonly<Record<string, string>> {
  if (auth === 'api-key') return { 'x-api-key': secret };
  if (auth === 'bearer') return { authorization: `Bearer ${secret}` };
  return { authorization: `Basic ${Buffer.from(secret).toString('base64')}` };
}

function failed(problem: SourceProblem): ReadSource {
  return { ok: false, problem };
}
