import { useState } from 'react';
import type { InstanceView } from '../../../shared/echo/state.ts';
import { useWords } from '../../app/words.ts';
import { Dialog, DialogButtons } from '../../components/Dialog.tsx';
import { durationS } from './durations.ts';
import styles from './CompareDialog.module.css';

/** The limit of `echo.start`. */
const maxInstances = 8;

type Props = Readonly<{
  instances: readonly InstanceView[];
  onStart: (instanceIds: readonly string[]) => void;
  onClose: () => void;
}>;

/** Asks which servers to compare; at first, all of them. */
export function CompareDialog({ instances, onStart, onClose }: Props) {
  const { t } = useWords();
  const [left, setLeft] = useState<readonly string[]>(() =>
    instances.slice(maxInstances).map(({ id }) => id),
  );
  const chosen = instances.filter(({ id }) => !left.includes(id));
  const count = chosen.length;
  const problem =
    count < 2
      ? t('calls.compare.atLeast')
      : count > maxInstances
        ? t('calls.start.tooMany', { limit: maxInstances })
        : undefined;
  const toggle = (id: string, on: boolean) =>
    setLeft(on ? left.filter((one) => one !== id) : [...left, id]);
  return (
    <Dialog title={t('calls.compare.choose')} onClose={onClose}>
      <ul className={styles.servers}>
        {instances.map(({ id, name }) => (
          <li key={id}>
            <label className="row">
              <input
                type="checkbox"
                checked={!left.includes(id)}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              <span dir="auto">{name}</span>
            </label>
          </li>
        ))}
      </ul>
      <output id="calls-compare-takes" className="quiet">
        {problem ?? t('calls.start.takes.many', { minutes: Math.ceil(durationS(count) / 60) })}
      </output>
      <DialogButtons onCancel={onClose}>
        <button
          type="button"
          className="primary"
          aria-disabled={problem !== undefined}
          aria-describedby="calls-compare-takes"
          onClick={() => {
            if (problem !== undefined) return;
            onClose();
            onStart(chosen.map(({ id }) => id));
          }}
        >
          {t('calls.history.compare')}
        </button>
      </DialogButtons>
    </Dialog>
  );
}
