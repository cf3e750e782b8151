/** What exports need of the member's account. All throw RoomError. */
import type { ReadPage } from './history-pager.ts';

export type RoomAccount = Readonly<{
  userId: () => Promise<string>;
  /** The id of a room that is named by its alias or its id. */
  roomIdOf: (name: string) => Promise<string>;
  joinedRooms: () => Promise<ReadonlySet<string>>;
  history: ReadPage;
}>;
