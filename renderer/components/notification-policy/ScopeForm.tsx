import { useId } from 'react';
import type { Scope } from '../../../shared/notification-policy/scope.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { shownByNote } from './outcome.ts';
import styles from './ScopeForm.module.css';

const choices = [
  ['onlyStarred', 'settings.scope.mine'],
  ['chores', 'settings.scope.chores'],
] as const;

/** Which services decide the icon and notifications. */
export function ScopeForm({ scope }: Readonly<{ scope: Scope }>) {
  const { t } = useWords();
  const id = useId();
  return (
    <fieldset className={styles.choices} aria-label={t('settings.scope')}>
      {choices.map(([name, label]) => (
        <div key={name}>
          <label>
            <input
              type="checkbox"
              checked={scope[name]}
              aria-describedby={`${id}-${name}`}
              onChange={({ target }) =>
                void call('policy.setScope', { ...scope, [name]: target.checked }).catch(
                  shownByNote,
                )
              }
            />{' '}
            {t(label)}
          </label>
          <p id={`${id}-${name}`} className="quiet small">
            {t(`${label}.help`)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
