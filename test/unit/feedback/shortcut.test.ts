import { expect, test, vi } from 'vitest';
import { createShortcut } from '../../../main/desktop/shortcut.ts';

function stage(text?: string, isFree = true) {
  const keys = { register: vi.fn<() => boolean>(() => isFree), unregister: vi.fn<() => void>() };
  let kept = text;
  const store = { load: async () => kept, save: async (next: string) => void (kept = next) };
  return { keys, store, shortcut: createShortcut({ keys, store, onPress: () => undefined }) };
}

test('nobody’s key is taken unless the member wants it', async () => {
  const { keys, shortcut } = stage();
  await shortcut.restore();
  expect([shortcut.state(), keys.register.mock.calls.length]).toEqual(['off', 0]);
});

test('it is taken, remembered and given back', async () => {
  const { keys, store, shortcut } = stage();
  expect(await shortcut.set(true)).toBe('on');
  const next = createShortcut({ keys, store, onPress: () => undefined });
  await next.restore();
  expect(next.state()).toBe('on');
  expect(await next.set(false)).toBe('off');
  expect(keys.unregister).toHaveBeenCalledTimes(1);
});

test('one that another program has is said to be taken, and not given back', async () => {
  const { keys, shortcut } = stage(undefined, false);
  expect(await shortcut.set(true)).toBe('taken');
  shortcut.dispose();
  expect(keys.unregister).not.toHaveBeenCalled();
});

test.each(['', '{}', '{"version":2,"on":"yes"}', 'null'])(
  'a file of %j wants nothing',
  async (text) => {
    const { shortcut } = stage(text);
    await shortcut.restore();
    expect(shortcut.state()).toBe('off');
  },
);
