import { Archive } from 'lucide-react';
import { use, useState } from 'react';
import type { BackupsState, SourceView } from '../../../shared/backups/view.ts';
import type { CardView } from '../../../shared/coop/card.ts';
import { hasSection } from '../../../shared/coop/has-section.ts';
import type { Begun } from '../../../shared/feedback/state.ts';
import { goesSoon } from '../../../shared/room-export/retention.ts';
import { isBlind } from '../../../shared/status/summary.ts';
import { filterBy } from '../../../shared/text/filter.ts';
import { ClockContext, useNow } from '../../app/now.ts';
import type { PageProps } from '../../app/page-props.ts';
import { useKept } from '../../app/kept.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Failed } from '../../components/Failed.tsx';
import { FilterField } from '../../components/FilterField.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Note } from '../../components/Note.tsx';
import { OthersToAsk } from '../../components/OthersToAsk.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Retriable } from '../../components/Retriable.tsx';
import { Rooms, RoomsSoon } from '../../components/room-export/Rooms.tsx';
import { useBackups } from './backups-state.ts';
import { BackupsHeader } from './BackupsHeader.tsx';
import styles from './BackupsPage.module.css';
import { RequestDialog } from './RequestDialog.tsx';
import type { Request } from './request-text.ts';
import { restoreRequest, sourceRequest, targetRequest } from './request-text.ts';
import { SourceNotes, Sources } from './Sources.tsx';
import { Targets } from './Targets.tsx';

type RequestProps = Readonly<{
  /** Opens feedback with a draft. Undefined if the document names no destination. */
  onRequest: ((begun: Begun) => void) | undefined;
  /** Where people who may be asked can be reached. */
  card: CardView | undefined;
}>;

export function BackupsPage({ snapshot, coop, go }: PageProps<'backups'>) {
  const onRequest = hasSection(coop, 'feedback')
    ? (begun: Begun) => go({ page: 'feedback', begun })
    : undefined;
  const offline = isBlind(snapshot.connectivity);
  return (
    <Retriable>
      {(onRetry) => (
        <Loaded offline={offline} onRequest={onRequest} card={coop.emergency} onRetry={onRetry} />
      )}
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
export function Backups(props: Props) {
  const people = props.state.restore?.people ?? [];
  return (
    <OthersToAsk people={people} card={props.card}>
      {(others, mayAsk) => <ForMember {...props} people={others} mayAsk={mayAsk} />}
    </OthersToAsk>
  );
}

type MemberProps = Props &
  Readonly<{
    /** Whom this member asks; empty if the document names nobody. */
    people: readonly string[];
    /** False for the only one who looks after the backups. */
    mayAsk: boolean;
  }>;

function ForMember({ state, offline, onRequest, card, people, mayAsk }: MemberProps) {
  const words = useWords();
  const { t } = words;
  const clock = use(ClockContext);
  const now = useNow();
  const { targets, sources, restore } = state;
  const [text, setText] = useKept('backups.filter', '');
  const [request, setRequest] = useState<Request>();
  const isWanted = filterBy(text);
  const found = targets.filter(({ name }) => isWanted(name));
  const ask = (next: Request) => {
    if (onRequest) onRequest({ text: next.text, destinationId: restore?.destinationId });
    else setRequest(next);
  };
  const askForAny = () => ask(restoreRequest(words, undefined, clock()));
  // What cannot be read from here says nothing about the source while this computer is offline.
  const askAboutSource =
    offline || !mayAsk ? undefined : (source: SourceView) => ask(sourceRequest(words, source));
  const canRestore = sources.length > 0 || restore !== undefined;

  return (
    <div className={styles.page}>
      <BackupsHeader state={state} onRestore={canRestore ? askForAny : undefined} />
      {offline && <Note>{t('backupspage.offline')}</Note>}
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
        onRestore={(target) => ask(restoreRequest(words, target, clock()))}
        onAsk={mayAsk ? (target) => ask(targetRequest(words, target, clock())) : undefined}
      >
        <SourceNotes
          sources={sources.filter(({ needsSecret }) => !needsSecret)}
          people={people}
          onAsk={askAboutSource}
        />
      </Targets>
      <SourceNotes
        sources={sources.filter(({ needsSecret }) => needsSecret)}
        people={people}
        onAsk={askAboutSource}
      />
      <Rooms shows={(room) => !goesSoon(room, now)} />
      {sources.length > 0 && <Sources sources={sources} />}
      {request && (
        <RequestDialog
          people={people}
          card={card}
          request={request}
          onClose={() => setRequest(undefined)}
        />
      )}
    </div>
  );
}
