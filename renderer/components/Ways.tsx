/** Ways to reach people: a number or an address of the document, to use or to copy. */
import { Copy as CopyIcon, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Copy, Link } from '../../shared/coop/links.ts';
import { call } from '../app/bridge.ts';
import { useWords } from '../app/words.ts';
import styles from './Ways.module.css';

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

type WayProps = Readonly<{
  /** Shown before its buttons. */
  value?: string;
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
}>;

export function PhoneWay({ number, label, of }: PhoneWayProps) {
  const { t } = useWords();
  return (
    <Way value={number}>
      <button type="button" aria-label={label} onClick={() => void call('link.open', of)}>
        <Phone {...icon} />
        {t('emergency.call')}
      </button>
      <CopyButton of={of} value={number} />
    </Way>
  );
}

export function CopyButton({ of, value }: Readonly<{ of: Copy; value: string }>) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await call('link.copy', of);
    setCopied(true);
  };
  return (
    <>
      <button
        type="button"
        aria-label={t('emergency.copyValue', { value })}
        onClick={() => void copy()}
      >
        <CopyIcon {...icon} />
        {t('emergency.copy')}
      </button>
      {/* In the tree from the start, since a live region speaks only of what changes; not <output>, which is read when empty. */}
      <span aria-live="polite" className={`quiet ${styles.copied}`}>
        {copied && t('emergency.copied')}
      </span>
    </>
  );
}
