/** Polls the co-op's lists of links, keeps their last good copies, and remembers what the member picks. */
import { CallError } from '../../../shared/bridge.ts';
import type { LinkSource, LinksPlan } from '../../../shared/coop/link-sources.ts';
import { withArgument } from '../../../shared/links/argument.ts';
import type { LinkAnswer, LinkList, LinkMemory, Listed } from '../../../shared/links/lists.ts';
import { listedLinks, viewLink, viewSource } from '../../../shared/links/lists.ts';
import type { Pick } from '../../../shared/links/picks.ts';
import { withPick } from '../../../shared/links/picks.ts';
import { keyOfKeyword } from '../../../shared/links/shortlink.ts';
import type { LinksState, LinkView } from '../../../shared/links/state.ts';
import { firstReadMs, neverRead, withReread } from '../../../shared/net/last-good.ts';
import { pollDelayMs } from '../../../shared/retry/poll-delay.ts';
import { hourMs } from '../../../shared/time/calendar.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { TextStore } from '../../platform/files.ts';
import type { PollingDeps } from '../../platform/page-poller.ts';
import { createPagePoller } from '../../platform/page-poller.ts';
import { keyOfSource, loadLists, loadPicks, saveLists, savePicks } from './files.ts';
import type { ReadLinks } from './request.ts';

export type LinksDeps = PollingDeps &
  Readonly<{ read: ReadLinks; lists: TextStore; picks: TextStore }>;

export type Links = Readonly<{
  /** Loads the files; call once, first. */
  restore: () => Promise<void>;
  state: () => LinksState;
  setPlan: (plan: LinksPlan | undefined) => void;
  readNow: () => void;
  /** These throw CallError if there is no such link, or no such address of it. */
  addressOf: (keyword: string, argument?: string) => string;
  copyOf: (keyword: string, which: 'short' | 'long') => string;
  /** Of all sources, by keyword; the same map until a list has changed. */
  listed: () => ReadonlyMap<string, Listed>;
  picked: (id: string, typed: string) => void;
  forget: () => void;
  onChange: (listener: () => void) => () => void;
  suspend: () => void;
  resume: () => void;
  dispose: () => void;
}>;

/** Links change a few times a month; who has added one can read the list at once. */
const intervalMs = hourMs;
const maxBackoffMs = 6 * hourMs;

export function createLinks(deps: LinksDeps): Links {
  const { clock } = deps;
  const changes = createEmitter<void>();
  const memories = createMemories(deps);
  let picks: readonly Pick[] = [];

  const poller = createPagePoller<LinkSource, LinkAnswer>(deps, {
    ask: (source, signal) => deps.read(source, memories.of(source.id).copy?.etag, signal),
    stands: ({ ok }) => ok,
    take: (source, answer) => {
      if (answer) memories.take(source, answer);
      const { failures } = memories.of(source.id);
      return { aboutMs: pollDelayMs({ intervalMs, failures, maxBackoffMs }) };
    },
  });
  poller.onTurn(() => changes.emit());

  const begin = () => {
    const nowUtcMs = clock.nowUtcMs();
    poller.start(memories.sources(), ({ id }) =>
      firstReadMs(memories.of(id), intervalMs, nowUtcMs),
    );
  };
  const linkOf = (keyword: string) => {
    const link = memories.links().get(keyOfKeyword(keyword));
    if (!link) throw new CallError('bad-payload');
    return link;
  };
  const setPicks = (next: readonly Pick[]) => {
    picks = next;
    savePicks(deps.picks, picks);
    changes.emit();
  };

  return {
    restore: async () => {
      await memories.load();
      picks = await loadPicks(deps.picks);
    },
    state: () => ({
      sources: memories.sources().map((one) => viewSource(one, memories.of(one.id))),
      links: [...memories.views()],
      isReading: poller.isPolling(),
      picks: [...picks],
    }),
    setPlan: (plan) => {
      memories.setSources(plan?.sources ?? []);
      begin();
      changes.emit();
    },
    readNow: () => {
      for (const { id } of memories.sources()) poller.pollNow(id);
    },
    addressOf: (keyword, argument) => withArgument(linkOf(keyword).address, argument),
    copyOf: (keyword, which) => {
      const { short, address } = linkOf(keyword);
      const text = which === 'short' ? short : address;
      if (text === undefined) throw new CallError('bad-payload');
      return text;
    },
    listed: memories.links,
    picked: (id, typed) => setPicks(withPick(picks, { id, typed }, clock.nowUtcMs())),
    forget: () => setPicks([]),
    onChange: changes.on,
    suspend: poller.stop,
    resume: begin,
    dispose: () => {
      poller.stop();
      changes.clear();
    },
  };
}

function createMemories({ clock, lists: store }: LinksDeps) {
  let kept: ReadonlyMap<string, LinkList> = new Map();
  let sources: readonly LinkSource[] = [];
  let memories = new Map<string, LinkMemory>();
  let links: ReadonlyMap<string, Listed> = new Map();
  let views: readonly LinkView[] = [];

  const of = (id: string): LinkMemory => memories.get(id) ?? neverRead;
  const putTogether = () => {
    links = listedLinks(sources, of);
    views = [...links.values()].map(viewLink);
  };
  return {
    load: async () => {
      kept = await loadLists(store);
    },
    of,
    sources: () => sources,
    links: () => links,
    views: () => views,
    setSources: (next: readonly LinkSource[]) => {
      const known = new Map(sources.map((one) => [keyOfSource(one), of(one.id)]));
      sources = next;
      memories = new Map(
        sources.map((source) => {
          const copy = kept.get(keyOfSource(source));
          const before = copy ? { copy, failures: 0 } : neverRead;
          return [source.id, known.get(keyOfSource(source)) ?? before];
        }),
      );
      putTogether();
    },
    take: (source: LinkSource, answer: LinkAnswer) => {
      memories.set(source.id, withReread(of(source.id), answer, clock.nowUtcMs()));
      if (!answer.ok) return;
      if (!answer.unchanged) putTogether();
      const all = sources.flatMap((one) => {
        const { copy } = of(one.id);
        return copy ? [[keyOfSource(one), copy] as const] : [];
      });
      kept = new Map(all);
      saveLists(store, kept);
    },
  };
}
