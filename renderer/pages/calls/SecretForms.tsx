import { useActionState } from 'react';
import type { Failure } from '../../../shared/echo/failure.ts';
import type { InstanceView } from '../../../shared/echo/state.ts';
import { failureSentence } from '../../../shared/wording/echo.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import styles from './forms.module.css';

export function SecretForms({ instances }: Readonly<{ instances: readonly InstanceView[] }>) {
  const { t } = useWords();
  return (
    <div className={styles.form}>
      <p>{t('calls.secret.help')}</p>
      {instances.map(
        ({ id, name, api }) =>
          // Of another address it is another form: what was typed was meant for the one before.
          api && <SecretForm key={`${id} ${api}`} id={id} name={name} api={api} />,
      )}
    </div>
  );
}

type Outcome = 'saved' | 'forgotten' | 'moved' | 'broken' | Failure;

type Props = Pick<InstanceView, 'id' | 'name'> & Readonly<{ api: string }>;

/** The field is empty again once the secret is kept: the window has no way to read it back. */
function SecretForm({ id: instanceId, name, api }: Props) {
  const { t } = useWords();
  const [outcome, submit, busy] = useActionState<Outcome | undefined, FormData>(
    async (_before, form) => {
      const typed = form.get('secret');
      const secret = form.get('forget') === 'yes' || typeof typed !== 'string' ? '' : typed.trim();
      try {
        const failed = await call('echo.setSecret', { instanceId, secret, shown: api });
        return failed ?? (secret === '' ? 'forgotten' : 'saved');
      } catch {
        return 'broken';
      }
    },
    undefined,
  );
  const id = `calls-secret-${instanceId}`;
  return (
    <form action={submit} className={styles.form}>
      <label htmlFor={id}>{t('calls.secret.label', { name })}</label>
      <div className={styles.row}>
        <input
          id={id}
          name="secret"
          type="password"
          className={styles.input}
          autoComplete="off"
          maxLength={256}
          aria-describedby={`${id}-for ${id}-outcome`}
        />
        <button type="submit" disabled={busy}>
          {t('calls.secret.save')}
        </button>
        <button type="submit" name="forget" value="yes" disabled={busy}>
          {t('calls.secret.forget')}
        </button>
      </div>
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
