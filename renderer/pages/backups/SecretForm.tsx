import { useActionState, useId } from 'react';
import type { SecretFault } from '../../../shared/backups/ipc.ts';
import type { SourceView, Way } from '../../../shared/backups/view.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../components/Field.tsx';
import form from '../../components/form.module.css';
import styles from './SecretForm.module.css';

type Outcome = 'saved' | SecretFault;

type Props = Readonly<{ source: SourceView; way: Way }>;

/**
 * Write-only: the field is empty once the key is stored. It is also emptied when the document changes `way`: a key
 * typed for one address must not be sent to another.
 */
export function SecretForm(props: Props) {
  return <FormFor key={JSON.stringify(props.way)} {...props} />;
}

function FormFor({ source: { id, name }, way }: Props) {
  const { t } = useWords();
  const [outcome, submit, busy] = useActionState<Outcome | undefined, FormData>(
    async (_before, filled) => {
      const typed = filled.get('secret');
      const secret = typeof typed === 'string' ? typed.trim() : '';
      try {
        return (await call('backups.setSecret', { sourceId: id, secret, shown: way })) ?? 'saved';
      } catch {
        return 'internal';
      }
    },
    undefined,
  );
  const outcomeId = useId();
  return (
    <form action={submit} className={`${form.form} ${styles.form}`}>
      <Field
        label={t('backupspage.secret.label', { name })}
        help={`${t('backupspage.secret.to', { address: way.address })} ${t('backupspage.secret.help')}`}
        describedBy={outcomeId}
        buttons={
          <button type="submit" disabled={busy}>
            {t('calls.secret.save')}
          </button>
        }
      >
        {(control) => (
          <input
            {...control}
            name="secret"
            type="password"
            autoComplete="off"
            required
            maxLength={600}
          />
        )}
      </Field>
      <output id={outcomeId}>
        {outcome === 'saved' && t('calls.secret.saved')}
        {outcome && outcome !== 'saved' && t(`backupspage.secret.${outcome}`)}
      </output>
    </form>
  );
}
