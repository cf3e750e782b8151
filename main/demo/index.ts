/**
 * The built-in demo: a co-op that is made up, with everything that leads to the network replaced. It has a profile of
 * its own, which is removed with it. See docs/decisions/0045-demo-built-in.md.
 */
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createCalendar } from '../../shared/time/calendar.ts';
import { coopKey } from '../../shared/coop/source.ts';
import { copyName, formatCopy } from '../core/directory/copy.ts';
import { openHistory } from '../core/history/open.ts';
import { textSizeForm } from '../desktop/text-size.ts';
import { measureS } from '../features/echo/run.ts';
import { createProfileFiles } from '../platform/profile-files.ts';
import type { Ground, World } from '../world.ts';
import { alwaysOnline } from './connectivity.ts';
import { backupsOf } from './coop/backups.ts';
import { documentOf, echoServersOf, testersId } from './coop/document.ts';
import type { Say } from './coop/language.ts';
import { sayIn } from './coop/language.ts';
import { pastOf } from './coop/past.ts';
import { calendarOf } from './coop/calendar.ts';
import { linkedPages, linksOf } from './coop/links.ts';
import { moneyOf } from './coop/money.ts';
import { presenceOf, templateOf } from './coop/meet.ts';
import {
  backupsUrl,
  calendarUrl,
  documentUrl,
  host,
  linksUrl,
  moneyUrl,
  people,
  presenceUrl,
  rooms,
  templateUrl,
} from './coop/places.ts';
import { subjectsOf } from './coop/services.ts';
import { fitForDemo } from './desktop.ts';
import { lineTo } from './echo/canned.ts';
import { demoEcho } from './echo/feature.ts';
import { pastTests } from './echo/past.ts';
import { cannedJournal } from './history/journal.ts';
import { alwaysDirect, cannedNet } from './net.ts';
import { createRandom } from './random.ts';
import { createStory } from './story.ts';
import { demoAccounts } from './talk/accounts.ts';
import { pastFeedback } from './talk/feedback.ts';
import { roomIdOf } from './talk/rooms.ts';
import { threadsOf } from './talk/threads.ts';

const seed = 45;
/** What the member's own profile has in common with that of the demo. */
const ownFiles = [`${textSizeForm.name}.json`];

export function openDemo(ground: Ground): World {
  const { clock, t } = ground;
  const say = sayIn(ground.locale);
  const document = documentOf(say, ground.timeZone());
  const profileDir = join(ground.profileDir, 'demo');
  // One that crashed may have left its own.
  const remove = () => rmSync(profileDir, { recursive: true, force: true, maxRetries: 3 });
  remove();
  const feedback = feedbackOf(ground, say);
  for (const [name, text] of Object.entries({
    ...profileOf(ground, document),
    ...feedback.files,
  })) {
    const path = join(profileDir, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  // Who needs larger text needs it here as well.
  for (const name of ownFiles) copyIfThere(join(ground.profileDir, name), join(profileDir, name));
  const week = calendarOf(say, createCalendar(ground.timeZone()), clock.nowUtcMs());
  const net = cannedNet({
    [documentUrl]: () => document,
    [backupsUrl]: () => backupsOf(say, clock.nowUtcMs()),
    [calendarUrl]: () => week,
    [linksUrl]: () => linksOf(say),
    ...linkedPages(say),
    [moneyUrl]: () => moneyOf(say),
    [presenceUrl]: () => presenceOf(clock.nowUtcMs()),
    [templateUrl]: () => templateOf(say),
  });
  return {
    machine: {
      ...ground,
      release: undefined,
      profileDir,
      files: createProfileFiles(profileDir, clock),
      net,
      pages: net,
      proxies: alwaysDirect,
      probe: createStory({
        clock,
        random: createRandom(seed),
        midnightUtcMs: createCalendar(ground.timeZone()).dayStart(clock.nowUtcMs()),
      }),
      connectivity: alwaysOnline(clock.nowUtcMs()),
      onJump: () => () => {},
      history: openHistory({
        clock,
        appDir: ground.appDir,
        profileDir,
        isClockProven: () => true,
      }),
    },
    flags: { show: true },
    demo: true,
    features: {
      accounts: (made) => demoAccounts(made, { say, threads: feedback.events }),
      echo: demoEcho,
    },
    fit: (desktop) => fitForDemo(t, desktop),
    dispose: remove,
  };
}

function copyIfThere(from: string, to: string): void {
  if (existsSync(from)) copyFileSync(from, to);
}

type Document = ReturnType<typeof documentOf>;

/** The files of a member who has been here for a while. */
function profileOf(ground: Ground, document: Document): Readonly<Record<string, string>> {
  const { clock, locale, appVersion } = ground;
  const say = sayIn(locale);
  const nowUtcMs = clock.nowUtcMs();
  const timeZone = ground.timeZone();
  const calendar = createCalendar(timeZone);
  const text = JSON.stringify(document);
  const results = pastTests({
    say,
    calendar,
    nowUtcMs,
    timeZone,
    appVersion,
    random: createRandom(seed),
    instances: echoServersOf(say).map(({ id, name, room }) => ({
      id,
      name,
      host: new URL(room).host,
      line: lineTo(id),
    })),
    measureS,
  });
  const past = pastOf({ nowUtcMs, calendar });
  return {
    [copyName]: formatCopy({ source: host, readAtUtcMs: nowUtcMs, text }),
    'echo-results.json': JSON.stringify({ version: 1, results }),
    'history.journal': cannedJournal(coopKey(host), past),
  };
}

function feedbackOf({ clock, t, appVersion }: Ground, say: Say) {
  const builds = { faulty: '40', mended: '41' };
  const threads = threadsOf(say, { ...subjectsOf(say), builds });
  return pastFeedback(threads, {
    t,
    system: `${t('app.name')} ${appVersion}, Demo`,
    nowUtcMs: clock.nowUtcMs(),
    roomId: roomIdOf(rooms.beta),
    room: rooms.beta,
    destinationId: testersId,
    people,
  });
}
