/** Requests what a server's list leaves out, one request after the other; unsupported ones are skipped. */
import type { FollowUpRequest } from '../../../shared/backups/readers/follow-up-requests.ts';
import type { FollowUpAnswers } from '../../../shared/backups/readers/reader.ts';
import { NetError } from '../../platform/net/error.ts';
import type { Answer, Request } from '../../platform/net/request.ts';

/** Answers of an older version, or of another program with the same API. */
const notOffered: readonly number[] = [404, 405, 410, 501];

export type BesidesAnswer =
  | Readonly<{ ok: true; followUps: FollowUpAnswers }>
  | Readonly<{ ok: false; status: number }>;

/**
 * `list`: the request for the list, which each question is asked like, at the same server. Rejects as `ask` does: where
 * one question fails, the answers to the others are those of a server in trouble, and would be taken for all there is.
 */
export async function askBesides(
  ask: (request: Request) => Promise<Answer>,
  list: Request,
  questions: readonly FollowUpRequest[],
): Promise<BesidesAnswer> {
  const followUps: Record<string, string> = {};
  for (const { name, path, body, limitBytes } of questions) {
    const request = { ...list, url: new URL(path, list.url).href, bodyBytes: limitBytes };
    // oxlint-disable-next-line no-await-in-loop -- a server is not asked dozens of questions at once
    const answer = await askOne(ask, body === undefined ? request : { ...request, body });
    if (!answer || notOffered.includes(answer.status)) continue;
    if (answer.status !== 200) return { ok: false, status: answer.status };
    followUps[name] = answer.body;
  }
  return { ok: true, followUps };
}

/** Undefined for an answer that is too large: what it tells is a supplement, and the list itself was read. */
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
