import { useActionState, useId } from 'react';
import type { Failure } from '../../../shared/echo/failure.ts';
import type { InstanceView } from '../../../shared/echo/state.ts';
import { failureSentence } from '../../../shared/wording/echo.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../components/Field.tsx';
import form from '../../components/form.module.css';
import styles from './forms.module.css';

export function SecretForms({ instances }: Readonly<{ instances: readonly InstanceView[] }>) {
  const { t } = useWords();
  return (
    <div className={styles.part}>
      <p>{t('calls.secret.help')}</p>
      {instances.map(
        ({ id, name, api }) =>
          // Keyed by the address: a secret typed for one must not be sent to another.
          api && <SecretForm key={`${id} ${api}`} id={id} name={name} api={api} />,
      )}
    </div>
  );
}

type Outcome = 'saved' | 'forgotten' | 'moved' | 'broken' | Failure;

type Props = Pick<InstanceView, 'id' | 'name'> & Readonly<{ api: string }>;

/** Write-only: the field is empty once the secret is stored. */
function SecretForm({ id: instanceId, name, api }: Props) {
  const { t } = useWords();
  const [outcome, submit, busy] = useActionState<Outcome | undefined, FormData>(
    async (_before, filled) => {
      const typed = filled.get('secret');
      const isForgetting = filled.get('forget') === 'yes';
      const secret = isForgetting || typeof typed !== 'string' ? '' : typed.trim();
      try {
        const failed = await call('echo.setSecret', { instanceId, secret, shown: api });
        return failed ?? (secret === '' ? 'forgotten' : 'saved');
      } catch {
        return 'broken';
      }
    },
    undefined,
  );
  const id = useId();
  return (
    <form action={submit} className={`${form.form} ${styles.part}`}>
      <Field
        label={t('calls.secret.label', { name })}
        describedBy={`${id}-for ${id}-outcome`}
        buttons={
          <>
            <button type="submit" disabled={busy}>
              {t('calls.secret.save')}
            </button>
            <button type="submit" name="forget" value="yes" disabled={busy}>
              {t('calls.secret.forget')}
            </button>
          </>
        }
      >
        {(control) => (
          <input {...control} name="secret" type="password" autoComplete="off" maxLength={256} />
        )}
      </Field>
      <p id={`${id}-for`}>{t('calls.secret.for', { address: new URL(api).href })}</p>
      <output id={`${id}-outcome`}>
        {outcome === 'broken' && t('calls.failed')}
        {(outcome === 'saved' || outcome === 'forgotten' || outcome === 'moved') &&
          t(`calls.secret.${outcome}`)}
        {typeof outcome === 'object' && failureSentence(t, outcome)}
      </output>
    </form>
  );
}
