/** The status page's answer: it names what members cannot use. Pure. */
import type { Translate } from '../i18n/translator.ts';
import type { Verdict } from '../observation/observation.ts';
import type { Snapshot } from '../snapshot.ts';
import { causesOnly } from '../status/dependencies.ts';
import { feltVerdict } from '../status/impact.ts';
import { decidingViews } from '../status/my-services.ts';
import type { Summary } from '../status/summary.ts';
import {
  isAwaited,
  isBlind,
  isClockInTheWay,
  needsAttention,
  summarise,
  worstFirst,
} from '../status/summary.ts';
import type { ServiceView } from '../status/view.ts';
import { andMuted, summarySentence } from './sentences.ts';

export type Headline = Readonly<{
  text: string;
  /** The state whose look it has. */
  verdict: Verdict;
  /** What else is the matter, as sentences. */
  also: readonly string[];
  summary: Summary;
  /** The services that it names or counts, worst first, and the other ones in trouble; root causes only. */
  trouble: readonly ServiceView[];
  /** The one service that the text names, if it names no more. */
  only: ServiceView | undefined;
}>;

type State = Pick<Snapshot, 'services' | 'connectivity' | 'policy'>;

/** Several parts of a page ask the same of one snapshot, which takes milliseconds with hundreds of services. */
const answers = new WeakMap<
  State['services'],
  Readonly<{ t: Translate; state: Omit<State, 'services'>; headline: Headline }>
>();

export function headlineOf(t: Translate, state: State): Headline {
  const { services, connectivity, policy } = state;
  const known = answers.get(services);
  const isSame =
    known?.t === t && known.state.connectivity === connectivity && known.state.policy === policy;
  if (known && isSame) return known.headline;
  const headline = workedOut(t, state);
  answers.set(services, { t, state: { connectivity, policy }, headline });
  return headline;
}

function workedOut(t: Translate, state: State): Headline {
  const { services, connectivity, policy } = state;
  const summary = summarise(services, connectivity, policy.scope);
  // Without a connection, a note replaces the list of unknown states.
  if (isBlind(connectivity) || isClockInTheWay(summary, connectivity)) {
    const text = summarySentence(t, summary, connectivity);
    return { text, verdict: 'unknown', also: [], summary, trouble: [], only: undefined };
  }
  const trouble = causesOnly(worstFirst(services.filter(needsAttention)));
  const deciding = new Set(decidingViews(services, policy.scope.onlyStarred));
  const mine = trouble.filter((view) => deciding.has(view));
  const elsewhere = trouble.length - mine.length;
  const named = worstOf(mine);
  return {
    text: textOf(t, summary, named, state),
    verdict: summary.overall,
    also: [
      ...alsoDegraded(t, mine),
      ...(elsewhere > 0 ? [t('status.elsewhere', { count: elsewhere })] : []),
    ],
    summary,
    trouble,
    only: named.length === 1 ? named[0] : undefined,
  };
}

function textOf(
  t: Translate,
  summary: Summary,
  named: readonly ServiceView[],
  { connectivity }: State,
): string {
  const sentence = troubleSentence(t, named);
  if (sentence === undefined) return summarySentence(t, summary, connectivity);
  const { awaited } = summary;
  const text = awaited > 0 ? t('headline.awaited', { sentence, count: awaited }) : sentence;
  return andMuted(t, 'summary.muted', text, summary);
}

const namedVerdicts = ['down', 'degraded', 'unknown'] as const;

/** Those in the worst state. */
function worstOf(mine: readonly ServiceView[]): readonly ServiceView[] {
  const states = mine.map(feltVerdict);
  const worst = namedVerdicts.find((one) => states.includes(one));
  return mine.filter((_, at) => states[at] === worst);
}

/** Of services in one state; undefined if there are none. */
function troubleSentence(t: Translate, named: readonly ServiceView[]): string | undefined {
  const [first, second] = named;
  const verdict = first && namedVerdicts.find((one) => one === feltVerdict(first));
  if (!verdict) return undefined;
  const names = { first: first.name, second: second?.name ?? '' };
  return t(`headline.${verdict}`, { count: named.length, ...names });
}

function alsoDegraded(t: Translate, mine: readonly ServiceView[]): readonly string[] {
  const [first, ...others] = mine.filter(({ verdict }) => verdict === 'degraded');
  const isWorse = mine.some(({ verdict }) => verdict === 'down');
  if (!first || !isWorse) return [];
  return [t('status.alsoDegraded', { count: 1 + others.length, first: first.name })];
}

/** How many services there are besides those not checked yet, for the page that has nothing else to say. */
export function countLine(t: Translate, services: readonly ServiceView[]): string {
  const count = services.filter(
    (view) => view.verdict !== 'retired' && view.audience !== 'admins' && !isAwaited(view),
  ).length;
  return t('status.count', { count });
}
