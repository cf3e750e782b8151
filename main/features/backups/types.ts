import type { RoomPlan } from '../../../shared/coop/accounts.ts';
import type { BackupsPlan } from '../../../shared/coop/backups.ts';

/** Its part of the document. */
export type BackupsSection = Readonly<{
  plan: BackupsPlan | undefined;
  /** Rooms whose messages expire are listed on the backups page. */
  rooms: readonly RoomPlan[];
}>;
