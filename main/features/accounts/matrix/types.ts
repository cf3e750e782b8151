/** A Matrix account as the rest of the app knows it: a device without encryption keys, in rooms that have none. */
import type { Binding } from '../../../../shared/binding.ts';
import type { RoomEvent, RoomPage } from '../../../../shared/matrix/event.ts';
import type { RawEvent } from '../../../../shared/room-export/event.ts';

/**
 * `soft-logged-out`: the server wants the member to sign in again, on the same device. `revoked`: the device was ended
 * from elsewhere, and what is kept of it is forgotten.
 */
export type SessionState =
  | 'signed-out'
  | 'signing-in'
  | 'signed-in'
  | 'soft-logged-out'
  | 'revoked';

export type SignIn = Readonly<{
  baseUrl: string;
  /** By name and password, by the token that single sign-on hands over, or by those of OAuth 2.0. */
  by:
    | Readonly<{ user: string; password: string }>
    | Readonly<{ loginToken: string }>
    | Readonly<{ oauth: OauthGrant }>;
}>;

export type OauthGrant = Readonly<{
  clientId: string;
  deviceId: string;
  accessToken: string;
  /** Who gave the tokens. */
  bound: Binding;
  /** Undefined where the access token does not end. */
  refreshToken?: string;
}>;

export type Who = Readonly<{ userId: string; deviceId: string }>;

export type Content = Readonly<Record<string, unknown>>;

export type Message = Readonly<{
  roomId: string;
  /** The caller's own: the same one sent twice makes one event. */
  txnId: string;
  /** `m.room.message` unless it says otherwise. */
  type?: 'm.room.message' | 'm.reaction';
  content: Content;
  /** The first event of the thread it belongs to. */
  threadId?: string;
}>;

export type Upload = Readonly<{ bytes: Uint8Array<ArrayBuffer>; type: string; limitMs: number }>;

export type OwnRoom = Readonly<{
  /** Tells one from another of the same member's. */
  key: string;
  name: string;
  /** User ids of those who read there. */
  invite: readonly string[];
}>;

/** A stretch of a room's past, the newest first. */
export type HistoryPage = Readonly<{
  events: readonly RawEvent[];
  /** What the server gave that is no event. */
  unreadable: number;
  /** Where the past goes on; undefined at the beginning of the room, or of what the member may read. */
  before?: string;
}>;

export type RoomReaders = Readonly<{
  /** Whether others than its members can read it, or anybody can become one. */
  open: 'yes' | 'no';
  /** The rule by which somebody becomes one; another word for it where other rooms let their members in. */
  joining: string;
}>;

/** What is asked of the server throws AccountError. */
export type MatrixAccount = Readonly<{
  session: () => SessionState;
  onSession: (listener: (state: SessionState) => void) => void;
  /** The address of the homeserver that the account is of; undefined while there is none. */
  server: () => string | undefined;
  /** The device to sign in on again, after a soft logout. */
  deviceId: () => string | undefined;
  /** Takes up the account that was signed in when the app last ended. Also throws SecretsError. */
  restore: (userId: string) => Promise<void>;
  /** After a soft logout, on the same device. Throws AccountError; also SecretsError, and then nobody is signed in. */
  signIn: (how: SignIn) => Promise<Who>;
  /**
   * Ends the device at the server where that can be reached, and forgets it here in any case. Throws SecretsError where
   * the keyring would not forget.
   */
  signOut: () => Promise<Readonly<{ revoked: boolean }>>;
  whoami: () => Promise<Who>;
  /** The id of a room, by its alias or id; joins it when the member is not in it yet. */
  enter: (room: string) => Promise<string>;
  /** The id of a room, where the member is in it already. */
  find: (room: string) => Promise<string | undefined>;
  /** The id of the member's own room with these people: made at first, and the same one on every device afterwards. */
  ownRoom: (own: OwnRoom) => Promise<string>;
  /** Asks the server: a client that has not read the room knows nothing of it. */
  isEncrypted: (roomId: string) => Promise<boolean>;
  /** The event's id. Throws `encrypted` before anything is sent. */
  send: (message: Message) => Promise<string>;
  /** The `mxc://` address. */
  upload: (file: Upload) => Promise<string>;
  /** What relates to an event, newest first, at most 50. */
  relations: (roomId: string, eventId: string, kind: string) => Promise<RoomPage>;
  /** The messages of a room, what it reports of services, and who might say so, newest first, at most 100. */
  recent: (roomId: string) => Promise<RoomPage>;
  redact: (roomId: string, eventId: string, txnId: string) => Promise<void>;
  /** The power of one person in a room; Infinity for those who made a newer one. */
  powerOf: (roomId: string, userId: string) => Promise<number>;
  /** The same at the time of an event; as it is now, where the server does not tell what was then. */
  powerAt: (event: Pick<RoomEvent, 'roomId' | 'eventId' | 'sender'>) => Promise<number>;
  /** Who can read a room; asked by a member. */
  readersOf: (roomId: string) => Promise<RoomReaders>;
  /** The id of a room that is named by its alias or its id. */
  roomIdOf: (name: string) => Promise<string>;
  /** Ids of the rooms that the member is in. */
  joinedRooms: () => Promise<ReadonlySet<string>>;
  /**
   * At most `limit` events of a room before a place, or the newest. Throws `refused` for a place that the server does
   * not know any more, and `too-large` where so many events are too much for one answer.
   */
  history: (
    roomId: string,
    asked: Readonly<{ before?: string; limit: number }>,
  ) => Promise<HistoryPage>;
  /** Follows these rooms, and only these. */
  follow: (roomIds: readonly string[], hear: (event: RoomEvent) => void) => Promise<void>;
  /** After a sleep: asks at once instead of at the end of a pause. */
  wake: () => void;
  dispose: () => void;
}>;
