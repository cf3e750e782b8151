import type { LoadAccounts } from '../contracts/accounts.ts';
import type { Host } from '../host.ts';

export type RoomExportHost = Host & Readonly<{ accounts: LoadAccounts }>;
