import { Suspense, lazy } from 'react';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import type { PageProps } from '../../app/page-props.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { KeyboardHelp } from '../../components/KeyboardHelp.tsx';
import { TextSizeChoice } from '../../components/TextSizeChoice.tsx';
import { ExportButtons } from '../../components/history/ExportButtons.tsx';
import { JoinForm } from '../../components/join/JoinForm.tsx';
import { NetworkSettings } from '../../components/network/NetworkSettings.tsx';
import { Note } from '../../components/Note.tsx';
import { ShortcutChoice } from '../../components/shortcuts/ShortcutChoice.tsx';
import { QuickOpenSettings } from '../../components/quick-open/QuickOpenSettings.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { NotificationSettings } from './NotificationSettings.tsx';
import { Part } from './Part.tsx';
import { AutostartChoice } from '../../components/autostart/AutostartChoice.tsx';
import { InstalledVersion } from './InstalledVersion.tsx';
import { JoinQuestion } from './JoinQuestion.tsx';
import { Updates } from './Updates.tsx';
import { AccountsLoading } from '../../components/accounts/AccountsLoading.tsx';
import styles from './SettingsPage.module.css';
import { hasSection } from '../../../shared/coop/has-section.ts';
import { coopKey } from '../../../shared/coop/source.ts';

const AccountsSection = lazy(async () => {
  const part = await import('../../components/accounts/AccountsSection.tsx');
  return { default: part.AccountsSection };
});

/** What members change most comes first; the co-op's address, which they never do, last. */
export function SettingsPage({ route, snapshot, coop }: PageProps<'settings'>) {
  const { t } = useWords();
  const moveTo = otherThan(coop.source, route.moveTo);
  return (
    <div className={styles.page}>
      <PageHeader title={t('page.settings')} />
      <JoinQuestion route={route} coop={coop} isDemo={snapshot.demo ?? false} />
      <Part title={t('accounts.title')}>
        <Suspense fallback={<AccountsLoading />}>
          <AccountsSection />
        </Suspense>
      </Part>
      <NotificationSettings policy={snapshot.policy} />
      {!snapshot.demo && (
        <Part title={t('autostart.title')}>
          <AutostartChoice />
        </Part>
      )}
      {hasSection(coop, 'feedback') && (
        <Part title={t('page.feedback')}>
          <ShortcutChoice name="feedback" />
        </Part>
      )}
      <Part title={t('history.title')}>
        <p>{t('history.settings')}</p>
        <ExportButtons />
      </Part>
      <Part title={t('settings.display')}>
        <TextSizeChoice />
        <KeyboardHelp />
      </Part>
      <Part title={t('quickOpen.title')}>
        <ShortcutChoice name="quickOpen" />
        <QuickOpenSettings />
      </Part>
      {!snapshot.demo && (
        <Part title={t('proxy.title')}>
          <NetworkSettings takesFocus={route.proxyLogin ?? false} />
        </Part>
      )}
      <Part title={t('updates.title')}>
        {snapshot.installedVersion === undefined ? (
          <Updates />
        ) : (
          <InstalledVersion version={snapshot.installedVersion} />
        )}
      </Part>
      <Part title={t('settings.about')}>
        <p>
          {t('settings.version', { version: snapshot.appVersion })}
          <br />
          {t('settings.licence')}
        </p>
        <div className="row">
          <button type="button" onClick={() => void call('window.openLicences', undefined)}>
            {t('settings.licences')}
          </button>
          <button type="button" onClick={() => void call('window.openLogFolder', undefined)}>
            {t('settings.openLog')}
          </button>
        </div>
        <p className="quiet">{t('settings.language')}</p>
        <p className="quiet">{t('settings.privacy')}</p>
      </Part>
      <Coop coop={coop} moveTo={moveTo} isDemo={snapshot.demo ?? false} />
    </div>
  );
}

/** A co-op by another address than the member typed is still theirs. */
function otherThan(source: string, asked: string | undefined): string | undefined {
  return asked === undefined || coopKey(asked) === coopKey(source) ? undefined : asked;
}

type CoopProps = Pick<PageProps<'settings'>, 'coop'> &
  Readonly<{ moveTo: string | undefined; isDemo: boolean }>;

function Coop({ coop, moveTo, isDemo }: CoopProps) {
  const { t, times } = useWords();
  const now = useNow();
  const { name, source } = coop;
  return (
    <Part title={t('settings.coop')}>
      <dl className={styles.facts}>
        <dt>{t('settings.source')}</dt>
        <dd>{source}</dd>
        <dt>{t('settings.readAt')}</dt>
        <dd>{times.clock(coop.readAtUtcMs, now)}</dd>
      </dl>
      {!isDemo && (
        <Disclosure key={moveTo} summary={t('settings.change')} open={moveTo !== undefined}>
          <div className={styles.change}>
            {moveTo !== undefined && (
              <Note>{t('settings.moveAsked', { source: moveTo, name })}</Note>
            )}
            <p>{t('settings.change.kept', { name })}</p>
            <JoinForm source={moveTo} takesFocus={moveTo !== undefined} />
          </div>
        </Disclosure>
      )}
    </Part>
  );
}
