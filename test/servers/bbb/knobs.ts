/** Settings of the stand-in BigBlueButton that can change while it runs. Times in ms, loss as a share from 0 to 1. */
import type { Standstill } from './course.ts';

/** The line between the member and the server: applies to HTTP, WebSocket and media. */
export type NetworkKnobs = Readonly<
  Standstill & {
    /** Half of it each way. */
    roundTripMs: number;
    /** Extra delay per packet and direction, uniform from 0 to this; the mean is half of it each way. */
    jitterMs: number;
    /** In order, as on most lines: a late packet delays those behind it. Otherwise jitter also reorders packets. */
    keepOrder: boolean;
    /** Of media packets only; handshakes, checks and reports pass. */
    lossUp: number;
    lossDown: number;
    /** Packets lost in a row, on average. 1 is even loss, which keeps exactly to its rate. */
    lossBurst: number;
    /** What the round trip grows by during a call. */
    driftMs: number;
    /** `blocked` drops direct packets; those from the TURN server pass. */
    udp: 'open' | 'blocked';
  }
>;

/** The machine that echoes: what it adds to the sound only, on top of the network. */
export type EchoKnobs = Readonly<
  Standstill & {
    delayMs: number;
    /** Extra delay, uniform from 0 to this. */
    jitterMs: number;
    /** Sound that FreeSWITCH never returned: a gap in the sound, not in the packets' sequence numbers. */
    loss: number;
    /** Between the answered call and its echo; 500 in BBB's dialplan. */
    pauseMs: number;
    /** Delay of the application's API; `/rtt-check` comes from nginx and is not delayed. */
    apiDelayMs: number;
    /** Sound that arrives during a freeze is lost, or comes out after it. */
    freeze: 'drops' | 'holds';
    /** What the delay grows by during a call. */
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

/** What the client's page does to its window once it has joined. */
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
/** Signalling faults, one at a time. */
export type Fault = (typeof faults)[number];

export type Knobs = Readonly<{
  /** 2.x has no `/rtt-check` and no GraphQL URLs. */
  release: '2.7' | '3.0';
  network: NetworkKnobs;
  echo: EchoKnobs;
  room: RoomState;
  page: PageKnobs;
  fault: Fault | undefined;
  /** Host of the client's page: the server itself, or one that a cluster shares and that serves nothing else. */
  client: 'own' | 'shared';
  /** Whether the home page, where refused guests are sent, redirects immediately without a message. */
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
