import type { WebContents } from 'electron';
import type { EventName, EventPayload } from '../../shared/ipc.ts';

/** The window, as features that are read at their first use reach it. */
export type WindowChannel = Readonly<{
  /** Undefined while there is no window: then nobody is told, and the next one asks for the whole. */
  contents: () => WebContents | undefined;
  send: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
}>;
