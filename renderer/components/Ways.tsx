/** Ways to reach people: a number or an address of the document, to use or to copy. */
import { Copy as CopyIcon, Mail, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Copy, Link } from '../../shared/coop/links.ts';
import { call } from '../app/bridge.ts';
import { useWords } from '../app/words.ts';
import { Numbers } from './Numbers.tsx';
import styles from './Ways.module.css';

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

type WayProps = Readonly<{
  /** Shown before its buttons. */
  value?: ReactNode;
  children: ReactNode;
}>;

export function Way({ value, children }: WayProps) {
  return (
    <p className={styles.way}>
      {value !== undefined && (
        <span className={`${styles.value} figures`} dir="ltr">
          {value}
        </span>
      )}
      <span className="row">{children}</span>
    </p>
  );
}

type PhoneWayProps = Readonly<{
  number: string;
  /** Whom the button calls. */
  label: string;
  of: Link & Copy & Readonly<{ which: 'phone' }>;
  /** What to dial once the call is taken, and the button that copies it. */
  pin?: Readonly<{ text: string; copy: ReactNode }> | undefined;
}>;

export function PhoneWay({ number, label, of, pin }: PhoneWayProps) {
  const { t } = useWords();
  const value = (
    <>
      <Numbers>{number}</Numbers>
      {pin && <span className={styles.pin}>{pin.text}</span>}
    </>
  );
  return (
    <Way value={value}>
      <button type="button" aria-label={label} onClick={() => void call('link.open', of)}>
        <Phone {...icon} />
        {t('emergency.call')}
      </button>
      <CopyButton of={of} label={t('emergency.copyValue', { value: number })} />
      {pin?.copy}
    </Way>
  );
}

type EmailWayProps = Readonly<{
  name: string;
  email: string;
  of: Link & Copy & Readonly<{ which: 'email' }>;
}>;

export function EmailWay({ name, email, of }: EmailWayProps) {
  const { t } = useWords();
  return (
    <Way value={email}>
      <button
        type="button"
        aria-label={t('emergency.writeName', { name })}
        onClick={() => void call('link.open', of)}
      >
        <Mail {...icon} />
        {t('emergency.write')}
      </button>
      <CopyButton of={of} label={t('emergency.copyValue', { value: email })} />
    </Way>
  );
}

type CopyButtonProps = Readonly<{
  of: Copy;
  /** Its name, which says what it copies. */
  label: string;
  /** What is seen of the name, where “Copy” would not do. */
  text?: string;
  className?: string;
}>;

export function CopyButton({ of, label, text, className }: CopyButtonProps) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await call('link.copy', of);
    setCopied(true);
  };
  return (
    <>
      <button type="button" className={className} aria-label={label} onClick={() => void copy()}>
        <CopyIcon {...icon} />
        {text ?? t('emergency.copy')}
      </button>
      {/* In the tree from the start, since a live region speaks only of what changes; not <output>, which is read when empty. */}
      <span aria-live="polite" className={`quiet ${styles.copied}`}>
        {copied && t('emergency.copied')}
      </span>
    </>
  );
}
