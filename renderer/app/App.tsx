import { useDeferredValue, useEffect, useMemo } from 'react';
import { JoinPage } from '../components/join/JoinPage.tsx';
import { useSnapshot } from './bridge.ts';
import { Frame } from './Frame.tsx';
import { useNavigation } from './navigation.ts';
import { WordsContext, wordsOf } from './words.ts';

export function App() {
  // Deferred: hundreds of services are drawn in slices, and a click or a key never waits for them.
  const snapshot = useDeferredValue(useSnapshot());
  const words = useMemo(() => wordsOf(snapshot.locale), [snapshot.locale]);
  const { route, go } = useNavigation();
  useEffect(() => {
    document.documentElement.lang = snapshot.locale;
  }, [snapshot.locale]);
  return (
    <WordsContext value={words}>
      {snapshot.coop ? (
        <Frame snapshot={snapshot} coop={snapshot.coop} route={route} go={go} />
      ) : (
        <JoinPage {...snapshot} moveTo={route.page === 'join' ? route.source : undefined} />
      )}
    </WordsContext>
  );
}
