/** Hints: valid parts of a document that are probably unintended. Each code has a text (`hint.CODE`). */
import type { Remedy } from '../remedy.ts';

export const hintCodes = [
  // services
  'never-checked',
  'probe-twin',
  'name-twin',
  'interval-unkind',
  'interval-ms',
  'timeout-long',
  'confirm-slow',
  'local-host',
  'fragment',
  'preset-path',
  'warn-days-long',
  'standby-same-host',
  'standby-unchecked',
  'instead-same-host',
  'parent-retired',
  'domain-twin',
  'domain-unasked',
  'domain-part',
  // expectations
  'expect-nothing',
  'expect-short',
  'expect-any-page',
  'expect-contrary',
  'expect-head',
  'expect-redirect',
  'expect-seconds',
  'expect-late',
  'expect-type',
  // the rest of the document
  'witness-none',
  'witness-one',
  'witness-own',
  'witness-local',
  'witness-twin',
  'witness-portal',
  'feed-unused',
  'feed-path',
  'contact-mute',
  'rdap-unused',
  'reference',
  'entry-twin',
  'purge',
  'calendar-secret',
  'address-open',
  'address-secret',
  'day-token',
  'template-page',
  'key-twin',
  'key-unknown',
  // live checks of the services
  'keyword-everywhere',
  'any-path-up',
  'redirect-elsewhere',
  'https-works',
] as const;
export type HintCode = (typeof hintCodes)[number];

export type Hint = Readonly<{ path: string; code: HintCode; params: Remedy['params'] }>;

export function hint(path: string, code: HintCode, params: Hint['params'] = {}): Hint {
  return { path, code, params };
}
