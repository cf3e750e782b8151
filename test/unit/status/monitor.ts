/** The monitor of a small co-op with the real state machine, explanations and notification rules, and a fake clock. */
import { NetError } from '../../../main/platform/net/error.ts';
import { createNotifier } from '../../../main/core/notifications/notifier.ts';
import { createMonitor } from '../../../main/core/status/monitor.ts';
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import { noticeText } from '../../../shared/wording/sentences.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';

export const up: Observation = { verdict: 'up', timings: { total: 5 } };
export const down: Observation = { verdict: 'down', reason: reason('refused'), timings: {} };

export function readCoop(document: object): CoopDocument {
  const parsed = parseCoopDocument(JSON.stringify({ version: 1, name: 'x', ...document }));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.document;
}

/** A service that is checked under its own id. */
export function service(id: string, more: object = {}) {
  return { id, name: id, probe: { type: 'http', url: `http://${id}` }, ...more };
}

/** Each service answers as set, checked every 60 s, confirmed every 10 s. Titles are those that a member reads. */
export function watch(document: CoopDocument, startUtcMs?: number) {
  const clock = fakeClock(startUtcMs);
  const answers = new Map<string, Observation>();
  const titles: string[] = [];
  const words = [createTranslate('en'), createTimes('en', 'UTC')] as const;
  let drawn = 0;
  let drawings = 0;
  const whole = createMonitor({
    clock,
    // Spread like random numbers, and the same in each run.
    random: () => ((drawn += 1) * 0.37) % 1,
    connectivity: {
      current: () => ({ state: 'online', sinceUtcMs: 0 }),
      confirm: () => Promise.resolve('online'),
    },
    net: {
      within: () => Promise.reject(new Error('unused')),
      connect: () => Promise.reject(new Error('unused')),
      request: () => Promise.reject(new NetError(reason('refused'))),
    },
    domains: { load: async () => undefined, save: async () => undefined },
    probe: async (probe) => {
      const id = 'url' in probe ? new URL(probe.url).hostname : '';
      await new Promise<void>((resolve) => clock.after(100, resolve));
      return answers.get(id) ?? up;
    },
  });
  const notifier = createNotifier({
    clock,
    policy: { admit: (changes) => changes },
    show: ({ changes, replaces }) => {
      const { title } = noticeText(...words, whole.explain(changes));
      if (replaces) titles.pop();
      titles.push(title);
    },
  });
  whole.onChanges(({ changes, visible }) => {
    notifier.update(changes, whole.state().confirming);
    if (visible) drawings += 1;
  });
  whole.setDocument(document);
  return {
    clock,
    /** Titles of the notifications still shown, oldest first. */
    titles,
    answer: (ids: readonly string[], answer: Observation) => {
      for (const id of ids) answers.set(id, answer);
    },
    /** How often the window had an update. */
    drawings: () => drawings,
    verdict: (id: string) => whole.state().records.get(id)?.verdict,
    view: (id: string) => whole.views().find((one) => one.id === id),
  };
}
