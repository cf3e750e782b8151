import { useEffect, useState } from 'react';
import type {
  GlobalShortcutName,
  ShortcutState,
} from '../../../shared/keyboard/global-shortcuts.ts';
import { globalKeys } from '../../../shared/keyboard/global-shortcuts.ts';
import { call } from '../../app/bridge.ts';
import { onMac } from '../../app/keys.ts';
import { useWords } from '../../app/words.ts';
import { ErrorLine } from '../ErrorLine.tsx';
import styles from './ShortcutChoice.module.css';

/** The setting for a global shortcut. */
export function ShortcutChoice({ name }: Readonly<{ name: GlobalShortcutName }>) {
  const { t } = useWords();
  const [state, setState] = useState<ShortcutState>('off');
  useEffect(() => {
    void call('window.shortcut', { name }).then(setState);
  }, [name]);
  const set = (on: boolean) => {
    // Optimistic: the checkbox must not jump back until main answers.
    setState(on ? 'on' : 'off');
    void call('window.setShortcut', { name, on }).then(setState);
  };
  return (
    <>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={state !== 'off'}
          onChange={(event) => set(event.target.checked)}
        />
        {t(`shortcut.${name}`, { keys: globalKeys(name, onMac) })}
      </label>
      <ErrorLine>{state === 'taken' && t('shortcut.taken')}</ErrorLine>
      <p className={`quiet ${styles.hint}`} aria-live="polite">
        {state === 'unproven' && t('shortcut.unproven')}
      </p>
    </>
  );
}
