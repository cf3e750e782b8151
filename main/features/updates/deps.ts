/** What updates need of the app. */
import type { Locale } from '../../../shared/i18n/languages.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import type { Place } from '../../../shared/updates/place.ts';
import type { Release } from '../../../shared/updates/release.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import type { ReadChannel } from './read-channel.ts';
import type { TransferDeps } from './transfer.ts';

export type UpdatesDeps = Readonly<{
  clock: Clock;
  random: () => number;
  release: Release;
  /** The version that runs. */
  running: string;
  locale: Locale;
  place: Place;
  read: ReadChannel;
  transfer: TransferDeps;
  connectivity: Readonly<{ current: () => Readonly<{ state: ConnectivityState }> }>;
  store: TextStore;
  isQuiet: () => boolean;
  /** Tells the member of a version. */
  tell: (version: string) => void;
  /** Ends the app, and starts the program at this path. */
  restart: (path: string) => void;
}>;
