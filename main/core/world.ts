/** What the core stands on, and what is built on the core. */
import type { Share } from '../../shared/acknowledgements/share.ts';
import type { CoopDocument } from '../../shared/coop/parse.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Locale } from '../../shared/i18n/languages.ts';
import type { Change } from '../../shared/status/notices.ts';
import type { Annotations, ServiceView } from '../../shared/status/view.ts';
import type { Clock } from '../platform/clock.ts';
import type { ConnectivityMonitor } from '../platform/connectivity.ts';
import type { Emitter } from '../platform/emitter.ts';
import type { TextStore } from '../platform/files.ts';
import type { Net } from '../platform/net/index.ts';
import type { FileForm } from '../platform/profile-file.ts';
import type { ProfileFiles } from '../platform/profile-files.ts';
import type { History } from './history/index.ts';
import type { RunProbe } from './status/probes/index.ts';
import type { StandbyWord } from './status/standby-age.ts';

/** The machine and the member's language. Its maker disposes of `connectivity`, `files` and `history`. */
export type World = Readonly<{
  appVersion: string;
  locale: Locale;
  t: Translate;
  times: Times;
  clock: Clock;
  /** At least 0 and below 1. */
  random: () => number;
  /** The member's, as an IANA name; it may change while the machine sleeps. */
  timeZone: () => string;
  /** For the document. */
  net: Pick<Net, 'request'>;
  /** For status pages and registries: however slow they are, no member waits for them. */
  pages: Net;
  probe: RunProbe;
  connectivity: ConnectivityMonitor;
  /** The clock jumped, or the machine slept unannounced, as the network layer noticed. */
  onJump?: Emitter<void>['on'];
  files: Pick<ProfileFiles, 'troubles' | 'onChange'> &
    Readonly<{ file: (form: FileForm) => TextStore }>;
  /** Absent where nothing is remembered. */
  history?: History;
}>;

/** What only features and the window know, and what they follow. Each is optional: the core does without. */
export type Attachments = Readonly<{
  /** What features add to the view of a service. */
  annotate?: (view: ServiceView) => Annotations;
  /** The age of a service's standby, as its backups tell it. */
  standbyOf?: (serviceId: string) => StandbyWord | undefined;
  /** Tells other members about an acknowledgement. */
  share?: Share;
  /** An open window shows times and figures as they come, not only what matters. */
  isWindowOpen?: () => boolean;
  /** Services have changed, whether or not the member is notified. */
  noteChanges?: (changes: readonly Change[]) => void;
  /** The document is another one. */
  setDocument?: (document: CoopDocument) => void;
  /** The machine is about to sleep. */
  suspend?: () => void;
  /** The machine has woken and it is known whether there is a network, or the network answers again. */
  resume?: () => void;
}>;
