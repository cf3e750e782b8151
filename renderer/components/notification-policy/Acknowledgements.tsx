import type { ServiceView } from '../../../shared/status/view.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';

/** The acknowledgements of the member and of peers. */
export function Acknowledgements({ view }: Readonly<{ view: ServiceView }>) {
  const { t, times } = useWords();
  const now = useNow();
  const { acknowledged, seenBy = [], unreadNotes } = view;
  return (
    <>
      {acknowledged && (
        <p className="quiet">
          {t(acknowledged.shared ? 'policy.seenSharedLine' : 'policy.seenLine', {
            reason: acknowledged.reason,
          })}
        </p>
      )}
      {seenBy.map(({ by, note, atUtcMs }) => (
        <p key={by} className="quiet">
          {t('policy.seenByLine', { by, note, time: times.clock(atUtcMs, now) })}
        </p>
      ))}
      {unreadNotes && <p className="quiet">{t('policy.unreadNotes', unreadNotes)}</p>}
    </>
  );
}
