/** Long work is split into short steps, with the same result. */
import { expect, test } from 'vitest';
import { readers } from '../../../shared/backups/readers/index.ts';
import { readingNames } from '../../../shared/backups/readers/snapshot-names.ts';
import type { BackupSource } from '../../../shared/coop/backups.ts';
import { parseCoopDocument, parsing } from '../../../shared/coop/parse.ts';
import { parseReport, parsingReport, reportOf } from '../../../shared/echo/report.ts';
import type { Steps } from '../../../shared/steps.ts';
import { result } from '../echo/figures.ts';
import { calendarSteps, manySeries } from './calendar-steps.ts';
import { filled, list, mib, nowUtcMs } from './case.ts';
import { stepMs } from './limits.ts';
import { slownessNow } from './slowness.ts';
import { walked } from './walked.ts';

/** The best of this many runs counts: the first also compiles the code. */
const tries = 4;

const source: BackupSource = {
  id: 's',
  name: 'S',
  kind: 'snapshot-names',
  url: 'https://x.example/',
  intervalS: 60,
  auth: 'none',
  drillDays: 100,
};
const names = (text: string) => ({
  begin: () => readingNames(text, source),
  whole: () => readers['snapshot-names'](text, source, nowUtcMs),
});
const name = (at: number) => `t/a${at % 100}@auto-20${10 + (at % 16)}-11-${10 + (at % 20)}_03-00`;

const document = JSON.stringify({
  version: 1,
  name: 'x',
  services: list(5000, (at) => ({
    id: `s${at}`,
    name: `S ${at}`,
    parent: `s${(at + 1) % 5000}`,
    probe: { type: 'http', url: `https://s${at}.example/` },
  })),
});
const report = JSON.stringify(
  reportOf(
    list(500, (at) => result({ id: `r${at}`, place: `at 10.0.0.${at % 256}, in the kitchen` })),
    { app: 'a', atUtcMs: nowUtcMs },
  ),
);
const room = 4 * mib - 1000;

test.each<[string, Readonly<{ begin: () => Steps<unknown>; whole: () => unknown }>]>([
  [
    'a document of as many services as there may be',
    { begin: () => parsing(document, 'en'), whole: () => parseCoopDocument(document) },
  ],
  [
    'a report of as many results as there may be',
    { begin: () => parsingReport(report), whole: () => parseReport(report) },
  ],
  ['a listing of names', names(filled(room, name).replaceAll(',', '\n'))],
  ['a listing of names on one line', names(filled(room, name))],
  ['a listing of empty lines', names('\n'.repeat(room))],
  ['a page of links', names(`<p>${filled(room, (at) => `<a href="${name(at)}">`)}`)],
  ['a page of links to other things', names(`<p>${filled(room, () => '<a href="x">')}`)],
  ['a calendar of as many series as there may be', calendarSteps(manySeries)],
])('%s', async (_what, { begin, whole }) => {
  const walks = [];
  for (let at = 0; at < tries; at += 1) walks.push(await walked(begin));
  expect(walks[0]?.value).toEqual(whole());
  const longestMs = Math.min(...walks.map((one) => one.longestMs));
  expect(longestMs / slownessNow()).toBeLessThan(stepMs);
});
