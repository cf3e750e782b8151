import { beforeEach, describe, expect, test } from 'vitest';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import { planOf } from '../../../shared/feedback/preview.ts';
import { putBackFor } from '../../../shared/feedback/put-back.ts';
import type { Draft } from '../../../shared/feedback/state.ts';
import { createTranslate } from '../../../shared/i18n/translate.ts';
import { draft, look, plan, stage } from './composer-stage.ts';

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
    },
    kept: ['ana@a.example'],
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
  const rest = {
    id: 'a',
    system: 'x',
    diagnostics: undefined,
    destination,
    template: undefined,
    kept: [],
  };
  expect(planOf(t, { ...rest, draft })?.preview.redactions).toEqual([
    { kind: 'password', count: 2857 },
  ]);
});

describe('what the member has put back', () => {
  let on: ReturnType<typeof stage>;
  beforeEach(() => {
    on = stage();
  });
  const [room, repo] = plan.destinations as [DestinationPlan, DestinationPlan];
  const moved = { ...room, room: '#all:a.example' } as DestinationPlan;
  const address = 'ana@a.example';
  const putBack = async () => {
    const { destination } = await look(on.feedback, 'a', draft);
    return { ...draft, ...putBackFor(destination, [address]) };
  };
  const shown = async (it: Draft) =>
    (await look(on.feedback, 'a', it)).parts.some((part) => part.shown.includes(address));

  test('is sent to those for whom they did, also once the draft is taken up again', async () => {
    const it = await putBack();
    expect(await shown(it)).toBe(true);
    on.feedback.setPlan({ ...plan }, undefined);
    expect(await shown(it)).toBe(true);
  });

  test.each<[string, readonly DestinationPlan[], Partial<Draft>]>([
    ['to a place they choose later', [room, repo], { destinationId: 'repo' }],
    ['where the document names another room', [moved, repo], {}],
    ['where the document names other readers', [{ ...room, readers: 'everybody' }, repo], {}],
    ['where the document names no such place', [repo], {}],
    ['of an older version, which did not note for whom', [room, repo], { keptFor: '' }],
  ])('is not sent %s', async (_what, destinations, change) => {
    const it = await putBack();
    on.feedback.setPlan({ ...plan, destinations: [...destinations] }, undefined);
    expect(await shown({ ...it, ...change })).toBe(false);
  });

  test('is not sent once the repository turns out to be public', async () => {
    const destinations = [{ ...repo, public: false } as DestinationPlan];
    on.feedback.setPlan({ ...plan, destinations }, undefined);
    const it = await putBack();
    expect(await shown(it)).toBe(true);
    on.world.facts = { public: 'yes' };
    expect(await shown(it)).toBe(false);
  });

  test('does not go along when what could not be sent becomes a draft for another place', async () => {
    const shownFirst = await look(on.feedback, 'a', await putBack());
    on.world.up = false;
    await on.feedback.send('a', shownFirst.digest);
    await on.sent();
    const next = await on.feedback.redirect('a', 'repo');
    const redirected = on.feedback.state().items.find(({ id }) => id === next)?.draft;
    expect(redirected?.kept).toEqual([address]);
    expect(redirected && (await shown(redirected))).toBe(false);
  });
});
