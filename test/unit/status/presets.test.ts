/** What presets accept as up: the software's own answers, and nothing that another page may answer. */
import { describe, expect, test } from 'vitest';
import type { PresetName } from '../../../shared/coop/preset-names.ts';
import { presets } from '../../../shared/coop/presets.ts';
import { presetNames } from '../../../shared/coop/preset-names.ts';
import type { AnswerFacts } from '../../../shared/status/expect.ts';
import { judgeAnswer } from '../../../shared/status/expect.ts';

type Answer = Readonly<{ status?: number; type?: string; body?: string; location?: string }>;

const url = 'https://service.example/path';
const verdictOf = (name: PresetName, said: Answer) => {
  const { status = 200, type = 'text/html; charset=utf-8', body = '', location } = said;
  const facts: AnswerFacts = {
    url,
    status,
    headers: { 'content-type': type, location },
    body,
    firstByteMs: 10,
    followedRedirects: presets[name].followRedirects ?? true,
  };
  return judgeAnswer(facts, presets[name].expect, 0).verdict;
};
const json = (value: unknown): Answer => ({
  type: 'application/json',
  body: JSON.stringify(value),
});
const text = (body: string): Answer => ({ type: 'text/plain', body });
const xml = (body: string): Answer => ({ type: 'text/xml;charset=UTF-8', body });

const nextcloud = {
  installed: true,
  maintenance: false,
  needsDbUpgrade: false,
  version: '31.0.8.1',
};

describe('well is', () => {
  test.each<[PresetName, Answer]>([
    ['matrix-client', json({ versions: ['r0.6.1', 'v1.15'], unstable_features: {} })],
    ['synapse', text('OK')],
    ['bbb-api', xml('<response><returncode>SUCCESS</returncode><version>2.0</version></response>')],
    ['greenlight', text('success')],
    ['passbolt', json({ header: { status: 'success' }, body: 'OK' })],
    ['hedgedoc', json({ ready: true })],
    ['codimd', json({ onlineNotes: 0, onlineUsers: 0 })],
    ['nextcloud', json(nextcloud)],
    ['discourse', text('ok')],
    ['shortlinks', { status: 302, location: 'https://calls.example/rooms/main' }],
    ['shortlinks', { status: 301, location: 'https://calls.example/' }],
  ])('%s: %o', (name, said) => {
    expect(verdictOf(name, said)).toBe('up');
  });
});

const page = (title: string, words: string): Answer => ({
  body: `<!doctype html><html><head><title>${title}</title></head><body>${words}</body></html>`,
});

/** Successful answers that no service of a preset gives. */
const others: readonly (readonly [string, Answer])[] = [
  ['a page that is sorry', page('Sorry', 'The forum is broken. Look at the cookbook.')],
  ['a hoster', page('Congratulations', 'Your site has been set up successfully. SUCCESS! OK!')],
  ['a page in work', page('Maintenance', 'We will be back soon: "ready":true, "installed":true')],
  ['a login', page('Sign in', 'Sign in to continue to status.json, token ok')],
  ['the front page of an app', page('App', '<div id="root"></div>')],
  ['a lesson', page('BigBlueButton', '<returncode>SUCCESS</returncode> onlineNotes')],
  ['a text', text('unhealthy: not OK, no success')],
  ['a list of texts', text('ok\nok\nfailed')],
  ['nothing', {}],
  ['another API', json({ status: 'ok', success: true, healthy: true })],
  ['an API with a fault', json({ error: 'ok', body: 'NOT OK', ready: 'true', versions: [] })],
  ['data of another kind', json({ versions: 'none', onlineNotes: null, ready: 1, body: ['OK'] })],
  ['an upgrade to https', { status: 301, location: url }],
  ['its own front page', { status: 302, location: 'https://service.example/' }],
  ['its own login', { status: 302, location: '/login?next=/path' }],
];

describe.each(presetNames)('%s is not', (name) => {
  test.each(others)('%s', (_what, said) => {
    expect(verdictOf(name, said)).toBe('down');
  });
});

test.each<[PresetName, Answer, string]>([
  ['synapse', text('UNHEALTHY: NOT OK'), 'down'],
  ['greenlight', text('Health Check Failure: unsuccessful: no success'), 'down'],
  ['discourse', text('shutting down, ok'), 'down'],
  ['bbb-api', xml('<response><returncode>FAILED</returncode></response>'), 'down'],
  ['hedgedoc', json({ ready: false }), 'down'],
  ['nextcloud', json({ ...nextcloud, maintenance: true }), 'maintenance'],
  ['nextcloud', json({ ...nextcloud, needsDbUpgrade: true }), 'degraded'],
  ['nextcloud', json({ ...nextcloud, installed: false }), 'down'],
])('%s, %o: %s', (name, said, verdict) => {
  expect(verdictOf(name, said)).toBe(verdict);
});
