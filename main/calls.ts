/** What each call of the window does. */
import type { Link } from '../shared/coop/links.ts';
import type { CallHandlers } from '../shared/ipc.ts';
import type { ServiceView } from '../shared/status/view.ts';
import type { CopyClean } from './desktop/redacted-copy.ts';
import { CallError } from '../shared/call-error.ts';
import type { SaveOutcome } from './desktop/save.ts';
import { historyFileName } from './desktop/save.ts';
import type { Directory } from './core/directory/index.ts';
import type { History } from './core/history/index.ts';
import type { Features } from './features/index.ts';
import type { NotificationPolicy } from './core/notification-policy/index.ts';
import { createPolicyCalls } from './core/notification-policy/calls.ts';
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
  features: Pick<Features, 'calls' | 'ackPlace'>;
  windowDrawn: () => void;
}>;

export function createCalls(parts: CallParts): CallHandlers {
  const { state, directory, watch, policy, history } = parts;
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
      place: parts.features.ackPlace,
    }),
    'history.get': ({ serviceId, range }) => history.detail(known(serviceId).id, range),
    'history.export': ({ format, serviceId }) => {
      const ids = state.snapshot().services.map((one) => one.id);
      const wanted = serviceId === undefined ? ids : [known(serviceId).id];
      return parts.save(historyFileName(format, serviceId), history.exported(format, wanted));
    },
    ...parts.features.calls,
    'window.drawn': parts.windowDrawn,
  };
}
