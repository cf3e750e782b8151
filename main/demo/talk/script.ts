/** What people of the demo's co-op have written, and what they answer. */
import { feedbackField } from '../../../shared/feedback/matrix-message.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { dayMs, hourMs } from '../../../shared/time/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Say } from '../coop/language.ts';
import { people, rooms } from '../coop/places.ts';
import type { DemoRooms, Said } from './rooms.ts';
import { roomIdOf } from './rooms.ts';

/** Time that people take to react and to answer, in ms. */
const seenAfterMs = 4000;
const answeredAfterMs = 9000;
/** When the news comes that a member sees arrive. */
const newsAfterMs = 45_000;

const text = (body: string) => ({ msgtype: 'm.text', body });

/** Oldest first. */
function pastOf(say: Say, nowUtcMs: number): readonly Said[] {
  const news = (agoMs: number, sender: string, body: string): Said => ({
    roomId: roomIdOf(rooms.news),
    sender,
    content: text(body),
    sentUtcMs: nowUtcMs - agoMs,
  });
  const builds = Array.from({ length: 12 }, (_, index): Said => ({
    roomId: roomIdOf(rooms.beta),
    sender: people.staff,
    content: text(
      say(
        `Build ${index + 30} is on the test site.`,
        `La version ${index + 30} est sur le site de test.`,
      ),
    ),
    sentUtcMs: nowUtcMs - (84 - 7 * index) * dayMs,
  }));
  return [
    ...builds,
    news(
      9 * dayMs,
      people.other,
      say(
        'The pads have moved. The old wiki stays readable until spring.',
        'Les blocs-notes ont déménagé. L’ancien wiki reste lisible jusqu’au printemps.',
      ),
    ),
    news(
      2 * dayMs,
      people.staff,
      say(
        'Calls were down for twelve minutes: a disk was full. We have made room.',
        'Les appels ont été en panne douze minutes : un disque était plein. On a fait de la place.',
      ),
    ),
    news(
      3 * hourMs,
      people.other,
      say(
        'The general assembly is on the first Saturday of next month. Bring your ideas!',
        'L’assemblée générale a lieu le premier samedi du mois prochain. Apportez vos idées !',
      ),
    ),
  ];
}

export type ScriptDeps = Readonly<{
  clock: Clock;
  say: Say;
  rooms: Pick<DemoRooms, 'say' | 'onSaid'>;
  /** What the member has sent before, and what came back. */
  threads: readonly RoomEvent[];
}>;

/** Returns the function that stops it. */
export function playScript(deps: ScriptDeps): () => void {
  const { clock, say } = deps;
  const cancels: (() => void)[] = [];
  const after = (ms: number, task: () => void) => void cancels.push(clock.after(ms, task));
  for (const said of inOrder([...pastOf(say, clock.nowUtcMs()), ...deps.threads])) {
    deps.rooms.say(said);
  }

  after(newsAfterMs, () =>
    deps.rooms.say({
      roomId: roomIdOf(rooms.news),
      sender: people.staff,
      content: text(
        say(
          'Calls hang again, we are restarting them. Please use the phone line for a minute.',
          'Les appels bloquent encore, on les redémarre. Utilisez la ligne téléphonique une minute.',
        ),
      ),
    }),
  );
  const stop = deps.rooms.onSaid((event) => {
    if (!isFeedback(event)) return;
    const { roomId, eventId } = event;
    const seen = { rel_type: 'm.annotation', event_id: eventId, key: '👀' };
    const thread = { rel_type: 'm.thread', event_id: eventId };
    const answer = say(
      'Thank you! In your own co-op, somebody would answer you here.',
      'Merci ! Dans votre coop, quelqu’un vous répondrait ici.',
    );
    const staff = { roomId, sender: people.staff };
    after(seenAfterMs, () =>
      deps.rooms.say({ ...staff, type: 'm.reaction', content: { 'm.relates_to': seen } }),
    );
    after(answeredAfterMs, () =>
      deps.rooms.say({ ...staff, content: { ...text(answer), 'm.relates_to': thread } }),
    );
  });
  return () => {
    stop();
    for (const cancel of cancels) cancel();
  };
}

function inOrder(said: readonly Said[]): readonly Said[] {
  return said.toSorted((a, b) => (a.sentUtcMs ?? 0) - (b.sentUtcMs ?? 0));
}

function isFeedback({ sender, content }: RoomEvent): boolean {
  return sender === people.member && feedbackField in content;
}
