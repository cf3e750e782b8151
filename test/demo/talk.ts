/** The demo co-op's channels: with existing announcements, and staff who answer. */
import { setTimeout as pause } from 'node:timers/promises';
import { sayIn } from '../../main/demo/coop/language.ts';
import type { PastFeedback } from '../../main/demo/talk/feedback.ts';
import { pastFeedback } from '../../main/demo/talk/feedback.ts';
import { threadsOf } from '../../main/demo/talk/threads.ts';
import { feedbackField } from '../../shared/feedback/matrix-message.ts';
import { loadTranslate } from '../../shared/i18n/load.ts';
import type { Talk } from '../servers/coop/talk.ts';
import { startTalk } from '../servers/coop/talk.ts';

export type DemoTalk = Talk &
  Readonly<{
    /** What the member has sent before, and what came back. */
    feedback: PastFeedback;
    /** Posts in the announcement room, as the co-op. */
    announce: (text: string) => Promise<void>;
  }>;

type Json = Readonly<Record<string, unknown>>;
type Event = Readonly<{ event_id: string; sender: string; content: Json }>;
type Sync = Readonly<{
  next_batch: string;
  rooms: Readonly<{
    join: Readonly<Record<string, Readonly<{ timeline: Readonly<{ events: readonly Event[] }> }>>>;
    invite: Json;
  }>;
}>;

const staff = '@sam:localhost';
const other = '@noor:localhost';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Delay of Sam's answer, so that the feedback is first visible on its way; in ms. */
const answerAfterMs = 1500;
const longPollMs = 10_000;

/** `timeZone`: in which old messages are deleted at night. */
export async function startDemoTalk(timeZone: string): Promise<DemoTalk> {
  const talk = await startTalk({ outside: true });
  const feedback = await feedbackOf(talk);
  plantPast(talk, feedback);
  const ask = asStaff(talk);
  const end = new AbortController();
  void answerAll(ask, end.signal).catch((error: unknown) => {
    if (!end.signal.aborted) console.error('Nobody answers feedback any more:', error);
  });
  return {
    ...talk,
    feedback,
    places: { ...talk.places, ...matrixOf(talk, timeZone) },
    announce: async (text) => void (await say(ask, talk.announcements, { body: text })),
    stop: async () => {
      end.abort();
      await talk.stop();
    },
  };
}

/** One room deletes its old messages every week, as at a co-op that keeps three months of them. */
function matrixOf({ places }: Talk, timeZone: string): Pick<Talk['places'], 'matrix'> {
  if (!places.matrix) return {};
  const purge = { cron: '0 3 * * 0', timeZone };
  const rooms = [
    { room: '#beta:localhost', name: 'Beta', keepDays: 90, purge },
    { room: '#news:localhost', name: 'Announcements' },
    { room: '#servers:localhost', name: 'Servers' },
  ];
  return { matrix: { ...places.matrix, rooms } };
}

async function feedbackOf({ member, betaRoom }: Talk): Promise<PastFeedback> {
  const t = await loadTranslate('en');
  const threads = threadsOf(sayIn('en'), {
    site: 'Staging site',
    builds: { faulty: '108', mended: '115' },
    pads: { id: 'pads', name: 'Pads (HedgeDoc)' },
    calls: { id: 'calls', name: 'Calls (BigBlueButton)' },
  });
  return pastFeedback(threads, {
    t,
    system: `${t('app.name')}, Demo`,
    nowUtcMs: Date.now(),
    roomId: betaRoom,
    room: '#beta:localhost',
    destinationId: 'beta-room',
    people: { member: member.userId, staff, other },
  });
}

function plantPast({ matrix, announcements, betaRoom }: Talk, { events }: PastFeedback): void {
  const said = (id: string, agoMs: number, body: string) => ({
    event_id: `$${id}`,
    sender: staff,
    type: 'm.room.message',
    content: { msgtype: 'm.text', body },
    origin_server_ts: Date.now() - agoMs,
  });
  matrix.plant(announcements, [
    said('pads', 9 * dayMs, 'The pads have moved. The old ones stay readable until spring.'),
    said(
      'restore',
      4 * dayMs,
      'We restored the files from a backup, as we do twice a year. It took 40 minutes.',
    ),
    said('meeting', 1 * hourMs, 'Weekly meeting today at 16:00. Notes: https://pads.example/week'),
  ]);
  const builds = Array.from({ length: 120 }, (_, index) =>
    said(`beta-${index}`, (120 - index) * dayMs, `Build ${index + 1} is on the staging site.`),
  );
  const feedback = events.map(({ eventId, sender, type, content, sentUtcMs }) => ({
    event_id: eventId,
    sender,
    type,
    content,
    origin_server_ts: sentUtcMs,
  }));
  matrix.plant(
    betaRoom,
    [...builds, ...feedback].toSorted((a, b) => a.origin_server_ts - b.origin_server_ts),
  );
}

/** Sends a request as staff and returns the answer. */
type Ask = (method: string, path: string, body?: Json) => Promise<Json>;

function asStaff({ matrix, staffToken }: Talk): Ask {
  return async (method, path, body) => {
    const answer = await fetch(`${matrix.url}/_matrix/client/v3/${path}`, {
      method,
      headers: { authorization: `Bearer ${staffToken}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return (await answer.json()) as Json;
  };
}

let sends = 0;
function say(ask: Ask, roomId: string, content: Json, type = 'm.room.message'): Promise<Json> {
  sends += 1;
  const path = `rooms/${encodeURIComponent(roomId)}/send/${type}/demo-${sends}`;
  return ask('PUT', path, type === 'm.room.message' ? { msgtype: 'm.text', ...content } : content);
}

/** Joins rooms that Sam is invited to, and answers each feedback once. */
async function answerAll(ask: Ask, signal: AbortSignal): Promise<void> {
  const read = async (query: string) => (await ask('GET', `sync?${query}`)) as unknown as Sync;
  let { next_batch: since } = await read('timeout=0');
  while (!signal.aborted) {
    const { next_batch, rooms } = await read(`since=${since}&timeout=${longPollMs}`);
    since = next_batch;
    for (const roomId of Object.keys(rooms.invite)) {
      await ask('POST', `join/${encodeURIComponent(roomId)}`, {});
    }
    for (const [roomId, { timeline }] of Object.entries(rooms.join)) {
      for (const event of timeline.events) {
        if (event.sender === staff || !(feedbackField in event.content)) continue;
        await pause(answerAfterMs, undefined, { signal });
        await answer(ask, roomId, event.event_id);
      }
    }
  }
}

async function answer(ask: Ask, roomId: string, eventId: string): Promise<void> {
  const mark = { 'm.relates_to': { rel_type: 'm.annotation', event_id: eventId, key: '🛠️' } };
  await say(ask, roomId, mark, 'm.reaction');
  const body = 'Thank you! I see it here too, and look at it this afternoon.';
  await say(ask, roomId, { body, 'm.relates_to': { rel_type: 'm.thread', event_id: eventId } });
}
