/** Why a list could not be read from its source, in the codes that its page has words for. */
import type { netProblems, statusProblems } from '../../../shared/net/read-problem.ts';
import { NetError } from './error.ts';

export type StatusFault = Readonly<{
  code: (typeof statusProblems)[number];
  status: number;
}>;

/** For an answer that is none. */
export function statusFault(status: number): StatusFault {
  if (status === 401 || status === 403) return { code: 'no-access', status };
  return { code: status === 404 || status === 410 ? 'not-found' : 'http-status', status };
}

export type NetFault = (typeof netProblems)[number];

/** For a request that failed; undefined for any other error. */
export function netFault(error: unknown): NetFault | undefined {
  if (!(error instanceof NetError)) return undefined;
  if (error.reason.code === 'body-too-large') return 'too-large';
  return error.reason.code === 'timeout' ? 'timeout' : 'unreachable';
}
