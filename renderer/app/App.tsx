import { useEffect, useMemo, useState } from 'react';
import { Fault } from '../components/Fault.tsx';
import type { PageName } from '../components/Rail.tsx';
import { Rail } from '../components/Rail.tsx';
import { JoinPage } from '../pages/JoinPage.tsx';
import { SettingsPage } from '../pages/SettingsPage.tsx';
import { StatusPage } from '../pages/status/StatusPage.tsx';
import styles from './App.module.css';
import { on, useSnapshot } from './bridge.ts';
import { WordsContext, wordsOf } from './words.ts';

export function App() {
  const snapshot = useSnapshot();
  const words = useMemo(() => wordsOf(snapshot.locale), [snapshot.locale]);
  const [page, setPage] = useState<PageName>('status');
  const [serviceId, setServiceId] = useState<string>();

  useEffect(() => {
    document.documentElement.lang = snapshot.locale;
  }, [snapshot.locale]);
  useEffect(
    () =>
      on('showService', (wanted) => {
        setPage('status');
        setServiceId(wanted.serviceId);
      }),
    [],
  );

  return (
    <WordsContext value={words}>
      {snapshot.coop ? (
        <div className={styles.frame}>
          <Rail
            coopName={snapshot.coop.name}
            page={page}
            onGo={(next) => {
              setPage(next);
              setServiceId(undefined);
            }}
          />
          <main className={styles.main}>
            <Fault key={page}>
              {page === 'status' ? (
                <StatusPage snapshot={snapshot} serviceId={serviceId} onSelect={setServiceId} />
              ) : (
                <SettingsPage snapshot={snapshot} coop={snapshot.coop} />
              )}
            </Fault>
          </main>
        </div>
      ) : (
        <JoinPage />
      )}
    </WordsContext>
  );
}
