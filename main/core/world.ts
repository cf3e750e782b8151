/** What the core depends on, and what can be attached to it. */
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
import type { ReportedAge } from './status/standby-age.ts';

/** The machine and the member's language. The caller disposes of `connectivity`, `files` and `history`. */
export type CoreDeps = Readonly<{
  appVersion: string;
  locale: Locale;
  /** Set if all that it observes is made up. */
  demo?: true;
  /** The member's, as a tag of BCP 47; the app may have no catalogue for it. */
  language: string;
  t: Translate;
  times: Times;
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  /** The member's time zone, as an IANA name; it may change while the machine sleeps. */
  timeZone: () => string;
  /** For fetching the document. */
  net: Pick<Net, 'request'>;
  /** For status pages and registries, so that slow ones do not delay requests that a member waits for. */
  pages: Net;
  probe: RunProbe;
  connectivity: ConnectivityMonitor;
  /** The network layer noticed a clock jump or an unannounced sleep. */
  onJump?: Emitter<void>['on'];
  files: Pick<ProfileFiles, 'troubles' | 'onChange'> &
    Readonly<{ file: (form: FileForm) => TextStore }>;
  /** Absent if no history is recorded. */
  history?: History;
}>;

/** What features and the window provide, and the events that they follow; all optional. */
export type Attachments = Readonly<{
  /** What features add to the view of a service. */
  annotate?: (view: ServiceView) => Annotations;
  /** Age of a service's standby according to its backups. */
  standbyOf?: (serviceId: string) => ReportedAge | undefined;
  /** Shares an acknowledgement with other members. */
  share?: Share;
  /** An open window is also updated when only times or figures change. */
  isWindowOpen?: () => boolean;
  /** Status changes, whether or not the member is notified. */
  noteChanges?: (changes: readonly Change[]) => void;
  /** The document has changed. */
  setDocument?: (document: CoopDocument) => void;
  /** The machine is about to sleep. */
  suspend?: () => void;
  /** The machine woke up and its connectivity is known, or the network is back. */
  resume?: () => void;
}>;
