/**
 * Client of a Linux desktop's notification server (https://specifications.freedesktop.org/notification-spec/latest/),
 * over a session bus that may come and go.
 */
import * as v from 'valibot';
import { appId } from '../../shared/identity.ts';
import type { NoticeText } from '../../shared/wording/sentences.ts';
import type { BusSignal, BusTarget, ConnectBus, SessionBus } from '../platform/bus.ts';
import type { Emitter } from '../platform/emitter.ts';
import { createEmitter } from '../platform/emitter.ts';
import { asPlainText } from './markup.ts';

/** Resolves to the server's id of the notification; has no time limit. */
export type Notify = (text: NoticeText) => Promise<number>;

export type NotificationServer = Readonly<{
  connect: () => Promise<Notify>;
  close: (id: number) => void;
  /** The member clicked this notification. */
  onClick: Emitter<number>['on'];
  onClosed: Emitter<number>['on'];
  /** Another server has started, or the current one has quit. */
  onOwnerChange: Emitter<void>['on'];
  onDisconnect: Emitter<void>['on'];
  dispose: () => void;
}>;

export type NotificationServerDeps = Readonly<{
  appName: string;
  iconUrl: string;
  connect: ConnectBus;
}>;

const serverName = 'org.freedesktop.Notifications';
const server: BusTarget = {
  name: serverName,
  path: '/org/freedesktop/Notifications',
  iface: serverName,
};
const rules = [
  `type='signal',sender='${serverName}',interface='${serverName}'`,
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${serverName}'`,
];

export function createNotificationServer(deps: NotificationServerDeps): NotificationServer {
  const clicks = createEmitter<number>();
  const closings = createEmitter<number>();
  const ownerChanges = createEmitter<void>();
  const disconnections = createEmitter<void>();
  let bus: SessionBus | undefined;
  let isDisposed = false;

  const onSignal = ({ member, body }: BusSignal) => {
    if (member === 'NameOwnerChanged') ownerChanges.emit();
    const [id, action] = body;
    if (typeof id !== 'number') return;
    if (member === 'ActionInvoked' && action === 'default') clicks.emit(id);
    if (member === 'NotificationClosed') closings.emit(id);
  };
  const onEnd = () => {
    bus = undefined;
    disconnections.emit();
  };
  const connected = async (): Promise<SessionBus> => {
    if (bus) return bus;
    const made = await deps.connect({ rules, onSignal, onEnd });
    if (isDisposed) made.close();
    bus = made;
    return made;
  };

  return {
    connect: async () => {
      const to = await connected();
      return async (text) => {
        const message = messageOf(deps, text, to);
        const [id] = await to.callWithoutTimeout(server, 'Notify', 'susssasa{sv}i', message);
        return v.parse(v.number(), id);
      };
    },
    close: (id) => {
      bus?.callWithoutTimeout(server, 'CloseNotification', 'u', [id]).catch(() => undefined);
    },
    onClick: clicks.on,
    onClosed: closings.on,
    onOwnerChange: ownerChanges.on,
    onDisconnect: disconnections.on,
    dispose: () => {
      isDisposed = true;
      bus?.close();
    },
  };
}

function messageOf(
  { appName, iconUrl }: NotificationServerDeps,
  { title, body, urgent }: NoticeText,
  { variant }: SessionBus,
): readonly unknown[] {
  return [
    appName,
    0,
    iconUrl,
    withoutNulls(title),
    withoutNulls(asPlainText(body)),
    ['default', appName],
    {
      // Never critical, which bypasses Do Not Disturb: docs/decisions/0010-do-not-disturb.md.
      urgency: variant('y', 1),
      'desktop-entry': variant('s', appId),
      ...(urgent ? {} : { 'suppress-sound': variant('b', true) }),
    },
    // Urgent ones stay until dismissed; for others the server decides.
    urgent ? 0 : -1,
  ];
}

/** The bus closes connections that send a null character. */
function withoutNulls(text: string): string {
  return text.replaceAll('\u0000', '');
}
