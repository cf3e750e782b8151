import { hasSection } from '../../../shared/coop/has-section.ts';
import { use, useState } from 'react';
import type { BackupsState, TargetView } from '../../../shared/backups/view.ts';
import type { Begun } from '../../../shared/feedback/state.ts';
import { backupsTitle } from '../../../shared/wording/backups-page.ts';
import { isBlind } from '../../../shared/status/summary.ts';
import { call } from '../../app/bridge.ts';
import { ClockContext } from '../../app/now.ts';
import type { PageProps } from '../../app/page-props.ts';
import { useKept } from '../../app/kept.ts';
import { useWords } from '../../app/words.ts';
import { FilterField } from '../../components/FilterField.tsx';
import { Note } from '../../components/Note.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import { Rooms } from '../../components/room-export/Rooms.tsx';
import { useBackups } from './backups-state.ts';
import styles from './BackupsPage.module.css';
import { RequestDialog, Restore, requestText } from './Restore.tsx';
import { SourceNotes, Sources } from './Sources.tsx';
import { verdicts } from './TargetHead.tsx';
import { TroubleTargets } from './TroubleTargets.tsx';
import { WellTargets } from './WellTargets.tsx';

type RequestProps = Readonly<{
  /** Opens feedback with a draft. Undefined if the document names no destination. */
  onRequest: ((begun: Begun) => void) | undefined;
}>;

export function BackupsPage({ snapshot, coop, go }: PageProps<'backups'>) {
  const { t } = useWords();
  const state = useBackups();
  if (state === 'failed') return <h1>{t('backupspage.failed')}</h1>;
  if (!state) return <h1 className="quiet">{t('backupspage.title.loading')}</h1>;
  const onRequest = hasSection(coop, 'feedback')
    ? (begun: Begun) => go({ page: 'feedback', begun })
    : undefined;
  return <Backups state={state} offline={isBlind(snapshot.connectivity)} onRequest={onRequest} />;
}

type Props = RequestProps & Readonly<{ state: BackupsState; offline: boolean }>;

/** Minimum number of backups for a filter. */
const filterFrom = 8;

/** All backups, worst first. */
export function Backups({ state, offline, onRequest }: Props) {
  const words = useWords();
  const { t } = words;
  const clock = use(ClockContext);
  const { targets, sources, restore } = state;
  const [text, setText] = useKept('backups.filter', '');
  const [wanted, setWanted] = useState<TargetView | 'any'>();
  const people = restore?.people ?? [];
  const found = targets.filter(({ name }) =>
    name.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const trouble = found.filter(({ state }) => state !== 'good');
  const well = found.filter(({ state }) => state === 'good');
  const ask = (target: TargetView | undefined) => {
    if (!onRequest) return setWanted(target ?? 'any');
    const text = requestText(words, target, clock());
    onRequest({ text, destinationId: restore?.destinationId });
  };
  const lists = { people, severalSources: sources.length > 1, onRestore: ask };

  return (
    <div className={styles.page}>
      <Header state={state} />
      {offline && <Note>{t('backupspage.offline')}</Note>}
      {sources.length === 0 && <p className="quiet">{t('backupspage.empty')}</p>}
      <SourceNotes sources={sources.filter(({ needsSecret }) => !needsSecret)} />
      {targets.length >= filterFrom && (
        <FilterField label={t('backupspage.filter')} text={text} onText={setText} />
      )}
      {text.trim() && found.length === 0 && (
        <p className="quiet">{t('backupspage.noMatch', { text: text.trim() })}</p>
      )}
      {trouble.length > 0 && <TroubleTargets targets={trouble} {...lists} />}
      <SourceNotes sources={sources.filter(({ needsSecret }) => needsSecret)} />
      {well.length > 0 && <WellTargets targets={well} {...lists} />}
      <Rooms />
      {(sources.length > 0 || restore) && (
        <Restore people={people} onRestore={() => ask(undefined)} />
      )}
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

function Header({ state }: Readonly<{ state: BackupsState }>) {
  const { t } = useWords();
  const { targets, sources, reading } = state;
  const isLoading =
    reading && sources.every(({ readAtUtcMs, problem }) => !readAtUtcMs && !problem);
  // No tick while a source cannot be read.
  const hasUnreadable = sources.some(({ problem }) => problem);
  const worst = targets[0]?.state ?? 'unknown';
  return (
    <header className={styles.header}>
      <h1 className={styles.title} aria-live="polite">
        <StateIcon verdict={verdicts[worst === 'good' && hasUnreadable ? 'unknown' : worst]} />
        {isLoading ? t('backupspage.title.loading') : backupsTitle(t, state)}
      </h1>
      <p className="quiet">{t('backupspage.explain')}</p>
      {sources.length > 0 && (
        <button type="button" disabled={reading} onClick={() => void call('backups.readNow', {})}>
          {t(reading ? 'backupspage.reading' : 'backupspage.readNow')}
        </button>
      )}
    </header>
  );
}
