/** The app's own monitor on its own network layer, and when it notices changes. */
import { systemClock as clock } from '../../../main/platform/clock.ts';
import { createWayOut } from '../../../main/platform/observed-net.ts';
import { createConnectedMonitor } from '../../../main/core/status/connected-monitor.ts';
import { createProbe } from '../../../main/core/status/probes/index.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';

export type Core = Readonly<{
  state: () => ConnectivityState;
  /** Those services that have this verdict now. */
  are: (verdict: Verdict, ids: readonly string[]) => readonly string[];
  /** When each check began, in ms UTC. */
  begunUtcMs: () => readonly number[];
  /** Resolves with the time in ms UTC once it holds; undefined after `limitMs`. Evaluated after each change. */
  when: (isSo: () => boolean, limitMs: number) => Promise<number | undefined>;
}>;

export function startCore(text: string): Core {
  const parsed = parseCoopDocument(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  const { pages, checks, connectivity } = createWayOut({ clock });
  const begun: number[] = [];
  const watchers = new Set<() => void>();
  const look = () => {
    for (const watcher of watchers) watcher();
  };
  const probe = createProbe({ net: checks, hear: connectivity.hear });
  const monitor = createConnectedMonitor({
    clock,
    net: pages,
    connectivity,
    probe: (asked, signal) => {
      begun.push(Date.now());
      return probe(asked, signal);
    },
    random: Math.random,
    domains: { load: async () => undefined, save: async () => undefined },
  });
  monitor.onJump(monitor.resume);
  monitor.onChanges(look);
  connectivity.onChange(look);
  monitor.setDocument(parsed.document);
  return {
    state: () => connectivity.current().state,
    are: (verdict, ids) => {
      const { records } = monitor.state();
      return ids.filter((id) => records.get(id)?.verdict === verdict);
    },
    begunUtcMs: () => begun,
    when: (isSo, limitMs) =>
      new Promise((resolve) => {
        const end = (atUtcMs: number | undefined) => {
          watchers.delete(watcher);
          cancel();
          resolve(atUtcMs);
        };
        const watcher = () => {
          if (isSo()) end(Date.now());
        };
        const cancel = clock.after(limitMs, () => end(undefined));
        watchers.add(watcher);
        watcher();
      }),
  };
}
