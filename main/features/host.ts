/** What the app provides to features, implemented by compose.ts: plain functions, so features do not know Electron. */
import type { Told } from '../../shared/announcements/told.ts';
import type { Source } from '../../shared/feedback/ipc.ts';
import type { NoticeText } from '../../shared/wording/sentences.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { EventName, EventPayload } from '../../shared/ipc.ts';
import type { Route } from '../../shared/route.ts';
import type { Removal } from '../../shared/redact/removals.ts';
import type { Slices } from '../../shared/slices.ts';
import type { Release } from '../../shared/updates/release.ts';
import type { Locale } from '../../shared/i18n/languages.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { ServiceView } from '../../shared/status/view.ts';
import type { NoticeOptions, ShownNotice } from '../core/notifications/notification.ts';
import type { Clock } from '../platform/clock.ts';
import type { ConnectivityMonitor } from '../platform/connectivity.ts';
import type { LogFile } from '../platform/log/log-file.ts';
import type { Log } from '../platform/log/log.ts';
import type { Net } from '../platform/net/index.ts';
import type { Proxies } from '../platform/net/proxies.ts';
import type { ProfileFiles } from '../platform/profile-files.ts';

/** The machine. */
export type HostMachine = Readonly<{
  clock: Clock;
  /** The member's, as an IANA name; it may change at any time. */
  timeZone: () => string;
  net: Net;
  /** For background polling: does not delay requests that a member waits for. */
  pages: Pick<Net, 'request'>;
  /** Which proxy `net` and `pages` go through. */
  proxies: Proxies;
  connectivity: Pick<ConnectivityMonitor, 'current' | 'confirm' | 'isClockProven' | 'onChange'>;
  files: Pick<ProfileFiles, 'file'>;
  log: Log;
  logFile: Pick<LogFile, 'tail'>;
  profileDir: string;
  /** The folder of the built app. */
  appDir: string;
  appVersion: string;
  /** Where this build looks for updates; undefined for one that knows no place. */
  release: Release | undefined;
}>;

/** The member's language. */
export type HostLanguage = Readonly<{ t: Translate; times: Times; locale: Locale }>;

/** The app's state, and what features add to it. */
export type HostState = Readonly<{
  snapshot: () => Snapshot;
  /** Undefined if the document has no service with that id. */
  viewOf: (serviceId: string) => ServiceView | undefined;
  /** Adds a feature's slices to the snapshot. */
  publish: (slices: Slices) => void;
  /** Call when the feature's annotations may have changed. */
  changed: () => void;
}>;

/** The window and notifications. */
export type HostScreen = Readonly<{
  /** Sends an event to an open window; a window that opens later fetches the full state. */
  send: <N extends EventName>(name: N, payload: () => EventPayload<N>) => void;
  /** Shows the window at a route. */
  goTo: (route: Route) => void;
  /** `more`: buttons, what a click does where a desktop shows a button for it, and how long it has something to say. */
  notify: (
    text: NoticeText,
    onClick: () => void,
    more?: Pick<NoticeOptions, 'clickLabel' | 'buttons' | 'standing'>,
  ) => ShownNotice;
  /** Queues notifications about answers, announcements and reports. */
  tell: (told: readonly Told[]) => void;
  /** Whether notifications are held back now. */
  isQuiet: () => boolean;
}>;

export type OpenOutcome =
  | Readonly<{ outcome: 'read'; text: string }>
  | Readonly<{ outcome: 'cancelled' | 'failed' }>;

/** Screenshots of a window or screen that the member chooses; they stay in memory. */
export type ScreenCapture = Readonly<{
  /** Screens first. Empty if the desktop does not allow screen capture. */
  sources: () => Promise<Source[]>;
  /**
   * A PNG of the source, or of the only screen. `which` if there are several screens and none is given; undefined on
   * failure.
   */
  capture: (sourceId: string | undefined) => Promise<Uint8Array<ArrayBuffer> | 'which' | undefined>;
}>;

/** The desktop; implemented by main/desktop, whose heavy parts are loaded on first use. */
export type HostDesktop = Readonly<{
  openAddress: (url: string) => void;
  /** Rejects if no program can open it. */
  openExternal: (url: string) => Promise<void>;
  copyText: (text: string) => Promise<void>;
  /** Redacts a text except for `kept`, copies it, and resolves to what was removed. */
  copyClean: (text: string, kept: readonly string[]) => Promise<Removal[]>;
  /** Ends the app, and starts the program at this path once it has ended. */
  restartWith: (path: string) => void;
  /** `fetch` with the system's proxy and certificates, for the member's accounts. */
  accountFetch: () => Promise<typeof globalThis.fetch>;
  /** Asks the member where to save, and writes the pieces there. */
  saveAs: (
    suggestedName: string,
    pieces: AsyncIterable<string>,
  ) => Promise<'saved' | 'cancelled' | 'failed'>;
  /** Asks the member for a JSON file and reads it; more than `limitBytes` counts as failed. */
  openJson: (limitBytes: number) => Promise<OpenOutcome>;
  chooseFolder: () => Promise<string | undefined>;
  /** Selects the path in the file manager. */
  showFolder: (path: string) => void;
  /** Grants or withdraws the page's access to the microphone. */
  allowMicrophone: (allowed: boolean) => Promise<void>;
  screenCapture: () => Promise<ScreenCapture>;
}>;

export type Host = HostMachine & HostLanguage & HostState & HostScreen & HostDesktop;
