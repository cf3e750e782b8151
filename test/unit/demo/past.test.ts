/** The demo's past in calls and feedback is in the app's own formats, and the app tells none of it again. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { sayIn } from '../../../main/demo/coop/language.ts';
import { subjectsOf } from '../../../main/demo/coop/services.ts';
import { lineTo } from '../../../main/demo/echo/canned.ts';
import { pastTests } from '../../../main/demo/echo/past.ts';
import { createRandom } from '../../../main/demo/random.ts';
import { pastFeedback } from '../../../main/demo/talk/feedback.ts';
import { threadsOf } from '../../../main/demo/talk/threads.ts';
import { answersForm } from '../../../main/features/feedback/answers-file.ts';
import { readThread } from '../../../main/features/feedback/answers-readers.ts';
import { resultsForm } from '../../../main/features/echo/results.ts';
import { compare } from '../../../shared/echo/compare.ts';
import type { Result } from '../../../shared/echo/state.ts';
import { FeedbackSchema } from '../../../shared/feedback/item.ts';
import { ItemSchema } from '../../../shared/feedback/outbox.ts';
import type { StoredAnswers } from '../../../shared/feedback/outcome.ts';
import { outcomeOf, takeSigns, unreadIn } from '../../../shared/feedback/outcome.ts';
import { placeOf } from '../../../shared/feedback/place.ts';
import { DraftSchema } from '../../../shared/feedback/state.ts';
import type { Locale } from '../../../shared/i18n/languages.ts';
import { createTranslate } from '../../translate.ts';
import { createCalendar } from '../../../shared/time/calendar.ts';

const nowUtcMs = Date.UTC(2026, 10, 24, 15);
const timeZone = 'America/Toronto';
const people = { member: '@you:a', staff: '@sam:a', other: '@noor:a' };

function feedbackIn(locale: Locale) {
  const say = sayIn(locale);
  const builds = { faulty: '40', mended: '41' };
  const { files, events } = pastFeedback(threadsOf(say, { ...subjectsOf(say), builds }), {
    t: createTranslate(locale),
    system: 'Coop Tray 1, Demo',
    nowUtcMs,
    roomId: '!beta:a',
    room: '#beta:a',
    destinationId: 'testers',
    people,
  });
  const { 'answers.json': text = '', ...outbox } = files;
  const items = Object.values(outbox).map((one) => v.parse(ItemSchema, JSON.parse(one)));
  const answers = v.parse(answersForm.whole, JSON.parse(text)) as Readonly<{
    items: Readonly<Record<string, StoredAnswers>>;
  }>;
  return { items, answers: answers.items, events };
}

describe.each<Locale>(['en', 'fr'])('feedback in %s', (locale) => {
  const { items, answers, events } = feedbackIn(locale);

  test('can be read by the outbox and the form, and is in the room', () => {
    for (const { draft, phase, parts } of items) {
      const { about, kind, text } = v.parse(DraftSchema, JSON.parse(draft));
      const said = { id: 'a', about, kind: kind ?? 'comment', text, system: 'Demo' };
      expect(v.safeParse(FeedbackSchema, said).issues).toBeUndefined();
      const place = placeOf(phase.at === 'sent' ? phase.permalink : undefined);
      const there = events.find(
        ({ eventId }) => place?.via === 'matrix' && place.eventId === eventId,
      );
      expect(there?.content).toEqual(JSON.parse(parts[0]?.content ?? ''));
    }
  });

  test('one is fixed, and one reply is new', () => {
    const all = Object.values(answers);
    expect(all.map(({ signs }) => outcomeOf(signs)).toSorted()).toEqual([
      'fixed',
      'seen',
      'working',
    ]);
    expect(all.map(unreadIn)).toEqual([1, 0, 0]);
    expect(events.every(({ sentUtcMs }) => sentUtcMs < nowUtcMs)).toBe(true);
  });

  test('nothing of it is told when the app reads the room', async () => {
    for (const { id, phase } of items) {
      const place = placeOf(phase.at === 'sent' ? phase.permalink : undefined);
      if (place?.via !== 'matrix') throw new Error('no room');
      const related = (kind: string) =>
        events.filter(({ content }) => {
          const relation = content['m.relates_to'] as Readonly<Record<string, unknown>> | undefined;
          return relation?.['rel_type'] === kind && relation['event_id'] === place.eventId;
        });
      const found = await readThread(
        [],
        { place },
        {
          userId: people.member,
          relations: async (_room, _event, kind) => ({
            events: related(kind).toReversed(),
            unreadable: 0,
          }),
          powerAt: async ({ sender }) => (sender === people.staff ? 100 : 0),
        },
      );
      const before = answers[id];
      if (!before) throw new Error('no answers');
      const { kept, news } = takeSigns(before, found.signs);
      expect([news, kept.unread, kept.signs.length]).toEqual([
        [],
        before.unread,
        before.signs.length,
      ]);
    }
  });
});

test('the echo tests have every verdict, and at home one server is better', () => {
  const results = pastTests({
    say: sayIn('en'),
    calendar: createCalendar(timeZone),
    nowUtcMs,
    timeZone,
    appVersion: '1',
    random: createRandom(45),
    instances: ['own', 'partner'].map((id) => ({
      id,
      name: id,
      host: `${id}.example`,
      line: lineTo(id),
    })),
    measureS: 20,
  });
  const file = { version: 1, results };
  expect((v.parse(resultsForm.whole, file) as { results: Result[] }).results).toEqual(results);
  expect([...new Set(results.map(({ verdict }) => verdict.blame))].toSorted()).toEqual([
    'network',
    'nobody',
    'server',
    'you',
  ]);
  const home = compare(results).find(({ place }) => place === 'at home');
  expect(home?.outcome).toMatchObject({ kind: 'better', key: 'own own.example' });
  expect(results.every(({ atUtcMs }) => atUtcMs < nowUtcMs)).toBe(true);
});
