import { expect, test } from 'vitest';
import { planOf } from '../../../shared/feedback/preview.ts';
import { createTranslate } from '../../../shared/i18n/translate.ts';

test('what the member has put back is sent, in the text and in what the app knows, and said so', () => {
  const plan = planOf(createTranslate('en'), {
    id: 'a',
    draft: {
      about: { what: 'service', id: 'pads', name: 'Pads' },
      kind: 'broken',
      text: 'I am ana@a.example and /home/ana/x is gone.',
      withDiagnostics: true,
      kept: ['ana@a.example'],
    },
    system: 'Coop Tray 0.1.0, Debian 12',
    diagnostics: 'asked by bob@a.example, answered to ana@a.example',
    destination: { id: 'room', via: 'matrix', name: 'Beta', room: '#b:a.example', readers: 'us' },
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
