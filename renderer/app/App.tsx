import { useDeferredValue } from 'react';
import { JoinPage } from '../components/join/JoinPage.tsx';
import { useSnapshot } from './bridge.ts';
import { Frame } from './Frame.tsx';
import { useNavigation } from './navigation.ts';

export function App() {
  // Deferred: hundreds of services are drawn in slices, and a click or a key never waits for them.
  const snapshot = useDeferredValue(useSnapshot());
  const { route, go } = useNavigation();
  return snapshot.coop ? (
    <Frame snapshot={snapshot} coop={snapshot.coop} route={route} go={go} />
  ) : (
    <JoinPage {...snapshot} moveTo={route.page === 'join' ? route.source : undefined} />
  );
}
