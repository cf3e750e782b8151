/** Templates, titles and counts as long as they may be. */
import { fillTemplate } from '../../../shared/meetings/fill-template.ts';
import { nextEvent } from '../../../shared/meetings/match.ts';
import { readTemplate, templateLimitBytes } from '../../../shared/meetings/template.ts';
import { presenceLimitBytes, readPresence } from '../../../shared/rooms/presence.ts';
import type { WorstCase, WorstCases } from './case.ts';
import { filled, list, nowUtcMs } from './case.ts';

const tokens = { date: 'aaaaaaaaaaaaaaab', title: 'aaaaaaaab', room: 'aaa' };
const fill =
  (template: string): WorstCase =>
  () =>
  () =>
    fillTemplate(template, tokens, { date: '2026-12-01', title: '\u2028'.repeat(2000), room: 'x' });
const template =
  (text: string): WorstCase =>
  () =>
  () =>
    readTemplate(text, 'https://pads.example/t', `https://pads.example/${'/login'.repeat(300)}x`);
const presence =
  (text: string): WorstCase =>
  () =>
  () =>
    readPresence(text);

const events: WorstCase = () => {
  const all = list(50, (at) => ({
    title: 'ﷺ'.repeat(1000),
    startUtcMs: nowUtcMs + at,
    endUtcMs: nowUtcMs + at + 1,
  }));
  return () => nextEvent({ name: 'Infra' }, all, nowUtcMs);
};

export const meetingCases: WorstCases = {
  'meetings: a template of tokens': fill('a'.repeat(templateLimitBytes)),
  'meetings: a template of almost tokens': fill('aaaaaaac'.repeat(templateLimitBytes / 8)),
  'meetings: blanks before a page': template(`${' '.repeat(templateLimitBytes - 6)}<html>`),
  'meetings: a template of open comments': template('<!--'.repeat(templateLimitBytes / 4)),
  'meetings: titles that grow when folded': events,
  'rooms: a file of rooms': presence(
    `[${filled(presenceLimitBytes - 2, (at) => `{"room":"r${at}","running":true,"participants":1,"atUtc":"2026-12-01T00:00:00Z"}`)}]`,
  ),
  'rooms: deep lists': presence('['.repeat(presenceLimitBytes)),
};
