import { useState } from 'react';
import type { PolicyView } from '../../../shared/notification-policy/view.ts';
import { hoursText } from '../../../shared/wording/quiet-hours.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { faultText, useAutostart } from '../autostart/use-autostart.ts';
import { ErrorLine } from '../ErrorLine.tsx';
import { OptionGroup } from '../OptionGroup.tsx';
import { PageHeader } from '../PageHeader.tsx';
import { Entrance } from './Entrance.tsx';
import { scopeOptions } from './scope-options.ts';
import styles from './WelcomePage.module.css';

type Props = Readonly<{ coopName: string; policy: PolicyView }>;

/** Asks a member who has just joined how they want to be told. Both answers have a default, so it can be left. */
export function WelcomePage({ coopName, policy }: Props) {
  const { t, times } = useWords();
  const { quietHours, scope, setBy } = policy;
  const [services, setServices] = useState(scope.onlyStarred ? 'mine' : 'all');
  const [when, setWhen] = useState(quietHours.on ? 'work' : 'always');
  const [autostart, setAutostart] = useAutostart();
  const [startsAtLogin, setStartsAtLogin] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const hours = hoursText(t, times, quietHours);

  const save = async () => {
    setFailed(false);
    const onlyStarred = services === 'mine';
    const on = when === 'work';
    try {
      if (onlyStarred !== scope.onlyStarred)
        await call('policy.setScope', { ...scope, onlyStarred });
      // Unchanged hours stay the co-op's, and follow its document.
      if (on !== quietHours.on) await call('policy.setQuietHours', { ...quietHours, on });
      if (startsAtLogin && autostart?.state === 'off' && !(await startsNow())) return;
      await call('coop.endWelcome', undefined);
    } catch {
      setFailed(true);
    }
  };
  /** If not, the page says why, and the member may do without. */
  const startsNow = async () => {
    const now = await setAutostart(true);
    if (!now) throw new Error('main did not answer');
    return now.fault === undefined;
  };
  const skip = () => void call('coop.endWelcome', undefined).catch(() => setFailed(true));

  return (
    <Entrance focusesHeading>
      <PageHeader title={t('welcome.title')} lead={t('welcome.lead', { name: coopName })} />
      <OptionGroup
        legend={t('settings.scope')}
        options={scopeOptions(t)}
        chosen={services}
        onChoose={setServices}
      />
      <OptionGroup
        legend={t('welcome.when')}
        options={[
          {
            value: 'work',
            label: t('welcome.when.work'),
            help: t(setBy === 'coop' ? 'welcome.when.coop' : 'welcome.when.hours', { hours }),
          },
          { value: 'always', label: t('welcome.when.always') },
        ]}
        chosen={when}
        onChoose={setWhen}
      />
      {autostart?.state === 'off' && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={startsAtLogin}
            onChange={(event) => setStartsAtLogin(event.target.checked)}
          />
          {t('autostart.choice')}
        </label>
      )}
      <ErrorLine>{hasFailed ? t('fault.call') : autostart && faultText(t, autostart)}</ErrorLine>
      <div className={styles.end}>
        <button type="button" className="ghost" onClick={skip}>
          {t('welcome.skip')}
        </button>
        <button type="button" className="primary" onClick={() => void save()}>
          {t('welcome.save')}
        </button>
      </div>
    </Entrance>
  );
}
