/** Checks where links lead, when a member asks for it. */
import { hostOf } from '../../../shared/coop/web.ts';
import { defined } from '../../../shared/defined.ts';
import type { LinkCheck, LinkChecksState } from '../../../shared/links/checks.ts';
import { dueUtcMs, mayBeAsked, viewCheck } from '../../../shared/links/checks.ts';
import type { Listed } from '../../../shared/links/lists.ts';
import { grouped } from '../../../shared/lists/grouped.ts';
import type { Clock } from '../../platform/clock.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { TextStore } from '../../platform/files.ts';
import type { AskPage } from './ask-page.ts';
import { createCheckResults } from './check-results.ts';
import type { SameLinks } from './check-queue.ts';
import type { CheckRunDeps } from './check-run.ts';
import { createCheckRun } from './check-run.ts';

export type LinkChecksDeps = Readonly<{
  clock: Clock;
  ask: AskPage;
  connectivity: CheckRunDeps['connectivity'];
  store: TextStore;
}>;

export type LinkChecks = Readonly<{
  /** Loads the file; call once, first. */
  restore: () => Promise<void>;
  /** `bases`: where the short addresses of the co-op begin. */
  setLinks: (links: Iterable<Listed>, bases: readonly string[]) => void;
  state: () => LinkChecksState;
  /** Asks for the pages of all links that are due. */
  start: () => void;
  stop: () => void;
  onChange: (listener: () => void) => () => void;
  suspend: () => void;
  resume: () => void;
  /** Saves the last results before the app quits; undefined if they are saved. */
  leave: () => Promise<void> | undefined;
  dispose: () => void;
}>;

export function createLinkChecks(deps: LinkChecksDeps): LinkChecks {
  const { clock } = deps;
  const changes = createEmitter<void>();
  const results = createCheckResults(deps);
  let shorteners: readonly (string | undefined)[] = [];
  let askable: readonly Listed[] = [];
  let unasked = 0;
  const run = createCheckRun({
    ...deps,
    results,
    readsPage: (address) => shorteners.includes(hostOf(address)),
    onChange: changes.emit,
  });

  const dueLinks = () => {
    const nowUtcMs = clock.nowUtcMs();
    return askable.filter((link) => {
      const check = results.of(link);
      return !check || dueUtcMs(check, nowUtcMs) <= nowUtcMs;
    });
  };
  const checksOf = (): readonly LinkCheck[] => askable.flatMap((link) => results.of(link) ?? []);
  return {
    restore: results.restore,
    setLinks: (links, bases) => {
      const all = [...links];
      shorteners = bases.map(hostOf);
      askable = all.filter(({ address }) => mayBeAsked(address));
      unasked = all.length - askable.length;
      changes.emit();
    },
    state: () => {
      const checks = checksOf();
      const due = dueLinks().length;
      const nowUtcMs = clock.nowUtcMs();
      const next = checks.map((check) => dueUtcMs(check, nowUtcMs));
      return {
        checks: checks.map(viewCheck),
        due,
        unasked,
        ...defined({
          dueAtUtcMs: due === 0 && next.length > 0 ? Math.min(...next) : undefined,
          freeAtUtcMs: results.freeAtUtcMs(),
          run: run.progress(),
        }),
      };
    },
    start: () => run.start(sameLinks(dueLinks())),
    stop: run.stop,
    onChange: changes.on,
    suspend: run.suspend,
    resume: run.resume,
    leave: results.leave,
    dispose: () => {
      run.suspend();
      changes.clear();
    },
  };
}

function sameLinks(links: readonly Listed[]): readonly SameLinks[] {
  const groups = grouped(links, ({ address }) => address).values();
  return [...groups].flatMap(([first, ...others]): readonly SameLinks[] =>
    first ? [[first, ...others]] : [],
  );
}
