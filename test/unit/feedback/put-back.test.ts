import { expect, test } from 'vitest';
import { planOf } from '../../../shared/feedback/preview.ts';
import { createTranslate } from '../../../shared/i18n/translate.ts';

const t = createTranslate('en');
const destination = {
  id: 'room',
  via: 'matrix',
  name: 'Beta',
  room: '#b:a.example',
  readers: 'us',
} as const;
const about = { what: 'service', id: 'pads', name: 'Pads' } as const;

test('what the member has put back is sent, in the text and in what the app knows, and said so', () => {
  const plan = planOf(t, {
    id: 'a',
    draft: {
      about,
      kind: 'broken',
      text: 'I am ana@a.example and /home/ana/x is gone.',
      withDiagnostics: true,
      kept: ['ana@a.example'],
    },
    system: 'Coop Tray 0.1.0, Debian 12',
    diagnostics: 'asked by bob@a.example, answered to ana@a.example',
    destination,
    template: undefined,
  });
  expect(plan?.preview.removals).toEqual([
    { kind: 'email', text: 'ana@a.example', kept: true },
    { kind: 'home', text: 'ana', kept: false },
    { kind: 'email', text: 'bob@a.example', kept: false },
  ]);
  expect(plan?.preview.redactions).toEqual([
    { kind: 'email', count: 1 },
    { kind: 'home', count: 1 },
  ]);
  const [message, file] = plan?.preview.parts ?? [];
  expect(message?.shown).toContain('I am ana@a.example and /home/[name]/x is gone.');
  const marked = message?.marks.map(({ start, end }) => message.shown.slice(start, end));
  expect(marked).toEqual(['[name]']);
  expect(file?.shown).toBe('asked by [e-mail], answered to ana@a.example');
});

test('a text that grows by what stands for its secrets is still one', () => {
  const text = 'pin: 1 '.repeat(2857);
  const draft = { about, kind: 'idea', text, withDiagnostics: false } as const;
  const rest = { id: 'a', system: 'x', diagnostics: undefined, destination, template: undefined };
  expect(planOf(t, { ...rest, draft })?.preview.redactions).toEqual([
    { kind: 'password', count: 2857 },
  ]);
});
