import { expect, test, vi } from 'vitest';
import { createTextSizes } from '../../../main/desktop/text-size.ts';
import { actionOfInput, windowActions } from '../../../main/desktop/window-keys.ts';

function stage(text?: string) {
  let kept = text;
  const store = { load: async () => kept, save: async (next: string) => void (kept = next) };
  const onChange = vi.fn<(size: number) => void>();
  const sizes = createTextSizes({ store, onChange });
  return { store, sizes, changes: () => onChange.mock.calls.map(([size]) => size) };
}

test('it is the usual one at first', async () => {
  const { sizes, changes } = stage();
  await sizes.restore();
  expect([sizes.size(), changes()]).toEqual([100, []]);
});

test('it is changed step by step, and remembered', async () => {
  const { store, sizes, changes } = stage();
  sizes.step(1);
  sizes.step(1);
  sizes.step(-1);
  expect(changes()).toEqual([110, 125, 110]);
  const next = createTextSizes({ store, onChange: () => undefined });
  await next.restore();
  expect(next.size()).toBe(110);
});

test('what is left as it is changes nothing', () => {
  const { sizes, changes } = stage();
  sizes.step(-1);
  sizes.set(100);
  expect(changes()).toEqual([]);
});

test.each(['', '{}', '{"version":1,"size":101}', 'null'])('a file of %j is none', async (text) => {
  const { sizes } = stage(text);
  await sizes.restore();
  expect(sizes.size()).toBe(100);
});

const input = {
  type: 'keyDown' as const,
  key: '+',
  code: 'NumpadAdd',
  control: true,
  alt: false,
  shift: false,
  meta: false,
};

test('keys of the window are caught before the page, once', () => {
  const { sizes } = stage();
  const done: string[] = [];
  const actions = windowActions({
    textSizes: sizes,
    hide: () => done.push('hide'),
    quit: () => done.push('quit'),
  });
  const press = (more: Partial<typeof input>, type: 'keyDown' | 'keyUp' = 'keyDown') =>
    actionOfInput(actions, { ...input, ...more, type }, false)?.();
  press({});
  press({}, 'keyUp');
  expect(sizes.size()).toBe(110);
  press({ key: '0', code: 'Digit0' });
  expect(sizes.size()).toBe(100);
  press({ key: 'w' });
  press({ key: 'q' });
  press({ key: 'q', control: false });
  expect(done).toEqual(['hide', 'quit']);
});

test('keys of the page are left to it', () => {
  const { sizes } = stage();
  const none = () => undefined;
  const actions = windowActions({ textSizes: sizes, hide: none, quit: none });
  for (const key of ['f', '1', 'r', 'x']) {
    expect(actionOfInput(actions, { ...input, key, code: '' }, false)).toBeUndefined();
  }
});
