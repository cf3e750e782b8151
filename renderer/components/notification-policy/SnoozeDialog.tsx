import type { MuteLength } from '../../../shared/triage/mutes.ts';
import { muteLengths } from '../../../shared/triage/mutes.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { shownByNote } from './outcome.ts';
import { Dialog } from '../Dialog.tsx';
import styles from './MuteControls.module.css';

type Props = Readonly<{ view: ServiceView; onClose: () => void }>;

export function SnoozeDialog({ view, onClose }: Props) {
  const { t } = useWords();
  const snooze = (length: MuteLength) => {
    void call('policy.snooze', { serviceId: view.id, length }).catch(shownByNote);
    onClose();
  };
  return (
    <Dialog title={t('policy.snoozeService', { name: view.name })} onClose={onClose}>
      <p>{t('policy.snooze.explain', { name: view.name })}</p>
      <div className={styles.choices}>
        {muteLengths.map((length) => (
          <button key={length} type="button" onClick={() => snooze(length)}>
            {t(`policy.snooze.${length}`)}
          </button>
        ))}
      </div>
      <div className={styles.end}>
        <button type="button" onClick={onClose}>
          {t('policy.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
