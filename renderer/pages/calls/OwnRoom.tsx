import { failureSentence } from '../../../shared/wording/echo.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import type { AddressAttempt } from '../../components/AddressForm.tsx';
import { AddressForm } from '../../components/AddressForm.tsx';
import styles from './forms.module.css';

/** Adds a room by its link. */
export function OwnRoom() {
  const { t } = useWords();
  const add = async (typed: string): Promise<AddressAttempt> => {
    const address = typed.trim();
    try {
      const failed = await call('echo.addRoom', { address });
      return failed
        ? { address, error: failureSentence(t, failed) }
        : { address: '', done: t('calls.room.added') };
    } catch {
      return { address, error: t('calls.failed') };
    }
  };
  return (
    <div className={styles.part}>
      <AddressForm
        label={t('calls.room.label')}
        help={t('calls.room.help')}
        placeholder="https://"
        submitLabel={t('calls.room.add')}
        busyLabel={t('calls.room.adding')}
        onSubmit={add}
      />
    </div>
  );
}
