/** Keeps the window responsive while hundreds of services change. */
import { expect, test } from 'vitest';
import { reusing } from '../../../renderer/app/reuse-unchanged.ts';
import { LongList } from '../../../renderer/components/LongList.tsx';
import type { ServiceView } from '../../../shared/status/view.ts';
import { serviceView, snapshotOf } from '../../fixtures/views.ts';
import { draw } from './draw.tsx';

const view = (id: string, verdict: ServiceView['verdict']) => serviceView(id, { verdict });

test('a service that has not changed stays the same object, also at another place', () => {
  const before = snapshotOf({ services: [view('a', 'up'), view('b', 'up')] });
  const next = snapshotOf({
    revision: 2,
    services: [view('b', 'up'), view('a', 'down'), view('c', 'up')],
  });
  const shared = reusing(before, structuredClone(next));
  expect(shared).toEqual(next);
  expect(shared.services[0]).toBe(before.services[1]);
  expect(shared.services[1]).not.toBe(before.services[0]);
});

const listOf = (count: number) =>
  draw(
    <LongList items={Array.from({ length: count }, (_, at) => at)} first={3} className="">
      {(item) => <li key={item}>{item}</li>}
    </LongList>,
  );

test('a long list shows its beginning and how much more there is', () => {
  expect(listOf(3)).not.toContain('button');
  expect(listOf(5).match(/<li>/g)).toHaveLength(3);
  expect(listOf(5)).toContain('Show 2 more');
});
