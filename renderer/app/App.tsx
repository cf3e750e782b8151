import { useDeferredValue, useMemo } from 'react';
import { pagesIn } from '../../shared/pages.ts';
import { JoinPage } from '../components/join/JoinPage.tsx';
import { useSnapshot } from './bridge.ts';
import { Frame } from './Frame.tsx';
import { useNavigation } from './navigation.ts';
import { TextSizeNote } from './TextSizeNote.tsx';
import { WindowKeys } from './WindowKeys.tsx';

export function App() {
  // Deferred, so that clicks and keys never wait while hundreds of services are drawn.
  const snapshot = useDeferredValue(useSnapshot());
  const { route, go, step } = useNavigation();
  const { coop } = snapshot;
  const pages = useMemo(() => (coop ? pagesIn(coop) : []), [coop]);
  return (
    <WindowKeys pages={pages} step={step}>
      {coop ? (
        <Frame snapshot={snapshot} coop={coop} route={route} go={go} />
      ) : (
        <JoinPage {...snapshot} moveTo={route.page === 'join' ? route.source : undefined} />
      )}
      <TextSizeNote />
    </WindowKeys>
  );
}
