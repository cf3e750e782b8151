/** The rail in a DOM: the current page stays in sight where its list is a line. */
import { act } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Rail } from '../../../renderer/app/Rail.tsx';
import { coopView, snapshotOf } from '../../fixtures/views.ts';
import { show } from './dom.tsx';
import { fakeBridge } from './fake-bridge.ts';

test('a window that becomes narrow keeps the current page in sight', () => {
  fakeBridge({});
  const seen: (string | undefined)[] = [];
  const scroll = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function note(
    this: Element,
  ) {
    seen.push((this as HTMLElement).dataset['page']);
  });
  const { unmount } = show(
    <Rail snapshot={snapshotOf()} coop={coopView()} route={{ page: 'settings' }} go={() => {}} />,
  );
  expect(seen.splice(0)).toContain('settings');
  const resize = () => {
    act(() => void window.dispatchEvent(new Event('resize')));
    return seen.splice(0);
  };
  expect(resize()).toEqual(['settings']);
  unmount();
  expect(resize()).toEqual([]);
  scroll.mockRestore();
});
