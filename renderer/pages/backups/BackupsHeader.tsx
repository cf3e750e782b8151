import { summariseBackups, verdictOfBackups, worstState } from '../../../shared/backups/summary.ts';
import type { BackupsState } from '../../../shared/backups/view.ts';
import type { SavedLine } from '../../../shared/wording/backups-page.ts';
import { backupsTitle, savedLines } from '../../../shared/wording/backups-page.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Loading } from '../../components/Loading.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import styles from './BackupsPage.module.css';

type Props = Readonly<{
  state: BackupsState;
  /** Undefined if there is nothing to get back. */
  onRestore: (() => void) | undefined;
}>;

/** The worst backup by name, whether the data is safe, and the two things to do. */
export function BackupsHeader({ state, onRestore }: Props) {
  const { t, times } = useWords();
  const { targets, sources, reading } = state;
  const isFirstRead =
    reading && sources.every(({ readAtUtcMs, problem }) => !readAtUtcMs && !problem);
  const saved = savedLines(t, times, state);
  return (
    <>
      <PageHeader
        title={isFirstRead ? t('page.backups') : <Title state={state} />}
        actions={
          <>
            {sources.length > 0 && (
              <button
                type="button"
                aria-disabled={reading}
                onClick={() => {
                  if (!reading) void call('backups.readNow', {});
                }}
              >
                {t(reading ? 'backupspage.reading' : 'backupspage.readNow')}
              </button>
            )}
            {onRestore && (
              <button type="button" onClick={onRestore}>
                {t('backupspage.restore.start')}
              </button>
            )}
          </>
        }
      />
      {!isFirstRead && saved.length > 0 && <Saved lines={saved} />}
      {!isFirstRead && targets.length > 0 && <Updated state={state} />}
      {isFirstRead && <Loading />}
    </>
  );
}

function Title({ state }: Readonly<{ state: BackupsState }>) {
  const { t } = useWords();
  const worst = worstState(summariseBackups(state)) ?? 'unknown';
  return (
    <span className={styles.title}>
      <StateIcon verdict={verdictOfBackups[worst]} />
      <span aria-live="polite">{backupsTitle(t, state)}</span>
    </span>
  );
}

/** One line in one look is that of the title above it. */
function Saved({ lines }: Readonly<{ lines: readonly SavedLine[] }>) {
  return (
    <ul className={styles.saved}>
      {lines.map(({ state, text }) => (
        <li key={text}>
          {lines.length > 1 && <StateIcon verdict={verdictOfBackups[state]} />}
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

function Updated({ state }: Readonly<{ state: BackupsState }>) {
  const { t, times } = useWords();
  const now = useNow();
  // Those that cannot be read have a note with a time of their own.
  const read = state.sources.flatMap(({ readAtUtcMs, problem }) =>
    problem || readAtUtcMs === undefined ? [] : readAtUtcMs,
  );
  if (read.length === 0) return null;
  return (
    <p className={`quiet ${styles.updated}`}>
      {t('backupspage.source.read', { time: times.clock(Math.min(...read), now) })}
    </p>
  );
}
