import type { ItemView, Outcome } from '../../../shared/feedback/state.ts';
import { useWords } from '../../app/words.ts';
import { Badge } from '../../components/Badge.tsx';
import { Pill } from '../../components/Pill.tsx';
import type { Tone } from '../../components/tone.ts';

const tones: Readonly<Record<Outcome, Tone>> = {
  none: 'unknown',
  seen: 'planned',
  working: 'minor',
  fixed: 'good',
  closed: 'unknown',
};

/** How far an item has come: on its way, or on the other side; and how much is new. */
export function ItemState({ item: { phase, answers } }: Readonly<{ item: ItemView }>) {
  const { t } = useWords();
  if (phase.at !== 'sent') {
    const tone = phase.at === 'failed' ? 'bad' : 'unknown';
    return <Pill tone={tone}>{t(`feedback.phase.${phase.at}`)}</Pill>;
  }
  // Neither a reply nor the lack of one is known of what was never looked up.
  if (!answers || (answers.askedAtUtcMs === undefined && answers.outcome === 'none')) {
    return <Pill tone="unknown">{t('feedback.phase.sent')}</Pill>;
  }
  const { outcome, unread, replies } = answers;
  const isSilent = outcome === 'none' && replies.some(({ mine }) => !mine);
  return (
    <span className="row">
      {unread > 0 && <Badge>{t('answers.unread', { count: unread })}</Badge>}
      {!isSilent && <Pill tone={tones[outcome]}>{t(`answers.outcome.${outcome}`)}</Pill>}
    </span>
  );
}
