import { Suspense, lazy } from 'react';
import { useNow } from '../../app/now.ts';
import type { PageProps } from '../../app/page-props.ts';
import { useWords } from '../../app/words.ts';
import { Note } from '../../components/Note.tsx';
import { JoinForm } from '../../components/join/JoinPage.tsx';
import { ShortcutChoice } from '../../components/feedback/ShortcutChoice.tsx';
import { ExportButtons } from '../../components/history/ExportButtons.tsx';
import { ScopeForm } from '../../components/notification-policy/ScopeForm.tsx';
import { QuietHoursForm } from './QuietHoursForm.tsx';
import styles from './SettingsPage.module.css';
import { hasSection } from '../../../shared/coop/has-section.ts';

const AccountsSection = lazy(async () => {
  const part = await import('../../components/accounts/AccountsSection.tsx');
  return { default: part.AccountsSection };
});

export function SettingsPage({ route, snapshot, coop }: PageProps<'settings'>) {
  const { t, times } = useWords();
  const now = useNow();
  const moveTo = route.moveTo === coop.source ? undefined : route.moveTo;
  return (
    <div className={styles.page}>
      <h1>{t('page.settings')}</h1>
      <section className={styles.part}>
        <h2>{t('settings.coop')}</h2>
        <dl className={styles.facts}>
          <dt>{t('settings.source')}</dt>
          <dd>{coop.source}</dd>
          <dt>{t('settings.readAt')}</dt>
          <dd>{times.clock(coop.readAtUtcMs, now)}</dd>
        </dl>
        <details key={moveTo} open={moveTo !== undefined}>
          <summary>{t('settings.change')}</summary>
          {moveTo !== undefined && (
            <Note>{t('settings.moveAsked', { source: moveTo, name: coop.name })}</Note>
          )}
          <JoinForm source={moveTo} />
        </details>
      </section>
      <section className={styles.part}>
        <h2>{t('accounts.title')}</h2>
        <Suspense fallback={<p className="quiet">{t('accounts.loading')}</p>}>
          <AccountsSection />
        </Suspense>
      </section>
      <section className={styles.part}>
        <h2>{t('history.title')}</h2>
        <p>{t('history.settings')}</p>
        <ExportButtons />
      </section>
      <section className={styles.part}>
        <h2>{t('settings.scope')}</h2>
        <ScopeForm scope={snapshot.policy.scope} />
      </section>
      <section className={styles.part}>
        <h2>{t('settings.quiet')}</h2>
        <QuietHoursForm policy={snapshot.policy} />
      </section>
      {hasSection(coop, 'feedback') && (
        <section className={styles.part}>
          <h2>{t('page.feedback')}</h2>
          <ShortcutChoice />
        </section>
      )}
      <section className={styles.part}>
        <h2>{t('settings.about')}</h2>
        <p>{t('settings.version', { version: snapshot.appVersion })}</p>
        <p>{t('settings.licence')}</p>
        <p>{t('settings.privacy')}</p>
      </section>
    </div>
  );
}
