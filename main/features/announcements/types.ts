import type { LoadAccounts } from '../contracts/accounts.ts';
import type { Host } from '../host.ts';

export type AnnouncementsHost = Host & Readonly<{ accounts: LoadAccounts }>;
