/** Sends events to the window. */
import type { WebContents } from 'electron';
import { eventChannel } from '../../shared/channels.ts';
import type { EventName, EventPayload } from '../../shared/ipc.ts';

export type WindowChannel = Readonly<{
  /** Undefined without a window. A new window fetches the full state, so nothing is queued meanwhile. */
  contents: () => WebContents | undefined;
  /** Does nothing without a window. */
  send: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
}>;

export function createWindowChannel(contents: WindowChannel['contents']): WindowChannel {
  return {
    contents,
    send: (name, payload) => contents()?.send(eventChannel, name, JSON.stringify(payload)),
  };
}
