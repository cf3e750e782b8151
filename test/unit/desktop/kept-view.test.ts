/** What a new window finds of the one before it. */
import { expect, test } from 'vitest';
import { createKeptView } from '../../../main/desktop/kept-view.ts';
import { fakeClock } from '../clock.ts';

const minuteMs = 60_000;

function view() {
  const clock = fakeClock();
  const kept = createKeptView(clock);
  kept.keep('scroll', '120');
  kept.keep('status.filter', '"pads"');
  return { clock, kept };
}

test('a window finds what the one before it kept last', () => {
  const { kept } = view();
  kept.keep('scroll', '80');
  kept.keep('status.filter', undefined);
  kept.leave();
  expect(kept.all()).toEqual({ scroll: '80' });
});

test.each([
  [30, 2],
  [31, 0],
])('after %i minutes away it finds %i things', (minutes, count) => {
  const { clock, kept } = view();
  kept.leave();
  clock.jump(minutes * minuteMs);
  expect(Object.keys(kept.all())).toHaveLength(count);
});

test('time spent in the window does not count as time away', () => {
  const { clock, kept } = view();
  kept.leave();
  kept.all();
  clock.jump(60 * minuteMs);
  expect(Object.keys(kept.all())).toHaveLength(2);
});

test('after a crash it finds nothing', () => {
  const { kept } = view();
  kept.forget();
  expect(kept.all()).toEqual({});
});

test('of more than two hundred things, the oldest are gone', () => {
  const { kept } = view();
  kept.keep('scroll', '80');
  for (let at = 1; at < 200; at += 1) kept.keep(`page ${at}`, '1');
  expect(Object.keys(kept.all())).toHaveLength(200);
  expect(kept.all()['status.filter']).toBeUndefined();
  expect(kept.all()['scroll']).toBe('80');
});
