import { useDeferredValue } from 'react';
import { DemoBar } from '../components/DemoBar.tsx';
import { JoinPage } from '../components/join/JoinPage.tsx';
import { WelcomePage } from '../components/join/WelcomePage.tsx';
import styles from './App.module.css';
import { useFocusOnArrival } from './arrival.ts';
import { useSnapshot } from './bridge.ts';
import { Frame } from './Frame.tsx';
import { useNavigation } from './navigation.ts';

export function App() {
  // Deferred, so that clicks and keys never wait while hundreds of services are drawn.
  const snapshot = useDeferredValue(useSnapshot());
  const { route, go } = useNavigation();
  const { coop, policy, demo, welcome } = snapshot;
  useFocusOnArrival(!coop ? 'entrance' : welcome ? 'welcome' : 'pages');
  if (!coop) {
    return <JoinPage {...snapshot} moveTo={route.page === 'join' ? route.source : undefined} />;
  }
  if (welcome) return <WelcomePage coopName={coop.name} policy={policy} />;
  const frame = <Frame snapshot={snapshot} coop={coop} route={route} go={go} />;
  if (!demo) return frame;
  return (
    <div className={styles.demo}>
      <DemoBar />
      {frame}
    </div>
  );
}
