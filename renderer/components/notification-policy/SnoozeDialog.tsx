import type { MuteLength } from '../../../shared/triage/mutes.ts';
import { muteLengths } from '../../../shared/triage/mutes.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { shownByNote } from './outcome.ts';
import { Dialog, DialogButtons } from '../Dialog.tsx';
import styles from './MuteControls.module.css';

type Props = Readonly<{ view: ServiceView; onClose: () => void }>;

export function SnoozeDialog({ view, onClose }: Props) {
  const { t } = useWords();
  const title = t('policy.snoozeService', { name: view.name });
  const snooze = (length: MuteLength) => {
    void call('policy.snooze', { serviceId: view.id, length }).catch(shownByNote);
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{t('policy.snooze.explain', { name: view.name })}</p>
      {/* The focus is inside at once, and screen readers say the name of the group with it. */}
      <fieldset className={styles.choices} aria-label={title}>
        {muteLengths.map((length) => (
          <button key={length} type="button" onClick={() => snooze(length)}>
            {t(`policy.snooze.${length}`)}
          </button>
        ))}
      </fieldset>
      <DialogButtons onCancel={onClose} />
    </Dialog>
  );
}
