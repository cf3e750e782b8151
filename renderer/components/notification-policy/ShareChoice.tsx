import { useId } from 'react';
import type { ChosenPlace, SharingPlace } from '../../../shared/triage/sharing.ts';
import { useWords } from '../../app/words.ts';
import styles from './MuteControls.module.css';

type Props = Readonly<{
  /** Undefined if sharing is not offered. */
  place: SharingPlace | 'signed-out' | undefined;
  share: boolean;
  onChoose: (place: ChosenPlace | undefined) => void;
}>;

/** Offers to share, and says where it goes, in whose name, and who reads it. */
export function ShareChoice({ place, share, onChoose }: Props) {
  const { t } = useWords();
  const id = useId();
  if (place === undefined) return null;
  if (place === 'signed-out') return <p className="quiet">{t('policy.share.signIn')}</p>;
  const { name, room, userId } = place;
  // A room id is meaningless to people.
  const isAlias = room.startsWith('#');
  const where = name && isAlias ? t('policy.share.place', { name, room }) : (name ?? room);
  return (
    <div className={styles.share}>
      <label>
        <input
          type="checkbox"
          checked={share}
          aria-describedby={`${id}-where`}
          onChange={(event) => onChoose(event.target.checked ? { room, userId } : undefined)}
        />{' '}
        {t('policy.share')}
      </label>
      <p id={`${id}-where`} className="quiet">
        {t('policy.share.where', { place: where, userId })}
      </p>
    </div>
  );
}
