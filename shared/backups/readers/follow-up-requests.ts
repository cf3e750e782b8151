/** Further requests to a server after its list, for details that the list omits. Pure. */
import type { BackupKind, BackupSource } from '../../coop/backups.ts';
import { operationsQuestion } from './backrest-operations.ts';
import { flipKeys } from './healthchecks.ts';

export type FollowUpRequest = Readonly<{
  /** Key under which the reader gets the answer. */
  name: string;
  /** Relative to the URL of the list. */
  path: string;
  /** Sent as POST if present. */
  body?: string;
  limitBytes: number;
}>;

type List = Readonly<{
  /** URL of the list; sources with another URL get no further requests. */
  at: RegExp;
  followUps: (text: string, source: BackupSource) => readonly FollowUpRequest[];
}>;

const mebibyte = 1024 * 1024;
/** In bytes; several changes a day over the server's retention period. */
const flipsLimitBytes = 32 * 1024;

const lists: Readonly<Partial<Record<BackupKind, List>>> = {
  backrest: {
    at: /\/v1\.Backrest\/GetSummaryDashboard$/,
    followUps: () => [
      {
        name: 'operations',
        path: 'GetOperations',
        body: operationsQuestion,
        limitBytes: 4 * mebibyte,
      },
    ],
  },
  duplicati: {
    at: /\/api\/v1\/backups$/,
    followUps: () => [
      { name: 'state', path: 'serverstate', limitBytes: mebibyte },
      { name: 'notifications', path: 'notifications', limitBytes: mebibyte },
    ],
  },
  healthchecks: {
    at: /\/api\/v[123]\/checks\/$/,
    followUps: (text, source) =>
      flipKeys(text, source).map((key) => ({
        name: key,
        path: `${key}/flips/`,
        limitBytes: flipsLimitBytes,
      })),
  },
};

/** `address`: URL of the list. `text`: its content. */
export function followUpRequests(
  source: BackupSource,
  address: string,
  text: string,
): readonly FollowUpRequest[] {
  const list = lists[source.kind];
  const [place = ''] = address.split(/[?#]/, 1);
  return list?.at.test(place) ? list.followUps(text, source) : [];
}
