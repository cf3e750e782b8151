/** The API's calls that need the shared secret; their checksum has been verified. */
import type { Reply } from '../http.ts';
import { sharedClientPath } from './client-page.ts';
import type { Meeting, User } from './rooms.ts';
import { newMeeting } from './rooms.ts';
import type { World } from './world.ts';
import { newUser, roomId } from './world.ts';
import type { Fields } from './xml.ts';
import { failed, success } from './xml.ts';

type Call = (query: URLSearchParams, world: World) => Reply;

export const calls: Readonly<Record<string, Call>> = {
  create: (query, world) => {
    const id = query.get('meetingID') ?? '';
    const name = query.get('name') ?? '';
    if (id === '') return failed('missingParamMeetingID', 'You must specify a meeting ID.');
    if (id.length < 2 || id.length > 256 || id.includes(',') || name.length < 2) {
      return failed('validationError', 'Meeting id or name is not valid.');
    }
    const before = world.rooms.meeting(id);
    if (before && !before.forciblyEnded) return duplicate(before, query);
    const attendeePassword = query.get('attendeePW');
    const moderatorPassword = query.get('moderatorPW');
    const meeting = newMeeting(id, name, {
      ...(attendeePassword ? { attendeePassword } : {}),
      ...(moderatorPassword ? { moderatorPassword } : {}),
      guestPolicy: query.get('guestPolicy') ?? 'ALWAYS_ACCEPT',
      maxParticipants: Number(query.get('maxParticipants') ?? 0),
      livekit: query.get('audioBridge') === 'livekit',
      metadata: Object.fromEntries([...query].filter(([key]) => key.startsWith('meta_'))),
    });
    world.rooms.add(meeting);
    world.clerk.note('create');
    return success(creation(meeting));
  },
  join,
  end: (query, world) =>
    withMeeting(query, world, (meeting) => {
      const password = query.get('password');
      if (password !== null && password !== meeting.moderatorPassword) {
        return failed('invalidPassword', 'The supplied moderator password is incorrect.');
      }
      world.rooms.end(meeting.id);
      world.clerk.note('end');
      return success({
        messageKey: 'sentEndMeetingRequest',
        message: 'A request to end the meeting was sent.',
      });
    }),
  isMeetingRunning: (query, { rooms }) => {
    const meeting = rooms.meeting(query.get('meetingID') ?? '');
    const running = meeting !== undefined && rooms.users(meeting).some((user) => user.joined);
    return success({ running });
  },
  getMeetingInfo: (query, world) =>
    withMeeting(query, world, (meeting) => success(information(meeting, world))),
  getMeetings: (_query, world) => {
    const meetings = world.rooms.meetings();
    if (meetings.length > 0) {
      return success({
        meetings: { meeting: meetings.map((meeting) => information(meeting, world)) },
      });
    }
    return success({ messageKey: 'noMeetings', message: 'no meetings', meetings: {} });
  },
};

function withMeeting(
  query: URLSearchParams,
  { rooms }: World,
  then: (meeting: Meeting) => Reply,
): Reply {
  const meeting = rooms.meeting(query.get('meetingID') ?? '');
  if (!meeting || meeting.forciblyEnded) {
    return failed('notFound', 'A meeting with that ID does not exist');
  }
  return then(meeting);
}

function duplicate(meeting: Meeting, query: URLSearchParams): Reply {
  const differs = (name: string, kept: string) => (query.get(name) ?? kept) !== kept;
  if (
    differs('attendeePW', meeting.attendeePassword) ||
    differs('moderatorPW', meeting.moderatorPassword)
  ) {
    return failed('idNotUnique', 'A meeting already exists with that meeting ID.');
  }
  return success({
    ...creation(meeting),
    messageKey: 'duplicateWarning',
    message: 'This conference was already in existence and may currently be in progress.',
  });
}

function creation(meeting: Meeting): Fields {
  return {
    meetingID: meeting.id,
    internalMeetingID: meeting.internalId,
    parentMeetingID: 'bbb-none',
    attendeePW: meeting.attendeePassword,
    moderatorPW: meeting.moderatorPassword,
    createTime: meeting.createdUtcMs,
    voiceBridge: meeting.voiceBridge,
    dialNumber: '613-555-1234',
    createDate: new Date(meeting.createdUtcMs).toUTCString(),
    hasUserJoined: false,
    duration: 0,
    hasBeenForciblyEnded: false,
    messageKey: '',
    message: '',
  };
}

function information(meeting: Meeting, { rooms }: World): Fields {
  const users = rooms.users(meeting).filter((user) => user.joined);
  return {
    ...creation(meeting),
    meetingName: meeting.name,
    running: users.length > 0,
    hasUserJoined: users.length > 0,
    participantCount: users.length,
    maxUsers: meeting.maxParticipants,
    attendees: {
      attendee: users.map((user) => ({ userID: user.id, fullName: user.name, role: user.role })),
    },
  };
}

/** Redirects a browser to the client's page; with `redirect=false` returns that URL. */
function join(query: URLSearchParams, world: World): Reply {
  const meeting = world.rooms.meeting(query.get('meetingID') ?? '');
  const refusal = refusalOf(query, meeting, world);
  if (refusal) return refused(refusal, query, world);
  const { rooms, clerk, base, knobs } = world;
  const role = roleOf(query, meeting);
  if (!meeting || !role) return refused(['invalidPassword', 'Invalid password'], query, world);
  const asks = meeting.guestPolicy === 'ASK_MODERATOR' || knobs().room === 'ask-moderator';
  const waits = asks && role === 'VIEWER';
  const user = newUser(meeting, {
    name: query.get('fullName') ?? '',
    role,
    guestStatus: waits ? 'WAIT' : 'ALLOW',
  });
  rooms.enter(user);
  clerk.note('join');
  const client =
    knobs().client === 'own'
      ? `${base()}/html5client/`
      : `${world.sharedBase()}${sharedClientPath}`;
  const page = waits ? `${base()}/bigbluebutton/api/guestWait` : client;
  const url = `${page}?sessionToken=${user.sessionToken}`;
  const headers = { 'set-cookie': `JSESSIONID=${user.cookie}; Path=/; HttpOnly` };
  if (query.get('redirect') === 'false') {
    const reply = success(admission(user, waits, url));
    return { ...reply, headers: { ...reply.headers, ...headers } };
  }
  return { status: 302, headers: { ...headers, location: url } };
}

function admission(user: User, waits: boolean, url: string): Fields {
  return {
    messageKey: waits ? 'guestWait' : 'successfullyJoined',
    message: waits ? 'Guest waiting for approval.' : 'You have joined successfully.',
    meeting_id: user.meeting.internalId,
    user_id: user.id,
    auth_token: user.authToken,
    session_token: user.sessionToken,
    guestStatus: user.guestStatus,
    url,
  };
}

type Refusal = readonly [key: string, message: string];

function refusalOf(
  query: URLSearchParams,
  meeting: Meeting | undefined,
  { knobs, rooms }: World,
): Refusal | undefined {
  const { room } = knobs();
  if (!query.get('fullName')) return ['missingParamFullName', 'You must specify a name.'];
  if (!query.get('meetingID')) return ['missingParamMeetingID', 'You must specify a meeting ID.'];
  if (!meeting) {
    return ['invalidMeetingIdentifier', 'The meeting ID that you supplied did not match any.'];
  }
  const createTime = query.get('createTime');
  if (createTime !== null && createTime !== String(meeting.createdUtcMs)) {
    return ['mismatchCreateTimeParam', 'The createTime parameter does not match.'];
  }
  if (meeting.forciblyEnded || room === 'ended') {
    return ['meetingForciblyEnded', 'You can not re-join a meeting that has been ended.'];
  }
  const full =
    meeting.maxParticipants > 0 && rooms.users(meeting).length >= meeting.maxParticipants;
  if (full || room === 'full') {
    return ['maxParticipantsReached', 'The number of participants allowed has been reached.'];
  }
  if (room === 'guest-denied' || meeting.guestPolicy === 'ALWAYS_DENY') {
    return ['guestDeniedAccess', 'You have been denied access to this meeting.'];
  }
  return undefined;
}

function roleOf(query: URLSearchParams, meeting: Meeting | undefined): User['role'] | undefined {
  const role = query.get('role')?.toUpperCase();
  if (role === 'MODERATOR' || role === 'VIEWER') return role;
  if (query.get('password') === meeting?.moderatorPassword) return 'MODERATOR';
  if (query.get('password') === meeting?.attendeePassword) return 'VIEWER';
  return undefined;
}

/** Redirects a browser to the page after leaving, with the error in its URL. */
function refused([key, message]: Refusal, query: URLSearchParams, { base, knobs }: World): Reply {
  if (query.get('redirect') === 'false') return failed(key, message);
  const errors = encodeURIComponent(JSON.stringify([{ key, message }]));
  const ownHome = knobs().home === 'leads-on' ? `${base()}/` : `${base()}/rooms/${roomId}/join`;
  const home = query.get('errorRedirectUrl') ?? ownHome;
  return { status: 302, headers: { location: `${home}?errors=${errors}` } };
}
