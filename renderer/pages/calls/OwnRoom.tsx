import { useActionState } from 'react';
import type { Failure } from '../../../shared/echo/failure.ts';
import { failureSentence } from '../../../shared/wording/echo.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import styles from './forms.module.css';

type Attempt = Readonly<{ address: string; outcome?: 'added' | 'broken' | Failure }>;

/** A room that the document does not name: a link that somebody sent. */
export function OwnRoom() {
  const { t } = useWords();
  const [attempt, submit, busy] = useActionState<Attempt, FormData>(
    async (_before, form) => {
      const typed = form.get('address');
      const address = typeof typed === 'string' ? typed.trim() : '';
      try {
        const failed = await call('echo.addRoom', { address });
        return failed ? { address, outcome: failed } : { address: '', outcome: 'added' };
      } catch {
        return { address, outcome: 'broken' };
      }
    },
    { address: '' },
  );
  const { outcome } = attempt;
  const error =
    outcome === 'broken'
      ? t('calls.failed')
      : outcome && outcome !== 'added' && failureSentence(t, outcome);
  return (
    <form action={submit} className={styles.form}>
      <label htmlFor="calls-room">{t('calls.room.label')}</label>
      <div className={styles.row}>
        <input
          id="calls-room"
          name="address"
          className={styles.input}
          defaultValue={attempt.address}
          placeholder="https://"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={2048}
          aria-invalid={Boolean(error)}
          aria-describedby="calls-room-help calls-room-error"
        />
        <button type="submit" disabled={busy}>
          {t(busy ? 'calls.room.adding' : 'calls.room.add')}
        </button>
      </div>
      <p id="calls-room-help" className={styles.quiet}>
        {t('calls.room.help')}
      </p>
      <p id="calls-room-error" role="alert" className={styles.error}>
        {error}
      </p>
      <output>{outcome === 'added' && t('calls.room.added')}</output>
    </form>
  );
}
