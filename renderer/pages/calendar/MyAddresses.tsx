import { useActionState, useId } from 'react';
import { myAddressLimit } from '../../../shared/calendar/ipc.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Field } from '../../components/Field.tsx';
import form from '../../components/form.module.css';

type Outcome = Readonly<{ text: string; error?: string; done?: string }>;

const looksRight = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** To know what the member has declined; optional. */
export function MyAddresses({ addresses }: Readonly<{ addresses: readonly string[] }>) {
  const { t } = useWords();
  const outcomeId = useId();
  const save = async (_before: Outcome, filled: FormData): Promise<Outcome> => {
    const typed = filled.get('addresses');
    const text = typeof typed === 'string' ? typed : '';
    const all = text.split(/[\s,;]+/).filter((one) => one !== '');
    const wrong = all.find((one) => !looksRight.test(one));
    if (wrong !== undefined) return { text, error: t('calendar.mine.invalid', { address: wrong }) };
    if (all.length > myAddressLimit) return { text, error: t('calendar.mine.tooMany') };
    try {
      await call('calendar.setMyAddresses', { addresses: all });
      return { text: all.join(', '), done: t('calendar.address.saved') };
    } catch {
      return { text, error: t('calendar.address.internal') };
    }
  };
  const [outcome, submit, busy] = useActionState(save, { text: addresses.join(', ') });
  return (
    <Disclosure summary={<h2>{t('calendar.mine')}</h2>}>
      <form action={submit} className={form.form}>
        <Field
          label={t('calendar.mine.label')}
          help={t('calendar.mine.help')}
          describedBy={outcomeId}
          buttons={
            <button type="submit" disabled={busy}>
              {t('calendar.address.save')}
            </button>
          }
        >
          {(control) => (
            <input
              {...control}
              name="addresses"
              defaultValue={outcome.text}
              inputMode="email"
              autoComplete="off"
              spellCheck={false}
              aria-invalid={outcome.error !== undefined}
            />
          )}
        </Field>
        <ErrorLine id={outcomeId}>{outcome.error}</ErrorLine>
        <output>{outcome.done}</output>
      </form>
    </Disclosure>
  );
}
