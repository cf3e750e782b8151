/** What becomes of a later start of the app, and of a link while the app still starts. */
import { expect, test } from 'vitest';
import type { OpenRequest } from '../../main/open-again.ts';
import { createOpenAgain, handedOverIn } from '../../main/open-again.ts';
import type { Coop } from '../../main/core/directory/index.ts';
import type { Route } from '../../shared/route.ts';
import { fakeClock } from './clock.ts';

type Done = Route | 'window';

function stage(source?: string) {
  const clock = fakeClock();
  const done: Done[] = [];
  let current = source === undefined ? undefined : ({ source } as Coop);
  let restore = () => {};
  const restored = new Promise<void>((resolve) => (restore = resolve));
  const open = createOpenAgain({
    core: { directory: { current: () => current } as never },
    desktop: {
      navigator: { goTo: (route) => done.push(route), drawn: () => {} },
      window: { show: () => done.push('window') } as never,
    },
    restored,
    clock,
  });
  return {
    clock,
    done,
    open,
    restore: (to?: string) => {
      if (to !== undefined) current = { source: to } as Coop;
      restore();
    },
  };
}

test.each<[string, string | undefined, OpenRequest, readonly Done[]]>([
  ['a plain one', 'hypha.coop', {}, ['window']],
  ['one of a login', 'hypha.coop', { hidden: true }, []],
  ['one of a login without a co-op', undefined, { hidden: true }, []],
  ['one with the same co-op', 'hypha.coop', { coop: 'hypha.coop' }, ['window']],
  ['one with the same, as others write it', 'hypha.coop', { coop: 'HYPHA.coop' }, ['window']],
  ['one with its whole address', 'hypha.coop', { coop: 'https://hypha.coop' }, ['window']],
  ['one with another', 'hypha.coop', { coop: 'a.coop' }, [{ page: 'settings', moveTo: 'a.coop' }]],
  ['one with the first', undefined, { coop: 'a.coop' }, [{ page: 'join', source: 'a.coop' }]],
  [
    'one with another, of a login',
    'hypha.coop',
    { coop: 'a.coop', hidden: true },
    [{ page: 'settings', moveTo: 'a.coop' }],
  ],
])('a second start, %s', (_what, source, request, expected) => {
  const { done, open } = stage(source);
  open({ folder: '/', ...request });
  expect(done).toEqual(expected);
});

test('a link waits until the co-op of the previous run is known: another one is asked about', async () => {
  const { clock, done, open, restore } = stage();
  open({ link: 'cooptray:join?coop=maple.example' });
  await clock.pass(500);
  expect(done).toEqual([]);
  restore('hypha.coop');
  await clock.pass(0);
  expect(done).toEqual([{ page: 'settings', join: 'maple.example' }]);
});

test.each<[string, unknown, readonly Done[]]>([
  [
    'the flags of another',
    { show: true, coop: 'a.coop' },
    [{ page: 'settings', moveTo: 'a.coop' }],
  ],
  ['those of a login', { show: false, hidden: true }, []],
  ['nothing', undefined, ['window']],
  ['a co-op that is no text', { coop: 7 }, ['window']],
  ['a co-op without end', { coop: 'a'.repeat(100_000) }, ['window']],
  ['the same at a login', { hidden: true, coop: 'a'.repeat(100_000) }, []],
  ['a link that is no text', { link: ['cooptray:open'] }, ['window']],
  ['a folder', { folder: '/tmp', coop: './a.json' }, [{ page: 'settings', moveTo: '/a.json' }]],
])('a second start that hands over %s', (_what, data, expected) => {
  const { done, open } = stage('hypha.coop');
  open({ folder: '/', ...handedOverIn(data) });
  expect(done).toEqual(expected);
});
