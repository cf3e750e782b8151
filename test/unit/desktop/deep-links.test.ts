/** What a link does: a page, a question, or nothing. */
import { expect, test } from 'vitest';
import { createDeepLinks } from '../../../main/desktop/deep-links.ts';
import type { Route } from '../../../shared/route.ts';
import { fakeClock } from '../clock.ts';

function follower(source?: string) {
  const clock = fakeClock();
  const done: (Route | 'window')[] = [];
  const follow = createDeepLinks({
    clock,
    source: () => source,
    goTo: (route) => done.push(route),
    show: () => done.push('window'),
  });
  return { clock, done, follow };
}

test.each<[string, string | undefined, string, readonly (Route | 'window')[]]>([
  ['a service', 'hypha.coop', 'cooptray:service/pads', [{ page: 'status', serviceId: 'pads' }]],
  ['a page', 'hypha.coop', 'cooptray:open/emergency', [{ page: 'emergency' }]],
  ['a page without a co-op', undefined, 'cooptray:open/emergency', ['window']],
  ['a service without a co-op', undefined, 'cooptray:service/pads', ['window']],
  [
    'another co-op is asked about',
    'hypha.coop',
    'cooptray:join?coop=maple.example',
    [{ page: 'settings', join: 'maple.example' }],
  ],
  [
    'the first co-op is filled in',
    undefined,
    'cooptray:join?coop=maple.example',
    [{ page: 'join', source: 'maple.example' }],
  ],
  ['the same co-op', 'hypha.coop', 'cooptray:join?coop=Hypha.coop', ['window']],
  [
    'the same, by its address',
    'https://hypha.coop/.well-known/coop-tray.json',
    'cooptray:join?coop=hypha.coop',
    ['window'],
  ],
  ['a refused one', 'hypha.coop', 'cooptray:quit', []],
  ['no link', 'hypha.coop', '--show', []],
])('%s', (_what, source, link, expected) => {
  const { done, follow } = follower(source);
  follow(link);
  expect(done).toEqual(expected);
});

test('a hundred links at once open one page, and refused ones take nobody’s turn', async () => {
  const { clock, done, follow } = follower('hypha.coop');
  for (let count = 0; count < 50; count += 1) follow('cooptray:nothing');
  for (let count = 0; count < 100; count += 1) follow(`cooptray:service/s${count}`);
  expect(done).toEqual([{ page: 'status', serviceId: 's0' }]);
  await clock.pass(1000);
  follow('cooptray:open/today');
  expect(done).toHaveLength(2);
});
