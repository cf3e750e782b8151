/**
 * Every call and event between main and the window, as one value. The typed APIs of main, window and tests are derived
 * from it; there are no other channels.
 */
import type * as v from 'valibot';
import { accountsCalls, accountsEvents } from './accounts/ipc.ts';
import { announcementsCalls, announcementsEvents } from './announcements/ipc.ts';
import { answersCalls } from './feedback/answers-ipc.ts';
import { backupsCalls, backupsEvents } from './backups/ipc.ts';
import { coopCalls } from './coop/ipc.ts';
import { calendarCalls, calendarEvents } from './calendar/ipc.ts';
import { echoCalls, echoEvents } from './echo/ipc.ts';
import { feedbackCalls, feedbackEvents } from './feedback/ipc.ts';
import { historyCalls } from './history/ipc.ts';
import { linksCalls, linksEvents } from './links/ipc.ts';
import { moneyCalls, moneyEvents } from './money/ipc.ts';
import { logoCalls } from './logo/ipc.ts';
import { meetingsCalls, meetingsEvents } from './meetings/ipc.ts';
import { policyCalls } from './notification-policy/ipc.ts';
import { proxyCalls, proxyEvents } from './proxy/ipc.ts';
import { roomExportCalls, roomExportEvents } from './room-export/ipc.ts';
import { roomsCalls } from './rooms/ipc.ts';
import { statusCalls } from './status/ipc.ts';
import { updatesCalls, updatesEvents } from './updates/ipc.ts';
import { windowCalls, windowEvents } from './window-ipc.ts';

export const ipcSchema = {
  calls: {
    ...accountsCalls,
    ...announcementsCalls,
    ...answersCalls,
    ...backupsCalls,
    ...coopCalls,
    ...calendarCalls,
    ...echoCalls,
    ...feedbackCalls,
    ...historyCalls,
    ...linksCalls,
    ...moneyCalls,
    ...logoCalls,
    ...meetingsCalls,
    ...policyCalls,
    ...proxyCalls,
    ...roomExportCalls,
    ...roomsCalls,
    ...statusCalls,
    ...updatesCalls,
    ...windowCalls,
  },
  events: {
    ...accountsEvents,
    ...announcementsEvents,
    ...backupsEvents,
    ...echoEvents,
    ...calendarEvents,
    ...feedbackEvents,
    ...linksEvents,
    ...moneyEvents,
    ...meetingsEvents,
    ...proxyEvents,
    ...roomExportEvents,
    ...updatesEvents,
    ...windowEvents,
  },
} as const;

type Calls = (typeof ipcSchema)['calls'];
type Events = (typeof ipcSchema)['events'];
export type CallName = keyof Calls;
export type EventName = keyof Events;
export type Payload<N extends CallName> = v.InferOutput<Calls[N]['payload']>;
export type Result<N extends CallName> = v.InferOutput<Calls[N]['result']>;
export type EventPayload<N extends EventName> = v.InferOutput<Events[N]>;

/** What main implements: one handler per call. */
export type CallHandlers = {
  readonly [N in CallName]: (payload: Payload<N>) => Result<N> | Promise<Result<N>>;
};
