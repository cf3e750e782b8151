import type { Autostart } from '../../shared/autostart/state.ts';

/** Starting at login, as one system arranges it. */
export type AutostartSwitch = Readonly<{
  /** As the desktop has it now. Never rejects. */
  state: () => Promise<Autostart>;
  /** Resolves to what has become of it. Never rejects. */
  set: (on: boolean) => Promise<Autostart>;
}>;
