import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './form.module.css';

/** Attributes that tie a control to its label and descriptions. */
export type Control = Readonly<{ id: string; 'aria-describedby': string | undefined }>;

type Props = Readonly<{
  label: string;
  /** Shown below the control, and its description for screen readers. */
  help?: ReactNode;
  /** Ids of other texts that describe the control, such as the outcome of its form. */
  describedBy?: string;
  /** Shown in the row of the control. */
  buttons?: ReactNode;
  children: (control: Control) => ReactNode;
}>;

export function Field({ label, help, describedBy, buttons, children }: Props) {
  const id = useId();
  const helpId = `${id}-help`;
  const describing = [help === undefined ? undefined : helpId, describedBy].filter(Boolean);
  const control = children({ id, 'aria-describedby': describing.join(' ') || undefined });
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {buttons === undefined ? (
        control
      ) : (
        <div className={`row ${styles.controls}`}>
          {control}
          {buttons}
        </div>
      )}
      {help !== undefined && (
        <p id={helpId} className="quiet">
          {help}
        </p>
      )}
    </div>
  );
}
