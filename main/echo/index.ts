/** The echo test: instances, one run at a time, and the results that are kept. */
import type { Failure } from '../../shared/echo/failure.ts';
import type { EchoInstance } from '../../shared/echo/instance.ts';
import type { MySide } from '../../shared/echo/my-side.ts';
import type { EchoState, Result } from '../../shared/echo/state.ts';

export type StartOptions = Readonly<{
  instanceIds: readonly string[];
  accessCode?: string | undefined;
  withSecret: boolean;
}>;

export type Echo = Readonly<{
  state: () => EchoState;
  setInstances: (instances: readonly EchoInstance[]) => void;
  /** Returns why it cannot start, if so; the run itself goes on meanwhile. */
  start: (options: StartOptions) => Promise<Failure | undefined>;
  stop: () => void;
  addRoom: (address: string) => Promise<Failure | undefined>;
  removeRoom: (instanceId: string) => void;
  setSettings: (settings: EchoState['settings']) => void;
  setSecret: (instanceId: string, secret: string) => Promise<Failure | undefined>;
  setSound: (sound: Pick<MySide, 'microphone' | 'speaker'>) => void;
  results: (ids: readonly string[]) => readonly Result[];
  /** Takes up results of somebody else's report. */
  takeUp: (results: readonly Result[]) => void;
  forget: (ids: readonly string[]) => void;
  onChange: (listener: () => void) => void;
  dispose: () => void;
}>;

export function createEcho(): Echo {
  throw new Error('to be written');
}
