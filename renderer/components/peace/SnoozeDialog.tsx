import type { MuteLength } from '../../../shared/peace/mutes.ts';
import { muteLengths } from '../../../shared/peace/mutes.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { saidByNote } from './kept.ts';
import { Dialog } from '../Dialog.tsx';
import styles from './PeaceControls.module.css';

type Props = Readonly<{ view: ServiceView; onClose: () => void }>;

export function SnoozeDialog({ view, onClose }: Props) {
  const { t } = useWords();
  const snooze = (length: MuteLength) => {
    void call('peace.snooze', { serviceId: view.id, length }).catch(saidByNote);
    onClose();
  };
  return (
    <Dialog title={t('peace.snoozeService', { name: view.name })} onClose={onClose}>
      <p>{t('peace.snooze.explain', { name: view.name })}</p>
      <div className={styles.choices}>
        {muteLengths.map((length) => (
          <button key={length} type="button" onClick={() => snooze(length)}>
            {t(`peace.snooze.${length}`)}
          </button>
        ))}
      </div>
      <div className={styles.end}>
        <button type="button" onClick={onClose}>
          {t('peace.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
