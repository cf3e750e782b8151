import type { KeyboardEvent } from 'react';
import { useWords } from '../app/words.ts';
import styles from './SendKeys.module.css';

const onMac = () => navigator.userAgent.includes('Mac');

/** The keys that send what is being written, for its button. */
export function SendKeys() {
  const { t } = useWords();
  return (
    <kbd className={styles.keys} aria-hidden="true">
      {onMac() ? '⌘ ↩' : t('feedback.send.keys')}
    </kbd>
  );
}

/** The same keys for screen readers, as `aria-keyshortcuts`. */
export function sendShortcut(): string {
  return onMac() ? 'Meta+Enter' : 'Control+Enter';
}

export function isSendKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey);
}
