import { useEffect, useState } from 'react';
import type { ShortcutState } from '../../../shared/feedback/shortcut.ts';
import { call } from '../../app/bridge.ts';
import { onMac } from '../../app/keys.ts';
import { useWords } from '../../app/words.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import styles from './ShortcutChoice.module.css';

/** The setting for a global shortcut that opens feedback. */
export function ShortcutChoice() {
  const { t } = useWords();
  const [state, setState] = useState<ShortcutState>('off');
  useEffect(() => {
    void call('feedback.shortcut', undefined).then(setState);
  }, []);
  const set = (on: boolean) => {
    // Optimistic: the checkbox must not jump back until main answers.
    setState(on ? 'on' : 'off');
    void call('feedback.setShortcut', { on }).then(setState);
  };
  return (
    <>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={state !== 'off'}
          onChange={(event) => set(event.target.checked)}
        />
        {t('feedback.shortcut', { keys: onMac ? '⌥⌘F' : 'Ctrl+Alt+F' })}
      </label>
      <ErrorLine>{state === 'taken' && t('feedback.shortcut.taken')}</ErrorLine>
    </>
  );
}
