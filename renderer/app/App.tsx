import { useDeferredValue } from 'react';
import { JoinPage } from '../components/join/JoinPage.tsx';
import { useSnapshot } from './bridge.ts';
import { Frame } from './Frame.tsx';
import { useNavigation } from './navigation.ts';

export function App() {
  // Deferred, so that clicks and keys never wait while hundreds of services are drawn.
  const snapshot = useDeferredValue(useSnapshot());
  const { route, go, lastServiceId } = useNavigation();
  return snapshot.coop ? (
    <Frame
      snapshot={snapshot}
      coop={snapshot.coop}
      route={route}
      go={go}
      lastServiceId={lastServiceId}
    />
  ) : (
    <JoinPage {...snapshot} moveTo={route.page === 'join' ? route.source : undefined} />
  );
}
