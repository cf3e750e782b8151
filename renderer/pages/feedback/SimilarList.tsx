import { useEffect, useState } from 'react';
import type { DestinationView, Draft } from '../../../shared/feedback/state.ts';
import type { Result } from '../../../shared/ipc.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Note } from '../../components/Note.tsx';
import styles from './Composer.module.css';

type Found = Result<'feedback.similar'>;
type Props = Readonly<{ draft: Draft; destination: DestinationView | undefined }>;

/** Offers similar feedback to agree with, so that the staff get fewer duplicates. */
export function SimilarList({ draft, destination }: Props) {
  const { t } = useWords();
  const [found, setFound] = useState<Found>([]);
  const about = JSON.stringify(draft.about);
  // Searches once there is text, and again for another subject or place, but not on each keystroke.
  const hasText = draft.text.trim() !== '';
  const placeId = destination?.ready === 'sign-in' ? undefined : destination?.id;
  useEffect(() => {
    setFound([]);
    if (!hasText || placeId === undefined) return;
    let isStale = false;
    call('feedback.similar', { draft: { ...draft, destinationId: placeId } }).then(
      (all) => isStale || setFound(all),
      () => undefined,
    );
    return () => {
      isStale = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- not on each keystroke
  }, [hasText, placeId, about]);
  if (found.length === 0) return null;
  return (
    <Note>
      <p>{t('feedback.similar.title')}</p>
      <ul className={styles.similar}>
        {found.map((one) => (
          <li key={one.id} className={styles.found}>
            <SimilarItem {...one} />
          </li>
        ))}
      </ul>
    </Note>
  );
}

function SimilarItem({ id, title, mine }: Found[number]) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<Result<'feedback.plusOne'>>();
  const agree = () =>
    void call('feedback.plusOne', { id }).then(setOutcome, () => setOutcome('failed'));
  return (
    <>
      <bdi>{title}</bdi>
      <button
        type="button"
        className="ghost"
        aria-label={t('feedback.similar.openOne', { title })}
        onClick={() => void call('feedback.openSimilar', { id })}
      >
        {t('feedback.similar.open')}
      </button>
      {!mine && outcome !== 'done' && (
        <button
          type="button"
          className="ghost"
          aria-label={t('feedback.similar.agreeWith', { title })}
          onClick={agree}
        >
          {t('feedback.similar.agree')}
        </button>
      )}
      <output>
        {mine && t('feedback.similar.mine')}
        {outcome && t(`feedback.similar.${outcome}`)}
      </output>
    </>
  );
}
