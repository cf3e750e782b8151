import type { LinkChecksState } from '../../../../shared/links/checks.ts';
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
  'links.checks': { checks: [], due: 9, unasked: 1 },
});
const checkedAt = { atUtcMs: now - hourMs };
const checks = {
  checks: [
    { keyword: 'calls', verdict: 'works', ...checkedAt },
    { keyword: 'agenda', verdict: 'works', ...checkedAt },
    { keyword: 'wg-template', verdict: 'dead', why: 'not-found', status: 404, ...checkedAt },
    { keyword: 'wg-infra', verdict: 'sign-in', ...checkedAt },
    { keyword: 'forge', verdict: 'hidden', why: 'not-shown', status: 404, ...checkedAt },
    { keyword: 'zoom', verdict: 'unclear', why: 'guard', status: 403, ...checkedAt },
  ],
  due: 3,
  unasked: 1,
} satisfies LinkChecksState;
const snapshot = { coop: { ...coop, sections: [...coop.sections, 'links' as const] } };
const problem = { code: 'web-page' as const, sinceUtcMs: now - 2 * dayMs };

export const states: PageStates = {
  normal: { route, snapshot, answers: state() },
  checked: { route, snapshot, answers: { ...state(), 'links.checks': checks } },
  checking: {
    route,
    snapshot,
    answers: { ...state(), 'links.checks': { ...checks, run: { done: 3, total: 9 } } },
  },
  find: { route, shows: { ...route, find: true }, snapshot, answers: state() },
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
