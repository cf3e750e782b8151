/** The backups page, rendered without a window: never green for what is unknown. */
import { describe, expect, test } from 'vitest';
import { summariseBackups } from '../../../shared/backups/summary.ts';
import type { BackupsState } from '../../../shared/backups/view.ts';
import type { Locale } from '../../../shared/i18n/languages.ts';
import { BackupStrip } from '../../../renderer/pages/backups/BackupStrip.tsx';
import { Backups } from '../../../renderer/pages/backups/BackupsPage.tsx';
import { restoreRequest } from '../../../renderer/pages/backups/request-text.ts';
import { Sizes } from '../../../renderer/pages/backups/Sizes.tsx';
import { TargetFacts } from '../../../renderer/pages/backups/TargetFacts.tsx';
import { backupsMenuLine } from '../../../shared/wording/backups-page.ts';
import { createTranslate } from '../../translate.ts';
import { draw, now, wordsIn } from './draw.tsx';
import { daysUntil, dayMs, everyKind, finding, hourMs, source, target } from './backups-states.ts';

const textOf = (markup: string) => markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const page = (state: BackupsState, offline = false) =>
  draw(<Backups state={state} offline={offline} onRequest={undefined} card={undefined} />);
const title = (change: Partial<BackupsState>) =>
  textOf(/<h1.*?<\/h1>/s.exec(page({ ...everyKind(now), ...change }))?.[0] ?? '').trim();
const well = (name: string) => target(name, now);
const late = target('Wiki', now, {
  state: 'bad',
  findings: [finding('late', 'bad', { dueUtcMs: now - hourMs, lastUtcMs: now - dayMs })],
});

test('a co-op without backups is offered nothing to look up or to get back', () => {
  const text = page({ targets: [], sources: [], rooms: [], reading: false });
  expect(text).toContain('settings don’t list any backups');
  expect(text).not.toContain('<button');
});

describe('the first line', () => {
  const readable = [source(now)];
  const unreadable = [...readable, source(now, { name: 'Hoster', problem: { code: 'html' } })];

  test.each<[string, Partial<BackupsState>]>([
    ['All backups are OK', { targets: [well('a'), well('b')], sources: readable }],
    ['The only backup is OK', { targets: [well('a')], sources: readable }],
    ['Wiki backup is overdue', { targets: [late, well('a')], sources: readable }],
    ['Wiki backup is overdue', { targets: [late, late, well('a')], sources: readable }],
    ['Wiki backup is overdue; no report from Hoster', { targets: [late], sources: unreadable }],
    [
      'All known backups are OK, but there’s no report from Hoster',
      { targets: [well('a'), well('b')], sources: unreadable },
    ],
    ['Backups unknown: no report from Hoster', { targets: [], sources: unreadable }],
    ['No information about backups yet', { targets: [], sources: readable }],
    ['Backups', { targets: [], sources: [source(now, { readAtUtcMs: undefined })], reading: true }],
  ])('%s', (sentence, change) => {
    expect(title(change)).toBe(sentence);
  });

  test('has a tick only where nothing is left open', () => {
    const icon = (sources: BackupsState['sources']) =>
      /data-verdict="([\w-]+)"/.exec(
        page({ ...everyKind(now), targets: [well('a')], sources }),
      )?.[1];
    expect([icon(readable), icon(unreadable)]).toEqual(['up', 'unknown']);
  });
});

test('below the title: whether the data is safe, and since when that is known', () => {
  const lead = /<header.*?<\/header><ul.*?<\/ul><p.*?<\/p>/s.exec(page(everyKind(now)))?.[0] ?? '';
  expect(textOf(lead)).toContain(
    'It isn’t certain that these could be restored: Files (Nextcloud), Wiki. These are backed up to Nov 24, 00:00, with smaller problems: Forum, Passwords (read-only copy). Everything else in this list is backed up to Nov 24, 00:00. Nothing is known yet from Healthchecks, which reports whether backups ran. Its backups aren’t in this list; what to do is further down.',
  );
  // Those that cannot be read have their own.
  expect(textOf(lead)).toContain('Updated 08:56');
});

test('the tray’s menu and Today count what is in the list, and the notes', () => {
  const markup = page(everyKind(now));
  const summary = summariseBackups(everyKind(now));
  const menu = backupsMenuLine(createTranslate('en'), summary);
  expect(menu).toBe('Backups: 1 at risk, 1 unknown, 3 need attention, 2 reports missing');
  const { bad, unknown, warning, good, unreadable } = summary;
  expect(bad + unknown + warning + good).toBe(markup.match(/<h3/g)?.length);
  expect(unreadable).toBe(markup.match(/>No report from /g)?.length);
});

test('what cannot be read comes after what needs attention, before what is well', () => {
  const text = textOf(page(everyKind(now)));
  const at = [' Not OK', 'No report from Hoster.', ' OK '].map((words) => text.lastIndexOf(words));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
});

test('the worst comes first and is open, with what to do; the others are a line each', () => {
  const text = textOf(page(everyKind(now)));
  const at = ['Passwords (Passbolt)', 'Files (Nextcloud)', 'Forum', 'Website'].map((name) =>
    text.lastIndexOf(name),
  );
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  const markup = page(everyKind(now));
  expect(markup.match(/<h2[^>]*>[^<]*/g)?.map(textOf)).toEqual([
    ' Not OK',
    ' OK',
    ' Where this comes from',
  ]);
  expect(markup.match(/<h3/g)).toHaveLength(7);
  expect(markup.match(/<details[^>]*open/g)).toHaveLength(1);
  expect(text).toContain('Ask El, Robin or Kim about Passwords (Passbolt)…');
  expect(markup).toContain('>Wiki, Needs attention<');
  expect(text).toContain('Restore never tested');
  // The large strip is a control: none before a member asks for it.
  expect(markup).not.toContain('role="slider"');
});

test('a source that cannot be read says why and how old its last good reading is', () => {
  const text = textOf(page(everyKind(now)));
  expect(text).toContain('No report from Hoster. It answers with a web page instead of data.');
  expect(text).toMatch(/Showing the state from [^.]+, 3 days ago/);
  expect(text).toContain('Whether its backups ran is unknown.');
  expect(text).toContain('Key for Healthchecks');
  expect(text).not.toContain('Key for Hoster');
  expect(text).toContain('sent to https://checks.example/api and nowhere else');
});

test('whoever is offline is told that all this is from before', () => {
  expect(textOf(page(everyKind(now), true))).toContain(
    'You’re offline. This is the last known state.',
  );
});

describe('a strip', () => {
  const strip = (change: Parameters<typeof daysUntil>[1]) =>
    draw(<BackupStrip target={target('Wiki', now, { days: daysUntil(now, change) })} />);

  test('tells the newest trouble with its reason, without a pointer', () => {
    const markup = strip({
      2: { state: 'failed', error: 'No space left', sizeBytes: undefined },
      40: { state: 'missing', sizeBytes: undefined },
    });
    expect(textOf(markup)).toMatch(/88 OK, 1 failed, 1 missing/);
    expect(textOf(markup)).toMatch(/backup failed\. Message: No space left/);
    expect(markup).toMatch(/aria-valuetext="[^"]*backup failed/);
    expect(markup.match(/tabindex="0"/g)).toHaveLength(1);
  });

  test('of which nothing is known is no strip of dashes, but a sentence', () => {
    const days = daysUntil(now).map(({ day }) => ({ day, state: 'unknown' as const }));
    const markup = draw(<BackupStrip target={target('Wiki', now, { days })} />);
    expect(textOf(markup)).toContain('Single days aren’t reported.');
    expect(markup).not.toContain('role="slider"');
  });
});

describe('the facts', () => {
  const facts = (change: Parameters<typeof target>[2], locale: Locale = 'en') =>
    textOf(draw(<TargetFacts target={target('Wiki', now, change)} />, locale));

  test('say what is held of what is wanted, who tried to restore, and what was found there', () => {
    const text = facts({ retention: { wantedDays: 90, heldDays: 88 } });
    expect(text).toContain('History Goes back 88 days (90 required) Damage');
    expect(text).toMatch(/Worked on [^·]* by El · took 12 min · 40 passwords open/);
    expect(text).toMatch(/Damage check OK on/);
    expect(text).not.toContain('Standby');
  });

  test('name the days without a backup that are within the history', () => {
    const findings = [finding('missing-days', 'warning', { count: 3, day: '2026-11-23' })];
    expect(facts({ findings })).toContain(
      'Goes back 90 days (90 required) 3 days without a backup',
    );
  });

  test('say in words what is not told, never as 0', () => {
    const silent = {
      lastSuccessUtcMs: undefined,
      nextExpectedUtcMs: undefined,
      retention: { wantedDays: 90 },
      check: undefined,
      drill: undefined,
      sizeBytes: undefined,
      standby: {},
    };
    const text = facts(silent);
    expect(text.match(/Not reported/g)).toHaveLength(6);
    expect(text).not.toMatch(/\b0\b/);
    expect(facts({ ...silent, findings: [finding('drill-never')] })).toContain(
      'Restore test Never',
    );
    expect(facts(silent, 'fr').match(/Non indiqué/g)).toHaveLength(6);
  });

  test('say that the next one is overdue, and how old the standby is', () => {
    const nextExpectedUtcMs = now - hourMs;
    expect(facts({ nextExpectedUtcMs })).toMatch(/due [\d:]+|due \w+ \d+,/i);
    // Since when is the finding's to say: a second date could be another one.
    const findings = [finding('late', 'bad', { dueUtcMs: now - dayMs })];
    expect(facts({ nextExpectedUtcMs, findings })).toContain('Next backup Overdue History');
    const standby = { restoredFromUtcMs: now - 6 * dayMs };
    expect(facts({ standby })).toContain('6 days ago');
    expect(facts({ standby: { ...standby, reachable: false } })).toContain('Can’t be reached');
  });
});

test('sizes are drawn where at least two are known', () => {
  const days = daysUntil(now);
  const [first, ...rest] = days;
  const one = [first, ...rest.map(({ day, state }) => ({ day, state }))].filter((day) => !!day);
  const drawn = (some: typeof days) => textOf(draw(<Sizes days={some} />));
  expect(drawn(days)).toMatch(/Now 5\.\d+ GB; between 4\.2 GB and 5\.\d+ GB/);
  expect(drawn(one)).toBe('');
});

test('a request names the backup and its newest good copy', () => {
  const { text } = restoreRequest(wordsIn('en'), well('Wiki'), now);
  expect(text).toContain('the backup “Wiki”');
  expect(text).toMatch(/Newest good backup: .*\d\d:\d\d$/);
});
