/** What to know of updates of the app, as a line of Today. Pure. */
import type { Snapshot } from '../snapshot.ts';
import type { UpdateNote } from '../updates/ipc.ts';
import type { TodayLine, TodayText, TodayWords } from './line.ts';

export function updateLines(
  words: TodayWords,
  { update, installedVersion: version }: Snapshot,
): readonly TodayLine[] {
  const line = {
    kind: 'update',
    id: 'app',
    about: words.t('updates.title'),
    open: words.t('today.update.open'),
  } as const;
  // Whatever is offered, this comes first: what is known of updates is the old version's knowledge.
  if (version !== undefined) {
    return [
      {
        ...line,
        restarts: true,
        say: () => ({ sentence: words.t('today.update.installed', { version }) }),
      },
    ];
  }
  return update ? [{ ...line, say: () => said(words, update) }] : [];
}

function said({ t }: TodayWords, update: UpdateNote): TodayText {
  if (update.is === 'too-old') {
    return { sentence: t('today.update.too-old'), more: [t('today.update.too-old.more')] };
  }
  if (update.is === 'overdue')
    return { sentence: t('today.update.overdue', { count: update.days }) };
  return { sentence: t(`today.update.${update.is}`, { version: update.version }) };
}
