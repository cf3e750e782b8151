import { useActionState } from 'react';
import type { SecretFault } from '../../../shared/backups/ipc.ts';
import type { SourceView, Way } from '../../../shared/backups/view.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import styles from './SecretForm.module.css';

type Outcome = 'saved' | SecretFault;

type Props = Readonly<{ source: SourceView; way: Way }>;

/**
 * The field is empty again once the key is kept: the window has no way to read it back. So it is where the document
 * names another `way` while somebody types: what was typed was meant for the one before.
 */
export function SecretForm(props: Props) {
  return <FormFor key={JSON.stringify(props.way)} {...props} />;
}

function FormFor({ source: { id, name }, way }: Props) {
  const { t } = useWords();
  const [outcome, submit, busy] = useActionState<Outcome | undefined, FormData>(
    async (_before, form) => {
      const typed = form.get('secret');
      const secret = typeof typed === 'string' ? typed.trim() : '';
      try {
        return (await call('backups.setSecret', { sourceId: id, secret, shown: way })) ?? 'saved';
      } catch {
        return 'internal';
      }
    },
    undefined,
  );
  const fieldId = `backups-secret-${id}`;
  return (
    <form action={submit} className={styles.form}>
      <label htmlFor={fieldId}>{t('backupspage.secret.label', { name })}</label>
      <div className={styles.row}>
        <input
          id={fieldId}
          name="secret"
          type="password"
          className={styles.input}
          autoComplete="off"
          required
          maxLength={600}
          aria-describedby={`${fieldId}-help ${fieldId}-outcome`}
        />
        <button type="submit" disabled={busy}>
          {t('calls.secret.save')}
        </button>
      </div>
      <p id={`${fieldId}-help`} className="quiet">
        {t('backupspage.secret.to', { address: way.address })} {t('backupspage.secret.help')}
      </p>
      <output id={`${fieldId}-outcome`}>
        {outcome === 'saved' && t('calls.secret.saved')}
        {outcome && outcome !== 'saved' && t(`backupspage.secret.${outcome}`)}
      </output>
    </form>
  );
}
