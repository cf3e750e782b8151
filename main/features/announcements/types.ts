import type { LoadAccounts } from '../contracts/accounts.ts';
import type { Host } from '../host.ts';

export type AnnouncementsHost = Host & Readonly<{ accounts: LoadAccounts }>;

/** `name` is the document's. */
export type NewsRoom = Readonly<{ room: string; name?: string }>;
