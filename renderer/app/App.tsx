import {
  Suspense,
  lazy,
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { Fault } from '../components/Fault.tsx';
import type { PageName } from '../components/Rail.tsx';
import { Rail } from '../components/Rail.tsx';
import type { Begun } from '../../shared/feedback/state.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { CoopView } from '../../shared/coop/view.ts';
import { EmergencyPage } from '../pages/emergency/EmergencyPage.tsx';
import { JoinPage } from '../pages/join/JoinPage.tsx';
import { SettingsPage } from '../pages/settings/SettingsPage.tsx';
import { StatusPage } from '../pages/status/StatusPage.tsx';
import styles from './App.module.css';
import { on, useSnapshot } from './bridge.ts';
import { WordsContext, wordsOf } from './words.ts';
import { hasSection } from '../../shared/coop/view.ts';

/** Read at its first visit: most members test rarely. */
const CallsPage = lazy(async () => {
  const page = await import('../pages/calls/CallsPage.tsx');
  return { default: page.CallsPage };
});

/** Read at its first visit, too: all is well on most days. */
const BackupsPage = lazy(async () => {
  const page = await import('../pages/backups/BackupsPage.tsx');
  return { default: page.BackupsPage };
});

const FeedbackPage = lazy(async () => {
  const page = await import('../pages/feedback/FeedbackPage.tsx');
  return { default: page.FeedbackPage };
});

const NewsPage = lazy(async () => {
  const page = await import('../pages/announcements/AnnouncementsPage.tsx');
  return { default: page.NewsPage };
});

/** What was answered: to one item, or to any. */
type Wanted = Readonly<{ itemId?: string | undefined }>;

export function App() {
  // Deferred: hundreds of services are drawn in slices, and a click or a key never waits for them.
  const snapshot = useDeferredValue(useSnapshot());
  const words = useMemo(() => wordsOf(snapshot.locale), [snapshot.locale]);
  const [page, setPage] = useState<PageName>('status');
  const [serviceId, setServiceId] = useState<string>();
  const [echoId, setEchoId] = useState<string>();
  const [aboutId, setAboutId] = useState<string>();
  const [wanted, setWanted] = useState<Wanted>();
  const [begun, setBegun] = useState<Begun>();
  const [moveTo, setMoveTo] = useState<string>();
  const giveFeedback = useCallback((wantedId: string | undefined, written?: Begun) => {
    setAboutId(wantedId);
    setWanted(undefined);
    setBegun(written);
    setPage('feedback');
  }, []);
  const testEcho = useCallback((instanceId: string | undefined) => {
    setEchoId(instanceId);
    setPage('calls');
  }, []);

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
  useEffect(() => on('showEmergency', () => setPage('emergency')), []);
  const hasCoop = snapshot.coop !== undefined;
  useEffect(
    () =>
      on('showMove', ({ source }) => {
        // Without a co-op the first-run screen asks, and the status comes after it.
        if (hasCoop) setPage('settings');
        setMoveTo(source);
      }),
    [hasCoop],
  );
  useEffect(() => on('showBackups', () => setPage('backups')), []);
  useEffect(() => on('showNews', () => setPage('news')), []);
  useEffect(
    () =>
      on('showAnswers', (which) => {
        setPage('feedback');
        setWanted(which);
      }),
    [],
  );
  useEffect(() => on('showFeedback', (wanted) => giveFeedback(wanted.serviceId)), [giveFeedback]);
  useEffect(() => on('showCalls', ({ instanceId }) => testEcho(instanceId)), [testEcho]);

  return (
    <WordsContext value={words}>
      {snapshot.coop ? (
        <div className={styles.frame}>
          <Rail
            coop={snapshot.coop}
            page={page}
            unread={snapshot.unread}
            onGo={(next) => {
              setPage(next);
              setServiceId(undefined);
              setEchoId(undefined);
              setAboutId(undefined);
              setBegun(undefined);
              setWanted(undefined);
              setMoveTo(undefined);
            }}
          />
          <main className={styles.main}>
            <Fault key={page}>
              <Page
                page={page}
                snapshot={snapshot}
                coop={snapshot.coop}
                serviceId={serviceId}
                echoId={echoId}
                aboutId={aboutId}
                begun={begun}
                wanted={wanted}
                moveTo={moveTo === snapshot.coop.source ? undefined : moveTo}
                onSelect={setServiceId}
                onGo={setPage}
                onTestEcho={testEcho}
                onFeedback={giveFeedback}
              />
            </Fault>
          </main>
        </div>
      ) : (
        <JoinPage {...snapshot} moveTo={moveTo} />
      )}
    </WordsContext>
  );
}

type PageProps = Readonly<{
  page: PageName;
  snapshot: Snapshot;
  coop: CoopView;
  serviceId: string | undefined;
  /** The server that somebody asked to test. */
  echoId: string | undefined;
  /** The service that somebody wants to give feedback on. */
  aboutId: string | undefined;
  /** What was written of it already. */
  begun: Begun | undefined;
  wanted: Wanted | undefined;
  /** The co-op that another start of the app has named. */
  moveTo: string | undefined;
  onSelect: (serviceId: string | undefined) => void;
  onGo: (page: PageName) => void;
  onTestEcho: (instanceId: string) => void;
  onFeedback: (serviceId: string | undefined, begun?: Begun) => void;
}>;

/** Drawn again only for another snapshot, page or service, never for the mere news that a snapshot waits. */
const Page = memo(function Page(props: PageProps) {
  const { page, snapshot, coop, serviceId, onSelect, onGo } = props;
  if (page === 'calls') {
    return (
      <Suspense>
        <CallsPage key={props.echoId} wantedId={props.echoId} />
      </Suspense>
    );
  }
  // A new document may name neither backups nor such rooms while their page is open.
  if (page === 'backups' && hasSection(coop, 'backups', 'fadingRooms')) {
    return (
      <Suspense>
        <BackupsPage
          onRequest={
            hasSection(coop, 'feedback') ? (begun) => props.onFeedback(undefined, begun) : undefined
          }
        />
      </Suspense>
    );
  }
  if (page === 'feedback') {
    return (
      <Suspense>
        <FeedbackPage
          key={props.aboutId}
          snapshot={snapshot}
          aboutId={props.aboutId}
          begun={props.begun}
          wanted={props.wanted}
        />
      </Suspense>
    );
  }
  if (page === 'news' && hasSection(coop, 'announcements')) {
    return (
      <Suspense>
        <NewsPage />
      </Suspense>
    );
  }
  if (page === 'settings') {
    return <SettingsPage snapshot={snapshot} coop={coop} moveTo={props.moveTo} />;
  }
  // A new document may have no card while its page is open.
  if (page === 'emergency' && coop.emergency) return <EmergencyPage card={coop.emergency} />;
  return (
    <StatusPage
      snapshot={snapshot}
      serviceId={serviceId}
      onSelect={onSelect}
      onEmergency={() => onGo('emergency')}
      onTestEcho={props.onTestEcho}
      onFeedback={props.onFeedback}
    />
  );
});
