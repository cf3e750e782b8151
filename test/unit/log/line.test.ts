/** Lines of the log: one each, and nothing in them that somebody wrote. */
import { expect, test } from 'vitest';
import { errorFacts, lineOf } from '../../../shared/log/line.ts';

const atUtcMs = Date.UTC(2026, 10, 24, 14, 0, 0, 7);
const line = (facts: Parameters<typeof lineOf>[0]['facts'], error?: unknown) =>
  lineOf({ atUtcMs, level: 'warn', what: 'source fails', facts, error });

test('the time in UTC, the level, what happened, and the facts in their order', () => {
  expect(line({ host: 'a.example', fault: 'timeout', count: 3, ok: false, none: undefined })).toBe(
    '2026-11-24T14:00:00.007Z warn source fails host=a.example fault=timeout count=3 ok=false\n',
  );
});

test.each([
  ['a line end', 'a\n2026-11-24T14:00:00.000Z error b', 'a?2026-11-24T14:00:00.000Z?error?b'],
  ['a blank and an equals sign', 'a count=9', 'a?count?9'],
  ['letters beyond ASCII, and a direction', 'é\u202e', '??'],
  ['an endless text', 'x'.repeat(500), 'x'.repeat(120)],
])('%s in a value stays one word', (_what, value, shown) => {
  expect(line({ value })).toBe(`2026-11-24T14:00:00.007Z warn source fails value=${shown}\n`);
});

const thrown = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

/** What parsers and file systems say, and whose words those are. */
test.each<[string, unknown]>([
  ['JSON quotes what it could not read', thrown(() => JSON.parse('the PIN is 4711'))],
  ['a number that is none', thrown(() => BigInt('the PIN is 4711'))],
  ['a zone that is none', thrown(() => new Intl.DateTimeFormat('en', { timeZone: 'PIN/4711' }))],
  ['an address', new TypeError('Failed to parse URL from https://a.example/?token=4711')],
  ['a line of a calendar', new Error('invalid line (no token ";" or ":") "SUMMARY 4711"')],
  [
    'a folder',
    Object.assign(new Error("ENOENT: no such file, open '/home/4711/x'"), {
      code: 'ENOENT',
      path: '/home/4711/x',
    }),
  ],
  ['a cause', new Error('outer 4711', { cause: new Error('inner 4711') })],
  ['a message of several lines', new Error('a\n    at 4711 (secret.js:1:2)')],
  ['no error at all', 'the PIN is 4711'],
  ['a code that is a text', Object.assign(new Error('x'), { code: 'the PIN is 4711' })],
])('of an error only its kind and its place: %s', (_what, error) => {
  const text = line({}, error);
  expect(text).not.toContain('4711');
  expect(text.split('\n')).toHaveLength(2);
});

test.each([
  [
    'an installed app',
    '    at read (file:///home/ana/Coop%20Tray/app.asar/main.js:12:3)',
    'main.js:12:3',
  ],
  ['Windows', String.raw`    at read (C:\Users\Ana\app.asar\main.js:12:3)`, 'main.js:12:3'],
  ['no function', '    at /home/ana/main.js:12:3', 'main.js:12:3'],
  ['Node itself', '    at node:internal/process:95:5', 'process:95:5'],
  ['a scheme', '    at call (coop-tray://app/assets/a-Bc1.js:1:200)', 'a-Bc1.js:1:200'],
  ['without a place', '    at async Promise.all (index 0)', ''],
])('a place names no folder: %s', (_what, frame, shown) => {
  const error = Object.assign(new RangeError('x'), { stack: `RangeError: x\n${frame}` });
  expect(errorFacts(error)).toEqual({ error: 'RangeError', at: shown });
});

test('its code, and that of its cause', () => {
  const cause = Object.assign(new Error('x'), { code: 'ECONNRESET', stack: '' });
  const error = Object.assign(new Error('y', { cause }), { code: 'timeout', stack: '' });
  expect(errorFacts(error)).toEqual({
    error: 'Error',
    code: 'timeout',
    cause: 'Error',
    causeCode: 'ECONNRESET',
    at: '',
  });
});

const withValue = (name: string, value: unknown) =>
  Object.defineProperty(new Error('4711'), name, { value });

// indexzero/errs 7, winston 152: a log that fails at the error hides it.
test.each<[string, Error, string]>([
  ['a stack that was taken away', withValue('stack', undefined), ' error=Error at='],
  ['a stack of another kind', withValue('stack', [{ line: 4711 }]), ' error=Error at='],
  ['a stack that is null', withValue('stack', null), ' error=Error at='],
  ['a name that is no text', withValue('name', Symbol('4711')), ' error=unreadable'],
  [
    'a code that throws',
    Object.defineProperty(new Error('4711'), 'code', {
      get: () => {
        throw new Error('4711');
      },
    }),
    ' error=unreadable',
  ],
])('%s keeps no line from being written', (_what, error, facts) => {
  const text = line({}, error);
  expect(text.replace(/ at=\S+/, ' at=')).toContain(facts);
  expect(text).not.toContain('4711');
});
