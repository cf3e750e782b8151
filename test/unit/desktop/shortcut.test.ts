/** The global shortcuts: off until chosen, kept, given back, and honest about what the desktop does with them. */
import { expect, test, vi } from 'vitest';
import { createShortcut } from '../../../main/desktop/shortcut.ts';
import { createShortcuts } from '../../../main/desktop/shortcuts.ts';
import type { FileForm } from '../../../main/platform/profile-file.ts';
import { globalKeys, globalShortcuts } from '../../../shared/keyboard/global-shortcuts.ts';
import type { Route } from '../../../shared/route.ts';

type Given = Readonly<{ text?: string; isFree?: boolean; isAnswered?: boolean }>;

function stage({ text, isFree = true, isAnswered = true }: Given = {}) {
  const pressed: (() => void)[] = [];
  const register = (_keys: string, press: () => void) => {
    pressed.push(press);
    return isFree;
  };
  const keys = {
    register: vi.fn<typeof register>(register),
    unregister: vi.fn<(keys: string) => void>(),
  };
  let kept = text;
  const store = { load: async () => kept, save: async (next: string) => void (kept = next) };
  const make = () =>
    createShortcut({ keys, name: 'quickOpen', isAnswered, store, onPress: () => undefined });
  return { keys, make, shortcut: make(), press: () => pressed.at(-1)?.() };
}

test('nobody’s key is taken unless the member wants it', async () => {
  const { keys, shortcut } = stage();
  await shortcut.restore();
  expect([shortcut.state(), keys.register.mock.calls.length]).toEqual(['off', 0]);
});

test('it is taken, remembered and given back', async () => {
  const { keys, make, shortcut } = stage();
  expect(await shortcut.set(true)).toBe('on');
  const next = make();
  await next.restore();
  expect(next.state()).toBe('on');
  expect(await next.set(false)).toBe('off');
  expect(keys.unregister.mock.calls).toEqual([['CommandOrControl+Alt+K']]);
});

test('one that another program has is said to be taken, and not given back', async () => {
  const { keys, shortcut } = stage({ isFree: false, isAnswered: false });
  expect(await shortcut.set(true)).toBe('taken');
  shortcut.dispose();
  expect(keys.unregister).not.toHaveBeenCalled();
});

test('where the desktop does not answer, only a press proves that it works', async () => {
  const { keys, press, shortcut } = stage({ isAnswered: false });
  expect(await shortcut.set(true)).toBe('unproven');
  press();
  expect(shortcut.state()).toBe('on');
  shortcut.dispose();
  expect(keys.unregister).toHaveBeenCalledTimes(1);
});

test('one that is not proven is given back, too', async () => {
  const { keys, shortcut } = stage({ isAnswered: false });
  await shortcut.set(true);
  shortcut.dispose();
  expect(keys.unregister).toHaveBeenCalledTimes(1);
});

test.each(['', '{}', '{"version":2,"on":"yes"}', 'null'])(
  'a file of %j wants nothing',
  async (text) => {
    const { shortcut } = stage({ text });
    await shortcut.restore();
    expect(shortcut.state()).toBe('off');
  },
);

test('each has its own keys, its own file, and leads to its own place', async () => {
  const registered = new Map<string, () => void>();
  const files: string[] = [];
  const shown: Route[] = [];
  const file = ({ name }: FileForm) => {
    files.push(name);
    return {
      load: async () => (name === 'shortcut' ? '{"version":1,"on":true}' : undefined),
      save: async () => undefined,
      remove: async () => undefined,
      flush: () => undefined,
      dispose: () => undefined,
    };
  };
  const shortcuts = createShortcuts({
    keys: {
      register: (keys: string, press: () => void) => Boolean(registered.set(keys, press)),
      unregister: (keys: string) => void registered.delete(keys),
    },
    isAnswered: true,
    files: { file },
    goTo: (route) => void shown.push(route),
  });
  await shortcuts.restore();
  expect(globalShortcuts.map((name) => shortcuts.of[name].state())).toEqual(['on', 'off']);
  expect(await shortcuts.of.quickOpen.set(true)).toBe('on');
  expect(new Set(files).size).toBe(globalShortcuts.length);
  for (const press of registered.values()) press();
  expect(shown).toEqual([
    { page: 'feedback', write: true },
    { page: 'links', find: true },
  ]);
  shortcuts.dispose();
  expect([...registered.keys()]).toEqual([]);
});

test.each([
  [false, ['Ctrl+Alt+F', 'Ctrl+Alt+K']],
  [true, ['⌥⌘F', '⌥⌘K']],
])('the keys as keyboards have them, on macOS: %s', (onMac, keys) => {
  expect(globalShortcuts.map((name) => globalKeys(name, onMac))).toEqual(keys);
});
