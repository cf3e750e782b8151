/** What can be changed about the stand-in BigBlueButton while it runs. Times in ms, loss as a share from 0 to 1. */
import type { Standstill } from './course.ts';

/** The line between the member and the server: HTTP, WebSocket and media all feel it. */
export type NetworkKnobs = Readonly<
  Standstill & {
    /** Half of it each way. */
    roundTripMs: number;
    /** Each packet waits up to so much longer, evenly distributed, in each direction: on average half of it each way. */
    jitterMs: number;
    /** A queue, as most lines are: a late packet holds up those behind it. Without, jitter also mixes up the order. */
    keepOrder: boolean;
    /** Of media packets only; handshakes, checks and reports pass. */
    lossUp: number;
    lossDown: number;
    /** How many packets in a row a loss takes, on average. 1 is even loss, which keeps exactly to its rate. */
    lossBurst: number;
    /** What the round trip grows by in the course of a call. */
    driftMs: number;
    /** `blocked` lets no direct packet pass; one that comes from the TURN server does. */
    udp: 'open' | 'blocked';
  }
>;

/** The machine that echoes: what it adds to the sound alone, after the network has done its part. */
export type EchoKnobs = Readonly<
  Standstill & {
    delayMs: number;
    /** Up to so much more, evenly distributed. */
    jitterMs: number;
    /** Sound that FreeSWITCH never gave back: a hole in the sound, not in the numbers of the packets. */
    loss: number;
    /** Between the answered call and its echo; 500 in BBB's dialplan. */
    pauseMs: number;
    /** How late the application answers its API; `/rtt-check` comes from nginx and is not late. */
    apiDelayMs: number;
    /** What becomes of sound that comes during a standstill: it is lost, or comes out after it. */
    freeze: 'drops' | 'holds';
    /** What the delay grows by in the course of a call. */
    driftMs: number;
  }
>;

export const roomStates = [
  'open',
  'sign-in',
  'access-code',
  'not-started',
  'ask-moderator',
  'guest-denied',
  'full',
  'ended',
  'not-found',
  'livekit',
] as const;
export type RoomState = (typeof roomStates)[number];

/** What the client page does to the window it is shown in, once it has joined. */
export const mischiefs = [
  'popup',
  'download',
  'microphone',
  'navigate',
  'preload',
  'leave',
  'crash',
] as const;
export type Mischief = (typeof mischiefs)[number];

export type PageKnobs = Readonly<{
  /** From the page's start until its data connection counts as joined. */
  joinDelayMs: number;
  mischief: Mischief | undefined;
  /** From joining to the mischief. */
  mischiefAfterMs: number;
}>;

export const faults = [
  'upgrade-401',
  'upgrade-silent',
  'pong-silent',
  'start-silent',
  'start-closed',
  'answer-closed',
  'error-2001',
  'error-2002',
  'error-2202',
  'error-2211',
  'never-admitted',
  'wrong-types',
  'not-json',
  'huge-message',
  'sdp-garbage',
  'media-silent',
  'media-closed',
  'stuns-failed',
  'stuns-odd',
] as const;
/** What goes wrong with the signalling, one at a time. */
export type Fault = (typeof faults)[number];

export type Knobs = Readonly<{
  /** 2.x has no `/rtt-check` and no GraphQL addresses. */
  release: '2.7' | '3.0';
  network: NetworkKnobs;
  echo: EchoKnobs;
  room: RoomState;
  page: PageKnobs;
  fault: Fault | undefined;
  /** Whom the client's page comes from: the server itself, or one that a cluster shares, where nothing else of it is. */
  client: 'own' | 'shared';
  /** Whether the home page, to which those who may not join are sent, leads on at once and says nothing. */
  home: 'stays' | 'leads-on';
  /** Which TURN address `stuns` hands out. */
  turn: 'none' | 'udp' | 'tcp';
}>;

export type KnobChanges = Readonly<
  Partial<Omit<Knobs, 'network' | 'echo' | 'page'>> & {
    network?: Partial<NetworkKnobs>;
    echo?: Partial<EchoKnobs>;
    page?: Partial<PageKnobs>;
  }
>;

const never: Standstill = { freezeAtS: 10, freezeMs: 0 };

/** A good server on a good line. */
export const defaultKnobs: Knobs = {
  release: '3.0',
  network: {
    roundTripMs: 0,
    jitterMs: 0,
    keepOrder: true,
    lossUp: 0,
    lossDown: 0,
    lossBurst: 1,
    driftMs: 0,
    ...never,
    udp: 'open',
  },
  echo: {
    delayMs: 0,
    jitterMs: 0,
    loss: 0,
    pauseMs: 500,
    apiDelayMs: 0,
    freeze: 'drops',
    driftMs: 0,
    ...never,
  },
  room: 'open',
  page: { joinDelayMs: 300, mischief: undefined, mischiefAfterMs: 300 },
  fault: undefined,
  client: 'own',
  home: 'stays',
  turn: 'none',
};

export function turned(knobs: Knobs, changes: KnobChanges): Knobs {
  return {
    ...knobs,
    ...changes,
    network: { ...knobs.network, ...changes.network },
    echo: { ...knobs.echo, ...changes.echo },
    page: { ...knobs.page, ...changes.page },
  };
}
