import { beforeEach, describe, expect, test } from 'vitest';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import { planOf } from '../../../shared/feedback/preview.ts';
import { putBackFor } from '../../../shared/feedback/put-back.ts';
import type { Draft } from '../../../shared/feedback/state.ts';
import { createTranslate } from '../../translate.ts';
import { draft, look, plan, stage } from './composer-stage.ts';

const t = createTranslate('en');
const destination = {
  id: 'room',
  via: 'matrix',
  name: 'Beta',
  room: '#b:a.example',
  readers: 'us',
} as const;
const inRepository: DestinationPlan = {
  id: 'repo',
  via: 'github',
  name: 'Repo',
  repository: 'coop/site',
  public: false,
  labels: [],
};
const about = { what: 'service', id: 'pads', name: 'Pads' } as const;

type Part = NonNullable<ReturnType<typeof planOf>>['preview']['parts'][number];
const markedIn = (part: Part | undefined) =>
  part?.marks.map(({ start, end }) => part.shown.slice(start, end));

test('what the member has put back is sent, in the text and in what the app knows, and said so', () => {
  const plan = planOf(t, {
    id: 'a',
    draft: {
      about,
      kind: 'broken',
      text: 'I am ana@a.example and /home/ana/x is gone.',
      withDiagnostics: true,
    },
    kept: ['email ana@a.example'],
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
  expect(markedIn(message)).toEqual(['[name]']);
  expect(file?.shown).toBe('asked by [e-mail], answered to ana@a.example');
  expect(markedIn(file)).toEqual(['[e-mail]']);
});

const staged = {
  id: 'a',
  draft: {
    about: { what: 'staging', name: 'Site', build: '41 for ana@a.example' },
    kind: 'idea',
    text: 'mdp : tortue',
    withDiagnostics: true,
  },
  system: 'x',
  diagnostics: 'answered to 198.51.100.7',
  destination,
  template: undefined,
  kept: [],
} as const;

test('the build that was typed is looked through, in its title and for programs', () => {
  const [message] = planOf(t, staged)?.contents ?? [];
  expect(message?.content).toContain('Idea: Site (build 41 for [e-mail])');
  expect(message?.content).not.toContain('ana@');
  const kept = ['email ana@a.example'];
  expect(planOf(t, { ...staged, kept })?.contents[0]?.content).toContain(
    '"build":"41 for ana@a.example"',
  );
});

test('a build’s own name stays, though an address may look like it', () => {
  const about = { ...staged.draft.about, build: '31.0.2.1' };
  const plan = planOf(t, { ...staged, draft: { ...staged.draft, about } });
  expect(plan?.contents[0]?.content).toContain('"build":"31.0.2.1"');
});

test('a build that grows by what stands for it is cut, and sent', () => {
  const about = { ...staged.draft.about, build: 'pin: 1 '.repeat(11) };
  const plan = planOf(t, { ...staged, draft: { ...staged.draft, about } });
  expect(plan?.preview.redactions).toContainEqual({ kind: 'password', count: 12 });
});

test.each([
  ['a room', destination, [['[e-mail]', '[password]'], ['[IP]']]],
  ['an issue', inRepository, [['[e-mail]', '[password]', '[IP]']]],
])('whatever was taken out is marked wherever it stands, in %s', (_where, to, wanted) => {
  const parts = planOf(t, { ...staged, destination: to })?.preview.parts ?? [];
  expect(parts.map(markedIn)).toEqual(wanted);
});

test('what is put back as a name is still taken out as a password', () => {
  const draft = { ...staged.draft, text: '/home/ana/x, mdp : ana' };
  const plan = planOf(t, { ...staged, draft, kept: ['home ana'] });
  expect(plan?.preview.removals).toContainEqual({ kind: 'home', text: 'ana', kept: true });
  expect(plan?.preview.removals).toContainEqual({ kind: 'password', text: 'ana', kept: false });
  expect(plan?.contents[0]?.content).toContain('/home/ana/x, mdp : [password]');
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
  const kept = `email ${address}`;
  const putBack = async () => {
    const { destination } = await look(on.feedback, 'a', draft);
    return { ...draft, ...putBackFor(destination, [kept]) };
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
    expect(redirected?.kept).toEqual([kept]);
    expect(redirected && (await shown(redirected))).toBe(false);
  });
});
