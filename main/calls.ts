/** What each call of the window does. */
import type { Link } from '../shared/coop/links.ts';
import type { CallHandlers } from '../shared/ipc.ts';
import type { ServiceView } from '../shared/status/view.ts';
import { createBackupsCalls } from './features/backups/calls.ts';
import type { CopyClean } from './desktop/redacted-copy.ts';
import { createAccountsCalls } from './features/accounts/calls.ts';
import { CallError } from '../shared/bridge.ts';
import type { SaveOutcome } from './desktop/save.ts';
import { historyFileName } from './desktop/save.ts';
import type { Shortcut } from './desktop/shortcut.ts';
import type { Directory } from './core/directory/index.ts';
import { createEchoCalls } from './features/echo/calls.ts';
import { createNewsCalls } from './features/announcements/calls.ts';
import { createFeedbackCalls } from './features/feedback/calls.ts';
import type { History } from './core/history/index.ts';
import type { OnDemand } from './features/index.ts';
import type { NotificationPolicy } from './core/notification-policy/index.ts';
import { createPolicyCalls } from './core/notification-policy/calls.ts';
import { createRoomsCalls } from './features/room-export/calls.ts';
import type { State } from './core/state.ts';
import type { Monitor } from './core/status/monitor.ts';

export type CallParts = Readonly<{
  state: Pick<State, 'snapshot' | 'view'>;
  directory: Pick<Directory, 'join'>;
  watch: Pick<Monitor, 'checkNow'>;
  policy: Pick<NotificationPolicy, 'commands'>;
  /** Throws CallError when the document names no such address. */
  openLink: (link: Link) => void;
  copyClean: CopyClean;
  /** What is known of a service, as text for whoever runs it. */
  detailsOf: (view: ServiceView) => string;
  history: Pick<History, 'detail' | 'exported'>;
  /** Asks the member for a place and writes the pieces there. */
  save: (name: string, pieces: AsyncIterable<string>) => Promise<SaveOutcome>;
  onDemand: Omit<OnDemand, 'begin' | 'setDocument' | 'sleep' | 'wake' | 'resume' | 'dispose'>;
  /** Opens an address in the browser. */
  openAddress: (url: string) => void;
  /** That opens feedback from anywhere. */
  shortcut: Pick<Shortcut, 'state' | 'set'>;
  windowDrawn: () => void;
}>;

export function createCalls(parts: CallParts): CallHandlers {
  const { state, directory, watch, policy, history } = parts;
  const { echo, accounts, feedback, news, sharing, backups, rooms } = parts.onDemand;
  const known = (serviceId: string): ServiceView => {
    const view = state.view(serviceId);
    if (!view) throw new CallError('unknown-service');
    return view;
  };
  return {
    'snapshot.get': state.snapshot,
    'coop.join': async ({ source }) => {
      const error = await directory.join(source);
      return error ? { joined: false, error } : { joined: true };
    },
    'status.checkNow': ({ serviceId }) => watch.checkNow(serviceId),
    'status.copyDetails': ({ serviceId, kept }) =>
      parts.copyClean(parts.detailsOf(known(serviceId)), kept),
    'link.open': parts.openLink,
    ...createPolicyCalls({
      commands: policy.commands,
      idOf: (serviceId) => known(serviceId).id,
      place: sharing.place,
    }),
    'history.get': ({ serviceId, range }) => history.detail(known(serviceId).id, range),
    'history.export': ({ format, serviceId }) => {
      const ids = state.snapshot().services.map((one) => one.id);
      const wanted = serviceId === undefined ? ids : [known(serviceId).id];
      return parts.save(historyFileName(format, serviceId), history.exported(format, wanted));
    },
    ...createEchoCalls(echo.get, async (...report) =>
      (await feedback.get()).feedback.report(...report),
    ),
    ...createAccountsCalls(accounts.get),
    ...createFeedbackCalls(feedback.get, parts.shortcut),
    ...createNewsCalls({ feedback: feedback.get, news: news.get, openAddress: parts.openAddress }),
    ...createBackupsCalls(backups, parts.copyClean),
    ...createRoomsCalls(rooms.get),
    'window.drawn': parts.windowDrawn,
  };
}
