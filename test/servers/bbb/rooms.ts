/** Meetings and their users, as in bbb-web and akka-apps. */
import { createHash, randomBytes } from 'node:crypto';

export type Meeting = {
  readonly id: string;
  readonly internalId: string;
  readonly name: string;
  readonly voiceBridge: string;
  readonly createdUtcMs: number;
  readonly attendeePassword: string;
  readonly moderatorPassword: string;
  readonly guestPolicy: string;
  readonly maxParticipants: number;
  /** Created with `audioBridge=livekit`. */
  readonly livekit: boolean;
  readonly metadata: Readonly<Record<string, string>>;
  forciblyEnded: boolean;
};

export type User = {
  readonly id: string;
  readonly name: string;
  readonly role: 'MODERATOR' | 'VIEWER';
  readonly meeting: Meeting;
  readonly sessionToken: string;
  readonly authToken: string;
  /** The cookie that belongs to the token. */
  readonly cookie: string;
  readonly guestStatus: 'ALLOW' | 'WAIT' | 'DENY';
  /** The client's data connection is up: only now may they use a microphone. */
  joined: boolean;
};

export type Rooms = Readonly<{
  meeting: (id: string) => Meeting | undefined;
  add: (meeting: Meeting) => void;
  end: (id: string) => void;
  enter: (user: User) => void;
  leave: (user: User) => void;
  /** By cookie and token together; neither alone identifies a user. */
  user: (cookie: string | undefined, token: string | null) => User | undefined;
  users: (meeting?: Meeting) => readonly User[];
  meetings: () => readonly Meeting[];
  stop: () => void;
}>;

export function createRooms(
  options: Readonly<{ enteredUsersTimeoutMs: number; onTimeout: () => void }>,
): Rooms {
  const meetings = new Map<string, Meeting>();
  const users = new Map<string, User>();
  const timers = new Map<string, NodeJS.Timeout>();
  const leave = (user: User) => {
    clearTimeout(timers.get(user.sessionToken));
    timers.delete(user.sessionToken);
    users.delete(user.sessionToken);
  };
  return {
    meeting: (id) => meetings.get(id),
    add: (meeting) => void meetings.set(meeting.id, meeting),
    end: (id) => {
      const meeting = meetings.get(id);
      if (!meeting) return;
      meeting.forciblyEnded = true;
      for (const user of users.values()) if (user.meeting === meeting) leave(user);
    },
    enter: (user) => {
      users.set(user.sessionToken, user);
      const dropUnlessJoined = () => {
        if (user.joined) return;
        leave(user);
        options.onTimeout();
      };
      timers.set(user.sessionToken, setTimeout(dropUnlessJoined, options.enteredUsersTimeoutMs));
    },
    leave,
    user: (cookie, token) => {
      const user = users.get(token ?? '');
      return user && user.cookie === cookie ? user : undefined;
    },
    users: (meeting) =>
      [...users.values()].filter((one) => meeting === undefined || one.meeting === meeting),
    meetings: () => [...meetings.values()].filter((one) => !one.forciblyEnded),
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

export function newMeeting(
  id: string,
  name: string,
  more: Partial<Omit<Meeting, 'id' | 'name' | 'internalId'>> = {},
): Meeting {
  const createdUtcMs = Date.now();
  return {
    id,
    name,
    internalId: `${createHash('sha1').update(id).digest('hex')}-${createdUtcMs}`,
    voiceBridge: String(10_000 + randomBytes(2).readUInt16BE()),
    createdUtcMs,
    attendeePassword: token(8),
    moderatorPassword: token(8),
    guestPolicy: 'ALWAYS_ACCEPT',
    maxParticipants: 0,
    livekit: false,
    metadata: {},
    forciblyEnded: false,
    ...more,
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

export function token(length: number): string {
  return [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('');
}
