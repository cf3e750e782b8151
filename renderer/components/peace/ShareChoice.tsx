import { useEffect, useId, useState } from 'react';
import type { SharingPlace } from '../../../shared/peace/sharing.ts';
import { isTrouble } from '../../../shared/peace/trouble.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { call, useSnapshot } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import styles from './PeaceControls.module.css';

type Props = Readonly<{ view: ServiceView; share: boolean; onChange: (share: boolean) => void }>;

/** Whether the others are told: where it goes, in whose name, and who reads it, before anything is sent. */
export function ShareChoice({ view, share, onChange }: Props) {
  const { t } = useWords();
  const id = useId();
  const place = usePlace();
  const hasSharing = useSnapshot().coop?.hasSharing === true;
  if (!hasSharing || !isTrouble(view.verdict) || place === undefined) return null;
  if (place === 'none') return <p className={styles.quiet}>{t('peace.share.signIn')}</p>;
  const { name, room, userId } = place;
  // An id tells a person nothing that the co-op's own word for the room does not.
  const isAlias = room.startsWith('#');
  const where = name && isAlias ? t('peace.share.place', { name, room }) : (name ?? room);
  return (
    <div className={styles.share}>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={share}
          aria-describedby={`${id}-where`}
          onChange={(event) => onChange(event.target.checked)}
        />{' '}
        {t('peace.share')}
      </label>
      <p id={`${id}-where`} className={styles.quiet}>
        {t('peace.share.where', { place: where, userId })}
      </p>
    </div>
  );
}

/** Undefined until it is known. */
function usePlace(): SharingPlace | 'none' | undefined {
  const [place, setPlace] = useState<SharingPlace | 'none'>();
  useEffect(() => {
    void call('peace.sharing', undefined).then((found) => setPlace(found ?? 'none'));
  }, []);
  return place;
}
