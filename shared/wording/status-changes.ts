/** What a screen reader says when services change while the window is open. Pure. */
import type { Translate } from '../i18n/translator.ts';
import type { Snapshot } from '../snapshot.ts';
import { causesOnly } from '../status/dependencies.ts';
import { feltVerdict, impactOf } from '../status/impact.ts';
import { offersOf } from '../status/offers.ts';
import { isAwaited, isBlind } from '../status/summary.ts';
import type { ServiceView } from '../status/view.ts';
import { summarySentence } from './sentences.ts';
import { summarise } from '../status/summary.ts';

type State = Pick<Snapshot, 'services' | 'connectivity' | 'policy'>;

/** More would be read for longer than anybody listens. */
const spokenServices = 3;

/** Undefined if nothing worth saying has changed. */
export function changesSentence(t: Translate, before: State, after: State): string | undefined {
  const wasBlind = isBlind(before.connectivity);
  const isBlindNow = isBlind(after.connectivity);
  // The states of all services have become unknown, or are known again: said once.
  if (wasBlind || isBlindNow) {
    if (before.connectivity.state === after.connectivity.state) return undefined;
    const summary = summarise(after.services, after.connectivity, after.policy.scope);
    return summarySentence(t, summary, after.connectivity);
  }
  const previous = new Map(before.services.map((view) => [view.id, view]));
  const changed = after.services.filter((view) => hasChanged(previous.get(view.id), view));
  const roots = causesOnly(changed);
  if (roots.length === 0) return undefined;
  const spoken = roots.slice(0, spokenServices).map((view) => sentenceOf(t, view));
  const more = changed.length - spoken.length;
  return [...spoken, ...(more > 0 ? [t('live.more', { count: more })] : [])].join(' ');
}

function hasChanged(before: ServiceView | undefined, after: ServiceView): boolean {
  // A service of another document, or the end of its first check.
  if (!before || isAwaited(before) || isAwaited(after)) return false;
  if (after.audience === 'admins' || after.muted || after.verdict === 'retired') return false;
  return feltVerdict(before) !== feltVerdict(after);
}

function sentenceOf(t: Translate, view: ServiceView): string {
  const verdict = t(`verdict.${feltVerdict(view)}`);
  const sentence = t('live.changed', { name: view.name, verdict });
  const [offer] = impactOf(view) === 'chore' ? [] : offersOf(view);
  if (!offer) return sentence;
  const instead = offer.which === 'instead' ? offer.name : offer.standby.name;
  return t('live.instead', { sentence, instead });
}
