/** Rooms of the demo: nothing is loaded and nobody joins, but the page reports a test's progress as a real one does. */
import type { FindRoom, JoinedRoom } from '../../features/echo/rooms.ts';
import type { RoomPage } from '../../features/echo/room-page.ts';
import type { ProbeProgress } from '../../../shared/echo/probe.ts';
import type { Sample } from '../../../shared/echo/measurement.ts';
import type { Clock } from '../../platform/clock.ts';
import { lineTo, measurementOf, sampleAt } from './canned.ts';

export type DemoRoomDeps = Readonly<{
  clock: Pick<Clock, 'after' | 'monotonicMs'>;
  random: () => number;
  /** The instance with a room at this address. */
  instanceAt: (address: string) => string;
  measureS: number;
}>;

/** How long joining and connecting take, in ms: a test that is over at once would look like no test. */
const joinMs = 900;
const connectMs = 700;

export function createDemoRooms(deps: DemoRoomDeps): FindRoom {
  const wait = (ms: number) => new Promise<void>((done) => void deps.clock.after(ms, done));
  return async ({ address }) => {
    const { host } = new URL(address);
    return {
      address,
      host,
      join: async (): Promise<JoinedRoom> => {
        await wait(joinMs);
        return {
          page: openPage(deps, deps.instanceAt(address)),
          host,
          signallingUrl: `wss://${host}/`,
          stunsUrl: `https://${host}/stuns`,
          leave: async () => {},
        };
      },
    };
  };
}

function openPage({ clock, random, measureS }: DemoRoomDeps, instanceId: string): RoomPage {
  const line = lineTo(instanceId);
  const openedMs = clock.monotonicMs();
  const samples: Sample[] = [];
  let isStopped = false;

  const progress = (): ProbeProgress => {
    const measuredMs = clock.monotonicMs() - openedMs - connectMs;
    if (measuredMs < 0 && !isStopped) return { step: 'connect', samples: [] };
    while (samples.length < Math.min(measureS, measuredMs / 1000)) {
      samples.push(sampleAt(samples.length, line, random));
    }
    if (!isStopped && samples.length < measureS) return { step: 'measure', samples };
    return { step: 'done', samples, outcome: { measurement: measurementOf(samples) } };
  };
  const page: RoomPage = {
    load: async () => {},
    url: () => '',
    way: () => [],
    // Main only ever begins, asks for the progress and stops; anything else gets no answer.
    evaluate: async (code) => {
      if (code.includes('.stop()')) isStopped = true;
      return code.includes('.progress()') ? JSON.stringify(progress()) : undefined;
    },
    allow: () => {},
    beside: async () => page,
    ended: new Promise(() => {}),
    close: async () => {},
  };
  return page;
}
