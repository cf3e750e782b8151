import { listNames } from '../../../shared/wording/sentences.ts';
import { plansOf } from '../../../shared/status/plans.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { Note } from '../../components/Note.tsx';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';

/** The planned work of the coming day, one line for each piece of it. */
export function PlanNotes({ views }: Readonly<{ views: readonly ServiceView[] }>) {
  const { t, times } = useWords();
  const now = useNow();
  const plans = plansOf(views);
  if (plans.length === 0) return null;
  return (
    <Note>
      {plans.map(({ title, startsUtcMs, endsUtcMs, names, all }) => (
        <p key={`${startsUtcMs} ${title}`}>
          {t(startsUtcMs > now ? 'plan.noteNext' : 'plan.noteNow', {
            title,
            from: times.clock(startsUtcMs, now),
            // The day of the end is told only where it is another.
            until: times.clock(endsUtcMs, Math.max(startsUtcMs, now)),
            names: all ? t('plan.all') : listNames(t, names),
          })}
        </p>
      ))}
    </Note>
  );
}
