import { listNames } from '../../../shared/wording/sentences.ts';
import { plansOf } from '../../../shared/status/plans.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { Note } from '../../components/Note.tsx';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';

/** Maintenance planned for the coming day. */
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
            // Names the day only if it differs from the start.
            until: times.clock(endsUtcMs, Math.max(startsUtcMs, now)),
            names: all ? t('plan.all') : listNames(t, names),
          })}
        </p>
      ))}
    </Note>
  );
}
