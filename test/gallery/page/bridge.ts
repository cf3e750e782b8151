/** The bridge without a main process. */
import type { Bridge } from '../../../shared/bridge.ts';
import type { CallName } from '../../../shared/ipc.ts';
import { startAt } from '../../../shared/navigation.ts';
import { snapshotOf } from '../../fixtures/views.ts';
import type { Answers, PageStates } from './entry.ts';
import { fails } from './entry.ts';
import { coop, now, services } from './given.ts';

type State = PageStates[string];

/** Replaces the preload's bridge. */
export function answerAs({
  route = { page: 'status' },
  snapshot,
  answers,
  joins,
  shows,
}: State): void {
  const all: Answers = {
    'snapshot.get': snapshotOf({
      ...(joins ? {} : { coop, services: services() }),
      appVersion: '1.0.0',
      checkedAtUtcMs: now - 20_000,
      ...snapshot,
    }),
    'window.kept': { navigation: JSON.stringify(startAt(route)) },
    'window.textSize': 100,
    'policy.sharing': 'signed-out',
    'answers.begun': '',
    'window.shortcut': 'off',
    'window.autostart': { state: 'off' },
    'feedback.similar': () => [],
    ...answers,
  };
  const bridge: Bridge = {
    call: async (name, payload) => {
      const answer: unknown = all[name as CallName];
      if (answer === fails) return { ok: false, code: 'internal' };
      if (!(name in all)) return new Promise(() => undefined);
      const value: unknown =
        typeof answer === 'function' ? (answer as (given: unknown) => unknown)(payload) : answer;
      return { ok: true, value };
    },
    on: (listener) => {
      if (shows)
        addEventListener('drawn', () => listener('show', JSON.stringify(shows)), { once: true });
      return () => undefined;
    },
  };
  Reflect.set(window, 'coopTray', bridge);
}
