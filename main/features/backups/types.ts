import type { RoomPlan } from '../../../shared/coop/accounts.ts';
import type { BackupsPlan } from '../../../shared/coop/backups.ts';

/** Its part of the document. */
export type BackupsSection = Readonly<{
  plan: BackupsPlan | undefined;
  /** Rooms whose messages do not stay are listed beside the backups. */
  rooms: readonly RoomPlan[];
}>;
