/** What is asked of a server beside its list: what the list leaves out, each in an answer of its own. Pure. */
import type { BackupKind, BackupSource } from '../../coop/backups.ts';
import { operationsQuestion } from './backrest-operations.ts';
import { flipsAsked } from './healthchecks.ts';

export type Beside = Readonly<{
  /** The reader finds the answer by it. */
  name: string;
  /** As seen from the address of the list. */
  path: string;
  /** Sent with POST. */
  body?: string;
  limitBytes: number;
}>;

type List = Readonly<{
  /** Where the list is; at another address of the document nothing is asked but that. */
  at: RegExp;
  besides: (text: string, source: BackupSource) => readonly Beside[];
}>;

const mebibyte = 1024 * 1024;
/** Some changes a day, as long as they are kept; in bytes. */
const flipsLimitBytes = 32 * 1024;

const lists: Readonly<Partial<Record<BackupKind, List>>> = {
  backrest: {
    at: /\/v1\.Backrest\/GetSummaryDashboard$/,
    besides: () => [
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
    besides: () => [
      { name: 'state', path: 'serverstate', limitBytes: mebibyte },
      { name: 'notifications', path: 'notifications', limitBytes: mebibyte },
    ],
  },
  healthchecks: {
    at: /\/api\/v[123]\/checks\/$/,
    besides: (text, source) =>
      flipsAsked(text, source).map((key) => ({
        name: key,
        path: `${key}/flips/`,
        limitBytes: flipsLimitBytes,
      })),
  },
};

/** `address`: that of the list, whose text was answered. */
export function besidesOf(source: BackupSource, address: string, text: string): readonly Beside[] {
  const list = lists[source.kind];
  const [place = ''] = address.split(/[?#]/, 1);
  return list?.at.test(place) ? list.besides(text, source) : [];
}
