import { useActionState, useId } from 'react';
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
  placeholder: string;
  /** The field's initial content. */
  initial?: string | undefined;
  submitLabel: string;
  busyLabel: string;
  primary?: boolean;
  onSubmit: (address: string) => Promise<AddressAttempt>;
}>;

/** A form for one address. A refused one stays in the field, to be corrected. */
export function AddressForm({ initial = '', onSubmit, ...labels }: Props) {
  const errorId = useId();
  const [attempt, submit, busy] = useActionState<AddressAttempt, FormData>(
    (_before, form) => {
      const typed = form.get('address');
      return onSubmit(typeof typed === 'string' ? typed : '');
    },
    { address: initial },
  );
  return (
    <form action={submit} className={styles.form}>
      <Field
        label={labels.label}
        help={labels.help}
        describedBy={errorId}
        buttons={
          <button type="submit" className={labels.primary ? 'primary' : undefined} disabled={busy}>
            {busy ? labels.busyLabel : labels.submitLabel}
          </button>
        }
      >
        {(control) => (
          <input
            {...control}
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
