import { useActionState, useEffect, useId, useRef } from 'react';
import { useWords } from '../app/words.ts';
import { ErrorLine } from './ErrorLine.tsx';
import { Field } from './Field.tsx';
import styles from './form.module.css';

export type AddressAttempt = Readonly<{
  /** The field's next content. */
  address: string;
  error?: string;
  done?: string;
}>;

type Props = Readonly<{
  label: string;
  help?: string;
  placeholder?: string;
  /** The field's initial content. */
  initial?: string | undefined;
  submitLabel: string;
  busyLabel: string;
  primary?: boolean;
  onSubmit: (address: string) => Promise<AddressAttempt>;
}>;

/** A form for one address. A refused one, or one whose `onSubmit` rejects, stays in the field. */
export function AddressForm({ initial = '', onSubmit, ...labels }: Props) {
  const { t } = useWords();
  const errorId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [attempt, submit, busy] = useActionState<AddressAttempt, FormData>(
    async (_before, form) => {
      const typed = form.get('address');
      const address = typeof typed === 'string' ? typed : '';
      try {
        return await onSubmit(address);
      } catch {
        return { address, error: t('fault.call') };
      }
    },
    { address: initial },
  );
  useEffect(() => {
    // What is to be corrected is here, wherever the form was sent from.
    if (attempt.error !== undefined) field.current?.focus();
  }, [attempt]);
  return (
    <form action={submit} className={styles.form}>
      <Field
        label={labels.label}
        help={labels.help}
        describedBy={errorId}
        buttons={
          <button
            type="submit"
            className={labels.primary ? 'primary' : undefined}
            aria-disabled={busy}
            onClick={(event) => {
              if (busy) event.preventDefault();
            }}
          >
            {busy ? labels.busyLabel : labels.submitLabel}
          </button>
        }
      >
        {(control) => (
          <input
            {...control}
            ref={field}
            name="address"
            defaultValue={attempt.address}
            placeholder={labels.placeholder}
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={2048}
            aria-invalid={attempt.error !== undefined}
          />
        )}
      </Field>
      <ErrorLine id={errorId}>{attempt.error}</ErrorLine>
      <output>{attempt.done}</output>
    </form>
  );
}
