import type { ReactNode } from 'react';
import { useDeferredValue, useMemo } from 'react';
import type { CoopView } from '../../shared/coop/view.ts';
import { pagesIn } from '../../shared/pages.ts';
import { DemoBar } from '../components/DemoBar.tsx';
import { Fault } from '../components/Fault.tsx';
import { JoinPage } from '../components/join/JoinPage.tsx';
import { WelcomePage } from '../components/join/WelcomePage.tsx';
import styles from './App.module.css';
import { useSnapshot } from './bridge.ts';
import { Frame } from './Frame.tsx';
import { useNavigation } from './navigation.ts';
import { TextSizeNote } from './TextSizeNote.tsx';
import { WindowKeys } from './WindowKeys.tsx';

export function App() {
  // Deferred, so that clicks and keys never wait while hundreds of services are drawn.
  const snapshot = useDeferredValue(useSnapshot());
  const { route, go, step, lastServiceId } = useNavigation();
  const { coop, policy, demo, welcome } = snapshot;
  const pages = useMemo(() => (coop && !welcome ? pagesIn(coop) : []), [coop, welcome]);
  const pageOf = (current: CoopView) =>
    welcome ? (
      <WelcomePage coopName={current.name} policy={policy} />
    ) : (
      <Frame
        snapshot={snapshot}
        coop={current}
        route={route}
        go={go}
        lastServiceId={lastServiceId}
      />
    );
  return (
    <WindowKeys pages={pages} route={route} step={step}>
      <TextSizeNote />
      {coop ? (
        <Marked isDemo={demo ?? false}>{pageOf(coop)}</Marked>
      ) : (
        <Fault>
          <JoinPage {...snapshot} moveTo={route.page === 'join' ? route.source : undefined} />
        </Fault>
      )}
    </WindowKeys>
  );
}

function Marked({ isDemo, children }: Readonly<{ isDemo: boolean; children: ReactNode }>) {
  if (!isDemo) return children;
  return (
    <div className={styles.demo}>
      <DemoBar />
      {children}
    </div>
  );
}
