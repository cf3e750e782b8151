import { useState } from 'react';
import type { FeedbackState } from '../../../shared/feedback/state.ts';
import type { RouteOf } from '../../../shared/route.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { useKept } from '../../app/kept.ts';
import type { PageProps } from '../../app/page-props.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../components/Failed.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Retriable } from '../../components/Retriable.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useFeedback } from './feedback-state.ts';
import { ItemList } from './ItemList.tsx';
import { useOpenDraft } from './open-draft.ts';
import { WritePanel } from './WritePanel.tsx';
import styles from './FeedbackPage.module.css';

export function FeedbackPage(props: PageProps<'feedback'>) {
  return <Retriable>{(onRetry) => <Page {...props} onRetry={onRetry} />}</Retriable>;
}

function Page({ onRetry, ...props }: PageProps<'feedback'> & Readonly<{ onRetry: () => void }>) {
  const { t } = useWords();
  const state = useFeedback();
  return (
    <div className={styles.page}>
      <PageHeader title={t('page.feedback')} />
      {state === 'failed' && <Failed onRetry={onRetry} />}
      {state === undefined && <Loading />}
      {typeof state === 'object' && (
        <Feedback key={props.route.aboutServiceId} {...props} state={state} />
      )}
    </div>
  );
}

type Props = Readonly<{
  route: RouteOf<'feedback'>;
  snapshot: Snapshot;
  lastServiceId: string | undefined;
  state: FeedbackState;
}>;

type TabId = 'write' | 'list';

function Feedback({ state, route, snapshot, lastServiceId }: Props) {
  const { t } = useWords();
  const unread = state.items.reduce((sum, { answers }) => sum + (answers?.unread ?? 0), 0);
  const [tab, setTab] = useKept<TabId>('feedback.tab', firstTab(route, unread));
  const [followed, setFollowed] = useState(route);
  const drafts = useOpenDraft({ state, snapshot, route, lastServiceId });
  // Requested from outside while the page is open.
  if (followed !== route) {
    setFollowed(route);
    if (route.answers) setTab('list');
    if (route.write || route.begun) setTab('write');
  }
  const edit = (id: string) => {
    drafts.choose(id);
    setTab('write');
  };
  return (
    <Tabs<TabId>
      label={t('page.feedback')}
      chosen={tab}
      onChoose={setTab}
      className={styles.panel}
      tabs={[
        {
          id: 'write',
          label: t('feedback.tab.write'),
          keeps: true,
          content: (
            <WritePanel
              state={state}
              snapshot={snapshot}
              drafts={drafts}
              isShown={tab === 'write'}
              onList={() => setTab('list')}
            />
          ),
        },
        {
          id: 'list',
          label: t('feedback.list'),
          badge: unread > 0 ? t('answers.unread', { count: unread }) : undefined,
          content: (
            <ItemList
              state={state}
              openId={drafts.open.id}
              wanted={route.answers}
              onOpen={({ id }) => edit(id)}
              onRedirected={edit}
            />
          ),
        },
      ]}
    />
  );
}

/** New answers come first, unless the member is about to write. */
function firstTab(route: RouteOf<'feedback'>, unread: number): TabId {
  const { answers, write, aboutServiceId, begun } = route;
  if (answers) return 'list';
  return unread > 0 && !write && aboutServiceId === undefined && !begun ? 'list' : 'write';
}
