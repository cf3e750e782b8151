/** The member's Matrix account as other features use it: rooms, messages and history. It has no encryption keys. */
import type { RoomEvent, RoomPage } from '../../../shared/matrix/event.ts';
import type { RawEvent } from '../../../shared/room-export/event.ts';

export type Who = Readonly<{ userId: string; deviceId: string }>;

export type Content = Readonly<Record<string, unknown>>;

export type Message = Readonly<{
  roomId: string;
  /** Chosen by the caller: the same id sent twice makes one event. */
  txnId: string;
  /** Defaults to `m.room.message`. */
  type?: 'm.room.message' | 'm.reaction';
  content: Content;
  /** The first event of the thread it belongs to. */
  threadId?: string;
}>;

export type Upload = Readonly<{ bytes: Uint8Array<ArrayBuffer>; type: string; limitMs: number }>;

export type OwnRoom = Readonly<{
  /** Distinguishes the member's own rooms from each other. */
  key: string;
  name: string;
  /** User ids of the people who read there. */
  invite: readonly string[];
}>;

/** A page of a room's history, newest first. */
export type HistoryPage = Readonly<{
  events: readonly RawEvent[];
  /** Number of entries from the server that are not valid events. */
  unreadable: number;
  /** Where the next page starts; undefined at the beginning of the room, or of what the member may read. */
  before?: string;
}>;

export type RoomReaders = Readonly<{
  /** `yes` if people other than its members can read the room, or anybody can join it. */
  open: 'yes' | 'no';
  /** The room's join rule; another value if members of other rooms may join. */
  joining: string;
}>;

/** Every call that sends a request throws AccountError. */
export type MatrixRooms = Readonly<{
  /** The address of the account's homeserver; undefined while there is no account. */
  server: () => string | undefined;
  whoami: () => Promise<Who>;
  /** The id of a room, by its alias or id; joins the room if the member is not in it yet. */
  enter: (room: string) => Promise<string>;
  /** The id of a room; undefined if the member is not in it. */
  find: (room: string) => Promise<string | undefined>;
  /** The id of the member's own room with these people: created once, then the same on every device. */
  ownRoom: (own: OwnRoom) => Promise<string>;
  /** Asks the server, because a client that has not synced the room cannot know. */
  isEncrypted: (roomId: string) => Promise<boolean>;
  /** Returns the event's id. Throws `encrypted` before anything is sent. */
  send: (message: Message) => Promise<string>;
  /** Returns the `mxc://` address. */
  upload: (file: Upload) => Promise<string>;
  /** Events that relate to an event, newest first, at most 50. */
  relations: (roomId: string, eventId: string, kind: string) => Promise<RoomPage>;
  /** A room's messages, service reports and power levels, newest first, at most 100. */
  recent: (roomId: string) => Promise<RoomPage>;
  redact: (roomId: string, eventId: string, txnId: string) => Promise<void>;
  /** One person's power level in a room; Infinity for creators of a room of a newer version. */
  powerOf: (roomId: string, userId: string) => Promise<number>;
  /** The sender's power level at the time of an event; the current one if the server does not provide that. */
  powerAt: (event: Pick<RoomEvent, 'roomId' | 'eventId' | 'sender'>) => Promise<number>;
  /** Who can read a room; only members can ask. */
  readersOf: (roomId: string) => Promise<RoomReaders>;
  /** The id of a room, by its alias or id; does not join it. */
  roomIdOf: (name: string) => Promise<string>;
  /** Ids of the rooms that the member is in. */
  joinedRooms: () => Promise<ReadonlySet<string>>;
  /**
   * At most `limit` events before a token, or the newest. Throws `refused` if the server no longer accepts the token,
   * and `too-large` if that many events do not fit into one response.
   */
  history: (
    roomId: string,
    options: Readonly<{ before?: string; limit: number }>,
  ) => Promise<HistoryPage>;
}>;
