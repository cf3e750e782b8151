/** The watch over a small co-op with the real state machine, explanations and notification rules, and a fake clock. */
import { createExplainer } from '../../../main/status/explainer.ts';
import { createStatus } from '../../../main/status/index.ts';
import { createPlan } from '../../../main/status/plan.ts';
import { createNotifier } from '../../../main/status/notifier.ts';
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import { noticeText } from '../../../shared/i18n/sentences.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../../shared/i18n/translate.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { Observation } from '../../../shared/status/observation.ts';
import { reason } from '../../../shared/status/observation.ts';
import { fakeClock } from '../clock.ts';

export const up: Observation = { verdict: 'up', timings: { total: 5 } };
export const down: Observation = { verdict: 'down', reason: reason('refused'), timings: {} };

export function readCoop(document: object): CoopDocument {
  const parsed = parseCoopDocument(JSON.stringify({ version: 1, name: 'x', ...document }));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.document;
}

/** A service that is asked under its own id. */
export function service(id: string, more: object = {}) {
  return { id, name: id, probe: { type: 'http', url: `http://${id}` }, ...more };
}

/** Each service answers as told, every 60 s, confirmed every 10 s. The titles are those that a member reads. */
export function watch(document: CoopDocument, startUtcMs?: number) {
  const clock = fakeClock(startUtcMs);
  const answers = new Map<string, Observation>();
  const titles: string[] = [];
  const words = [createTranslate('en'), createTimes('en', 'UTC')] as const;
  let drawn = 0;
  const status = createStatus({
    clock,
    // Spread, as jitter does it, and the same at each run.
    random: () => ((drawn += 1) * 0.37) % 1,
    onJump: () => undefined,
    connectivity: {
      current: () => ({ state: 'online' }),
      confirm: () => Promise.resolve('online'),
    },
    probe: async (probe) => {
      const id = 'url' in probe ? new URL(probe.url).hostname : '';
      await new Promise<void>((resolve) => clock.after(100, resolve));
      return answers.get(id) ?? up;
    },
  });
  const plan = createPlan({ clock, onTurn: () => turn() });
  const explainer = createExplainer({
    clock,
    records: () => status.state().records,
    maintenance: plan.windows,
  });
  const notifier = createNotifier({
    clock,
    show: ({ changes, replaces }) => {
      const { title } = noticeText(...words, explainer.withCauses(changes));
      if (replaces) titles.pop();
      titles.push(title);
    },
  });
  const tell = (changes: readonly Change[]) =>
    notifier.update(explainer.sift(changes), status.state().confirming);
  let turns = 0;
  const turn = () => {
    turns += 1;
    tell([]);
    for (const id of explainer.heldBack()) status.checkNow(id);
  };
  status.onChange(({ changes }) => tell(changes));
  plan.setMaintenance(document.maintenance);
  explainer.setServices(document.services);
  status.setServices(document.services);
  return {
    clock,
    /** Titles of the notifications that were left standing, oldest first. */
    titles,
    answer: (ids: readonly string[], answer: Observation) => {
      for (const id of ids) answers.set(id, answer);
    },
    /** How often planned work began or ended. */
    turns: () => turns,
    verdict: (id: string) => status.state().records.get(id)?.verdict,
  };
}
