/**
 * Client of a Linux desktop's notification server (https://specifications.freedesktop.org/notification-spec/latest/),
 * over a session bus that may come and go.
 */
import * as v from 'valibot';
import { appId } from '../../shared/identity.ts';
import type { NoticeText } from '../../shared/wording/sentences.ts';
import type { BusSignal, BusTarget, ConnectBus, SessionBus } from '../platform/bus.ts';
import { busDaemon } from '../platform/bus.ts';
import type { Emitter } from '../platform/emitter.ts';
import { createEmitter } from '../platform/emitter.ts';
import { asLine, asPlainText } from './markup.ts';

/** An action is a button, or a click if its key is `default`. */
export type Message = Readonly<{
  text: NoticeText;
  actions: readonly Readonly<{ key: string; label: string }>[];
}>;

/**
 * Resolves to the server's id of the notification; has no time limit. `replacesId` is 0, or that of one on the screen.
 */
export type Notify = (message: Message, replacesId: number) => Promise<number>;

/** `token`: the server passes on the right to come to the front, as Wayland has it. */
export type Invocation = Readonly<{ id: number; key: string; token?: string }>;

export type NotificationServer = Readonly<{
  /** Waits as long as the server hangs, and rejects if there is none. */
  connect: () => Promise<Notify>;
  close: (id: number) => void;
  /** The member clicked a notification of any program, or one of its buttons. */
  onInvoke: Emitter<Invocation>['on'];
  /** `expired`: nobody put it away, so a list of past notifications may still offer its actions. */
  onClosed: Emitter<Readonly<{ id: number; expired: boolean }>>['on'];
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
const expiredReason = 1;

/** A server, by its own bus name. */
type Met = Readonly<{
  owner: string;
  hasActions: boolean;
  hasMarkup: boolean;
  /** One that takes the place of another gets its buttons, which do nothing any more. */
  keepsButtons: boolean;
}>;

/**
 * By the names that they give themselves: in LXQt's, `Notification::setValues` makes buttons only once
 * (https://github.com/lxqt/lxqt-notificationd/blob/2.4.0/src/notification.cpp).
 */
const keepingButtons: readonly unknown[] = ['lxqt-notificationd'];

const Capabilities = v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(100));
const Token = v.pipe(v.string(), v.minLength(1), v.maxLength(1024), v.regex(/^[!-~]+$/));

export function createNotificationServer(deps: NotificationServerDeps): NotificationServer {
  const invocations = createEmitter<Invocation>();
  const closings = createEmitter<Readonly<{ id: number; expired: boolean }>>();
  const ownerChanges = createEmitter<void>();
  const disconnections = createEmitter<void>();
  let bus: SessionBus | undefined;
  /** The server that answered last; another one has other ids and abilities. */
  let current: Met | undefined;
  /** Comes just before the action that it is for. */
  let given: Readonly<{ id: number; token: string }> | undefined;
  let isDisposed = false;

  const onSignal = ({ member, body }: BusSignal) => {
    if (member === 'NameOwnerChanged') {
      current = undefined;
      ownerChanges.emit();
    }
    const [id, detail] = body;
    if (typeof id !== 'number') return;
    if (member === 'ActivationToken') given = tokenOf(id, detail);
    if (member === 'ActionInvoked' && typeof detail === 'string') {
      const token = given?.id === id ? { token: given.token } : {};
      given = undefined;
      invocations.emit({ id, key: detail, ...token });
    }
    if (member === 'NotificationClosed') closings.emit({ id, expired: detail === expiredReason });
  };
  const onEnd = () => {
    bus = undefined;
    current = undefined;
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
      current ??= await meet(to);
      const known = current;
      return async ({ text, actions }, replacesId) => {
        const body = asPlainText(text.body, known?.hasMarkup === true);
        const message = { text: { ...text, body }, actions: known?.hasActions ? actions : [] };
        const send = async (target: BusTarget, id: number) => {
          const args = argumentsOf(deps, message, id, to);
          const reply = await to.callWithoutTimeout(target, 'Notify', 'susssasa{sv}i', args);
          return v.parse(v.number(), reply[0]);
        };
        if (replacesId === 0 || !known) return send(server, 0);
        // To that very server: with the next one, the id may be of another program's notification.
        const same = { ...server, name: known.owner };
        if (!known.keepsButtons) return send(same, replacesId).catch(() => send(server, 0));
        // Closed first: it would not show one that says the same as another.
        await to
          .callWithoutTimeout(same, 'CloseNotification', 'u', [replacesId])
          .catch(() => undefined);
        return send(server, 0);
      };
    },
    close: (id) => {
      // To the server that gave the id: with the next one, it may be another program's, or that one would be started.
      const to = current ? { ...server, name: current.owner } : server;
      bus?.callWithoutTimeout(to, 'CloseNotification', 'u', [id]).catch(() => undefined);
    },
    onInvoke: invocations.on,
    onClosed: closings.on,
    onOwnerChange: ownerChanges.on,
    onDisconnect: disconnections.on,
    dispose: () => {
      isDisposed = true;
      bus?.close();
    },
  };
}

/**
 * Who the server is, and what it can do. One without actions must get none: notify-osd turns a notification with
 * actions into a dialog that takes the focus. Undefined if it does not say, which is asked again.
 */
async function meet(bus: SessionBus): Promise<Met | undefined> {
  try {
    // Starts the server where the bus does that on demand.
    const [list] = await bus.callWithoutTimeout(server, 'GetCapabilities');
    const [name] = await bus.callWithoutTimeout(server, 'GetServerInformation').catch(() => []);
    const [owner] = await bus.call(busDaemon, 'GetNameOwner', 's', [serverName]);
    const capabilities = v.parse(Capabilities, list);
    return {
      owner: v.parse(v.string(), owner),
      hasActions: capabilities.includes('actions'),
      hasMarkup: capabilities.includes('body-markup'),
      keepsButtons: keepingButtons.includes(name),
    };
  } catch {
    return undefined;
  }
}

function tokenOf(id: number, value: unknown) {
  const token = v.safeParse(Token, value);
  return token.success ? { id, token: token.output } : undefined;
}

function argumentsOf(
  { appName, iconUrl }: NotificationServerDeps,
  { text: { title, body, urgent }, actions }: Message,
  replacesId: number,
  { variant }: SessionBus,
): readonly unknown[] {
  return [
    appName,
    replacesId,
    iconUrl,
    asLine(title),
    body,
    actions.flatMap(({ key, label }) => [key, asLine(label)]),
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
