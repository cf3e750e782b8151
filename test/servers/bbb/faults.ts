/** Signalling faults on command. */
import type { WebSocket } from 'ws';
import type { Fault } from './knobs.ts';
import type { World } from './world.ts';

type Conversation = Readonly<{
  socket: WebSocket;
  say: (message: object) => void;
  world: World;
}>;

export function isFault(world: World, fault: Fault): boolean {
  return world.knobs().fault === fault;
}

const codes: Readonly<Partial<Record<Fault, readonly [number, string]>>> = {
  'error-2001': [2001, 'MEDIA_SERVER_OFFLINE'],
  'error-2002': [2002, 'MEDIA_SERVER_NO_RESOURCES'],
  'error-2202': [2202, 'MEDIA_INVALID_SDP'],
};

/** Whether a `start` is still to be answered. */
export function beforeStart({ socket, say, world }: Conversation): boolean {
  const { fault } = world.knobs();
  const error = fault && codes[fault];
  if (error) {
    const [code, reason] = error;
    say({ type: 'audio', id: 'webRTCAudioError', code, reason, message: reason, role: 'sendrecv' });
  }
  if (fault === 'start-closed') socket.terminate();
  if (fault === 'not-json') socket.send('<html>502 Bad Gateway</html>');
  if (fault === 'wrong-types') {
    say({ type: 'audio', id: 'startResponse', response: 1, sdpAnswer: { v: 0 } });
  }
  if (fault === 'huge-message') {
    say({ type: 'audio', id: 'startResponse', response: 'accepted', sdpAnswer: 'x'.repeat(1e7) });
  }
  const ends: readonly (Fault | undefined)[] = [
    'start-silent',
    'start-closed',
    'not-json',
    'wrong-types',
    'huge-message',
  ];
  return !error && !ends.includes(fault);
}

/** Whether the prepared answer is still to be sent. */
export function beforeAnswer({ socket, world }: Conversation): boolean {
  if (world.knobs().fault !== 'answer-closed') return true;
  socket.terminate();
  return false;
}
