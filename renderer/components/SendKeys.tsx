import { ariaKeys, chordText } from '../../shared/keyboard/chord-text.ts';
import { listedChords, pressedAction } from '../../shared/keyboard/keys.ts';
import { onMac, pressOf } from '../app/keys.ts';
import { useWords } from '../app/words.ts';
import styles from './SendKeys.module.css';

const chords = listedChords('send', onMac);

/** The keys that send what is being written, for its button. */
export function SendKeys() {
  const { t } = useWords();
  return (
    <kbd className={styles.keys} aria-hidden="true">
      {chords.map((chord) => chordText(t, chord, onMac))}
    </kbd>
  );
}

/** The same keys for screen readers, as `aria-keyshortcuts`. */
export function sendShortcut(): string {
  return ariaKeys(chords);
}

export function isSendKey(event: KeyboardEvent): boolean {
  const press = pressOf(event);
  return press !== undefined && pressedAction(press, onMac)?.action === 'send';
}
