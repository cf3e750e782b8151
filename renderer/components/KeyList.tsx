import { chordText } from '../../shared/keyboard/chord-text.ts';
import type { KeyAction } from '../../shared/keyboard/keys.ts';
import { isRow, keyActions, labelOf, listedChords } from '../../shared/keyboard/keys.ts';
import { onMac } from '../app/keys.ts';
import type { Words } from '../app/words.ts';
import { useWords } from '../app/words.ts';
import { Dialog } from './Dialog.tsx';
import styles from './KeyList.module.css';

/** The keys of the window. */
export function KeyList({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useWords();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className={styles.keys}>
        {keyActions.map((action) => (
          <div key={action} className={styles.line}>
            <dt>{t(labelOf(action))}</dt>
            <dd>{keysText(t, action)}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.end}>
        <button type="button" onClick={onClose}>
          {t('keys.close')}
        </button>
      </div>
    </Dialog>
  );
}

function keysText(t: Words['t'], action: KeyAction): string {
  const [first = '', ...rest] = listedChords(action, onMac).map((one) => chordText(t, one, onMac));
  const last = rest.at(-1);
  if (isRow(action) && last !== undefined) return t('keys.range', { first, last });
  return rest.reduce((one, other) => t('keys.or', { one, other }), first);
}
