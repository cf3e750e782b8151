import type { LinksState } from '../../../../shared/links/state.ts';
import type { PageStates } from '../entry.ts';
import { fails } from '../entry.ts';
import { coop, dayMs, hourMs, minuteMs, now } from '../given.ts';

const route = { page: 'links' } as const;
const source = { id: 'short', name: 'Short links', readAtUtcMs: now - hourMs, faults: [], left: 0 };
const short = { hasShort: true } as const;
const links: LinksState['links'] = [
  { keyword: 'calls', shown: 'calls.maple.example/b/maple-hall', ...short },
  { keyword: 'agenda', shown: 'pads.maple.example/agenda', ...short },
  { keyword: 'wg-template', shown: 'pads.maple.example/template-wg', ...short },
  { keyword: 'wg-infra', shown: 'pads.maple.example/infra', ...short },
  { keyword: 'wg-finance', shown: 'files.maple.example/apps/files?dir=/Finance/2026', ...short },
  { keyword: 'gh', shown: 'forge.example/maple', aliasOf: 'forge', ...short },
  { keyword: 'forge', shown: 'forge.example/maple', ...short },
  { keyword: 'issue', shown: 'forge.example/maple/issues/%s', takesArgument: true, ...short },
  { keyword: 'zoom', shown: 'zoom.example/j/5550100?pwd=…', hasSecret: true, ...short },
  { keyword: 'élection', shown: 'vote.maple.example/2026', ...short },
];
const state = (change: Partial<LinksState> = {}) => ({
  'links.get': { sources: [source], links, isReading: false, picks: [], ...change },
});
const snapshot = { coop: { ...coop, sections: [...coop.sections, 'links' as const] } };
const problem = { code: 'web-page' as const, sinceUtcMs: now - 2 * dayMs };

export const states: PageStates = {
  normal: { route, snapshot, answers: state() },
  loading: { route, snapshot },
  failed: { route, snapshot, answers: { 'links.get': fails } },
  empty: { route, snapshot, answers: state({ links: [] }) },
  'list loading': { route, snapshot, answers: state({ sources: [], links: [], isReading: true }) },
  stale: {
    route,
    snapshot,
    answers: state({
      sources: [
        {
          ...source,
          readAtUtcMs: now - 3 * dayMs,
          problem,
          faults: [
            { code: 'duplicate', line: 12, keyword: 'pads' },
            { code: 'circle', line: 40, keyword: 'loop' },
          ],
        },
      ],
    }),
  },
  offline: {
    route,
    snapshot: {
      ...snapshot,
      connectivity: { state: 'offline', sinceUtcMs: now - 5 * minuteMs },
    },
    answers: state(),
  },
  'never read': {
    route,
    snapshot,
    answers: state({
      sources: [{ id: 'short', name: 'Short links', faults: [], left: 0, problem }],
      links: [],
    }),
  },
};
