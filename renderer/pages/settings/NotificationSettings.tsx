import { useState } from 'react';
import type { Scope } from '../../../shared/notification-policy/scope.ts';
import type { PolicyView } from '../../../shared/notification-policy/view.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { scopeOptions } from '../../components/join/scope-options.ts';
import { OptionGroup } from '../../components/OptionGroup.tsx';
import styles from './NotificationSettings.module.css';
import { Part } from './Part.tsx';
import { QuietHoursForm } from './QuietHoursForm.tsx';

/** Of which services a member is told, and when. Each change is saved immediately. */
export function NotificationSettings({ policy }: Readonly<{ policy: PolicyView }>) {
  const { t } = useWords();
  // Optimistic: the next click must build on this one before main answers.
  const [pending, setPending] = useState<Scope>();
  const scope = pending ?? policy.scope;
  const set = (change: Partial<Scope>) => {
    const next = { ...scope, ...change };
    setPending(next);
    void call('policy.setScope', next).catch(() => setPending(undefined));
  };
  return (
    <Part title={t('settings.notifications')}>
      <OptionGroup
        legend={t('settings.scope')}
        options={scopeOptions(t)}
        chosen={scope.onlyStarred ? 'mine' : 'all'}
        onChoose={(chosen) => set({ onlyStarred: chosen === 'mine' })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={scope.chores}
          onChange={(event) => set({ chores: event.target.checked })}
        />
        {t('settings.scope.chores')}
      </label>
      <h3 className={styles.quiet}>{t('settings.quiet')}</h3>
      <QuietHoursForm policy={policy} />
    </Part>
  );
}
