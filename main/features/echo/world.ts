import type { EchoDeps } from './deps.ts';

/** Where an echo test takes place: rooms, network, keyring and machine. The demo makes them up. */
export type EchoWorld = Pick<
  EchoDeps,
  'isOffline' | 'findRoom' | 'openPage' | 'httpFigures' | 'mySide' | 'probeCode' | 'secrets'
> &
  /** The operating system, as results name it. */
  Readonly<{ system: string }>;
