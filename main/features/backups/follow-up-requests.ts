/** Requests what a server's list leaves out, one request after the other; unsupported ones are skipped. */
import type { FollowUpRequest } from '../../../shared/backups/readers/follow-up-requests.ts';
import type { FollowUpAnswers } from '../../../shared/backups/readers/reader.ts';
import { NetError } from '../../platform/net/error.ts';
import type { Answer, Request } from '../../platform/net/request.ts';

/** From older versions, or other programs with the same API. */
const notOffered: readonly number[] = [404, 405, 410, 501];

export type BesidesAnswer =
  | Readonly<{ ok: true; followUps: FollowUpAnswers }>
  | Readonly<{ ok: false; status: number }>;

/**
 * `list`: the request for the list, on which each follow-up is based. Fails if any follow-up fails, since incomplete
 * answers would pass for complete ones. Rejects as `ask` does.
 */
export async function askBesides(
  ask: (request: Request) => Promise<Answer>,
  list: Request,
  questions: readonly FollowUpRequest[],
): Promise<BesidesAnswer> {
  const followUps: Record<string, string> = {};
  for (const { name, path, body, limitBytes } of questions) {
    const request = { ...list, url: new URL(path, list.url).href, bodyBytes: limitBytes };
    // One by one: dozens of simultaneous requests would strain the server.
    const answer = await askOne(ask, body === undefined ? request : { ...request, body });
    if (!answer || notOffered.includes(answer.status)) continue;
    if (answer.status !== 200) return { ok: false, status: answer.status };
    followUps[name] = answer.body;
  }
  return { ok: true, followUps };
}

/** Undefined for an answer that is too large: it only supplements the list. */
async function askOne(
  ask: (request: Request) => Promise<Answer>,
  request: Request,
): Promise<Answer | undefined> {
  try {
    return await ask(request);
  } catch (error) {
    if (error instanceof NetError && error.reason.code === 'body-too-large') return undefined;
    throw error;
  }
}
