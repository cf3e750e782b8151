/** The demo's co-op in the app's own core: what a member sees and is told while they watch. */
import { describe, expect, test } from 'vitest';
import { createCore } from '../../../main/core/index.ts';
import { alwaysOnline } from '../../../main/demo/connectivity.ts';
import { backupsOf } from '../../../main/demo/coop/backups.ts';
import { documentOf } from '../../../main/demo/coop/document.ts';
import { sayIn } from '../../../main/demo/coop/language.ts';
import { documentUrl, host } from '../../../main/demo/coop/places.ts';
import { episodes, pastOf } from '../../../main/demo/coop/past.ts';
import { cannedNet } from '../../../main/demo/net.ts';
import { createRandom } from '../../../main/demo/random.ts';
import { createStory } from '../../../main/demo/story.ts';
import { CoopBackupsSchema } from '../../../shared/backups/format-schema.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import type { Locale } from '../../../shared/i18n/languages.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { pagesIn } from '../../../shared/pages.ts';
import { createCalendar } from '../../../shared/time/calendar.ts';
import { safeParse } from 'valibot';
import { memoryFiles } from '../../memory-files.ts';
import { createTranslate } from '../../translate.ts';
import { fakeClock } from '../clock.ts';

const timeZone = 'America/Toronto';

async function demoIn(locale: Locale) {
  // At night: the demo tells at any hour.
  const clock = fakeClock(Date.UTC(2026, 10, 28, 7, 30));
  const document = documentOf(sayIn(locale), timeZone);
  const net = cannedNet({ [documentUrl]: () => document });
  const told: string[] = [];
  const core = createCore({
    appVersion: '1',
    locale,
    language: locale,
    demo: true,
    t: createTranslate(locale),
    times: createTimes(locale, timeZone),
    clock,
    random: () => 0.5,
    timeZone: () => timeZone,
    net,
    pages: net,
    probe: createStory({ clock, random: createRandom(1), midnightUtcMs: 0 }),
    connectivity: alwaysOnline(clock.nowUtcMs()),
    files: memoryFiles({}),
  });
  core.onNotification(({ text }) => told.push(text.title));
  await core.restore();
  expect(await core.directory.join(host)).toBeUndefined();
  return { clock, core, told };
}

describe.each<Locale>(['en', 'fr'])('the demo in %s', (locale) => {
  test('has a document without a problem, and every page', async () => {
    const { core } = await demoIn(locale);
    const { coop, demo } = core.state.snapshot();
    expect([demo, coop?.problems]).toEqual([true, []]);
    expect(coop && pagesIn(coop)).toEqual([
      'today',
      'status',
      'calls',
      'calendar',
      'links',
      'money',
      'feedback',
      'announcements',
      'backups',
      'emergency',
      'settings',
    ]);
  });

  test('has backups that the app’s own reader takes whole', () => {
    const file = backupsOf(sayIn(locale), fakeClock().nowUtcMs());
    expect(safeParse(CoopBackupsSchema, file).issues).toBeUndefined();
  });
});

test('all is well, then one service goes down and comes back, and both are told', async () => {
  const { clock, core, told } = await demoIn('en');
  await clock.pass(19_000);
  const states = () => core.state.snapshot().services.map(({ verdict }) => verdict);
  expect(states().filter((one) => one !== 'up')).toEqual(['retired']);
  await clock.pass(16_000);
  expect(told).toEqual(['Calls is down']);
  await clock.pass(90_000);
  expect(told).toEqual(['Calls is down', 'Calls is up again']);
  expect(states().filter((one) => one !== 'up')).toEqual(['retired']);
});

test('nothing but the demo’s own pages can be asked for', async () => {
  const net = cannedNet({ [documentUrl]: () => ({}) });
  const signal = new AbortController().signal;
  const request = { signal, phaseMs: 1, bodyBytes: 1, redirects: 0, trust: 'system' } as const;
  const elsewhere = net.request({ ...request, url: 'https://elsewhere.example/' });
  await expect(elsewhere).rejects.toMatchObject({ reason: { code: 'unreachable' } });
  const connecting = net.connect({ host: 'localhost', port: 22, signal, phaseMs: 1 });
  await expect(connecting).rejects.toMatchObject({ reason: { code: 'unreachable' } });
  const within = net.within(signal, async () => 'asked');
  await expect(within).rejects.toMatchObject({ reason: { code: 'unreachable' } });
});

test('what has happened is about services that the document has', () => {
  const { document } = parsed(JSON.stringify(documentOf(sayIn('en'), timeZone)));
  const ids = new Set(document.services.map(({ service }) => service.id));
  expect(episodes.filter(({ serviceId }) => !ids.has(serviceId))).toEqual([]);
  const past = pastOf({ nowUtcMs: fakeClock().nowUtcMs(), calendar: createCalendar(timeZone) });
  expect(past.services.filter(({ id }) => !ids.has(id))).toEqual([]);
});

function parsed(text: string) {
  const read = parseCoopDocument(text);
  if (!read.ok) throw new Error(read.error.code);
  return read;
}
