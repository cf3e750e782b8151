import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../app/words.ts';
import styles from './Dialog.module.css';

type Props = Readonly<{ title: string; onClose: () => void; children: ReactNode }>;

/** A native modal: it keeps the focus inside, closes on Escape, and restores the focus. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Removing an open dialog would not restore the focus.
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId} onCancel={onClose}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}

type ButtonsProps = Readonly<{ onCancel: () => void; cancelLabel?: string; children?: ReactNode }>;

/** The last row of a dialog: Cancel, then the action, its only child, unless that is chosen above. */
export function DialogButtons({ onCancel, cancelLabel, children }: ButtonsProps) {
  const { t } = useWords();
  return (
    <div className={styles.buttons}>
      <button type="button" onClick={onCancel}>
        {cancelLabel ?? t('dialog.cancel')}
      </button>
      {children}
    </div>
  );
}
