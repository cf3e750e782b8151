/** What to know of updates of the app, as a line of Today. Pure. */
import type { Snapshot } from '../snapshot.ts';
import type { UpdateNote } from '../updates/ipc.ts';
import type { TodayLine, TodayText, TodayWords } from './line.ts';

export function updateLines(words: TodayWords, { update }: Snapshot): readonly TodayLine[] {
  if (!update) return [];
  const about = words.t('updates.title');
  return [
    {
      kind: 'update',
      id: 'app',
      about,
      say: () => said(words, update),
      open: words.t('today.update.open'),
    },
  ];
}

function said({ t }: TodayWords, update: UpdateNote): TodayText {
  if (update.is === 'too-old') {
    return { sentence: t('today.update.too-old'), more: [t('today.update.too-old.more')] };
  }
  if (update.is === 'overdue')
    return { sentence: t('today.update.overdue', { count: update.days }) };
  return { sentence: t(`today.update.${update.is}`, { version: update.version }) };
}
