import { Archive } from 'lucide-react';
import { use, useState } from 'react';
import type { BackupsState, TargetView } from '../../../shared/backups/view.ts';
import { hasSection } from '../../../shared/coop/has-section.ts';
import type { Begun } from '../../../shared/feedback/state.ts';
import { goesSoon } from '../../../shared/room-export/retention.ts';
import { isBlind } from '../../../shared/status/summary.ts';
import { ClockContext, useNow } from '../../app/now.ts';
import type { PageProps } from '../../app/page-props.ts';
import { useKept } from '../../app/kept.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Failed } from '../../components/Failed.tsx';
import { FilterField } from '../../components/FilterField.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Note } from '../../components/Note.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Retriable } from '../../components/Retriable.tsx';
import { Rooms, RoomsSoon } from '../../components/room-export/Rooms.tsx';
import { useBackups } from './backups-state.ts';
import { BackupsHeader } from './BackupsHeader.tsx';
import styles from './BackupsPage.module.css';
import { RequestDialog } from './RequestDialog.tsx';
import { requestText } from './request-text.ts';
import { SourceNotes, Sources } from './Sources.tsx';
import { Targets } from './Targets.tsx';

type RequestProps = Readonly<{
  /** Opens feedback with a draft. Undefined if the document names no destination. */
  onRequest: ((begun: Begun) => void) | undefined;
}>;

export function BackupsPage({ snapshot, coop, go }: PageProps<'backups'>) {
  const onRequest = hasSection(coop, 'feedback')
    ? (begun: Begun) => go({ page: 'feedback', begun })
    : undefined;
  const offline = isBlind(snapshot.connectivity);
  return (
    <Retriable>
      {(onRetry) => <Loaded offline={offline} onRequest={onRequest} onRetry={onRetry} />}
    </Retriable>
  );
}

type LoadedProps = RequestProps & Readonly<{ offline: boolean; onRetry: () => void }>;

function Loaded({ onRetry, ...props }: LoadedProps) {
  const { t } = useWords();
  const state = useBackups();
  if (typeof state === 'object') return <Backups state={state} {...props} />;
  return (
    <>
      <PageHeader title={t('page.backups')} />
      {state === 'failed' ? (
        <Failed text={t('backupspage.failed')} onRetry={onRetry} />
      ) : (
        <Loading />
      )}
    </>
  );
}

type Props = RequestProps & Readonly<{ state: BackupsState; offline: boolean }>;

/** Minimum number of backups for a filter. */
const filterFrom = 8;

/** All backups, worst first. */
export function Backups({ state, offline, onRequest }: Props) {
  const words = useWords();
  const { t } = words;
  const clock = use(ClockContext);
  const now = useNow();
  const { targets, sources, restore } = state;
  const [text, setText] = useKept('backups.filter', '');
  const [wanted, setWanted] = useState<TargetView | 'any'>();
  const people = restore?.people ?? [];
  const found = targets.filter(({ name }) =>
    name.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const ask = (target: TargetView | undefined) => {
    if (!onRequest) return setWanted(target ?? 'any');
    onRequest({
      text: requestText(words, target, clock()),
      destinationId: restore?.destinationId,
    });
  };
  const mayAsk = sources.length > 0 || restore !== undefined;

  return (
    <div className={styles.page}>
      <BackupsHeader state={state} onRestore={mayAsk ? () => ask(undefined) : undefined} />
      {offline && <Note>{t('backupspage.offline')}</Note>}
      <SourceNotes sources={sources.filter(({ needsSecret }) => !needsSecret)} />
      <RoomsSoon shows={(room) => goesSoon(room, now)} />
      {sources.length === 0 && <EmptyState icon={Archive} text={t('backupspage.empty')} />}
      {targets.length >= filterFrom && (
        <FilterField label={t('backupspage.filter')} text={text} onText={setText} />
      )}
      {text.trim() && found.length === 0 && (
        <p className="quiet">{t('backupspage.noMatch', { text: text.trim() })}</p>
      )}
      <Targets
        targets={found}
        people={people}
        severalSources={sources.length > 1}
        onRestore={ask}
      />
      <SourceNotes sources={sources.filter(({ needsSecret }) => needsSecret)} />
      <Rooms shows={(room) => !goesSoon(room, now)} />
      {sources.length > 0 && <Sources sources={sources} />}
      {wanted && (
        <RequestDialog
          people={people}
          target={wanted === 'any' ? undefined : wanted}
          onClose={() => setWanted(undefined)}
        />
      )}
    </div>
  );
}
