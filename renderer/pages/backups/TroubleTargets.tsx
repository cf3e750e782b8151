import type { TargetView } from '../../../shared/backups/view.ts';
import { findingSentence } from '../../../shared/wording/backups.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { LongList } from '../../components/LongList.tsx';
import { BackupStrip } from './BackupStrip.tsx';
import { Fold } from './Fold.tsx';
import { askText } from './Restore.tsx';
import { TargetBody } from './TargetBody.tsx';
import { TargetHead } from './TargetHead.tsx';
import styles from './TroubleTargets.module.css';

export type TargetLists = Readonly<{
  targets: readonly TargetView[];
  /** Whom to ask for help. */
  people: readonly string[];
  severalSources: boolean;
  onRestore: (target: TargetView) => void;
}>;

/** Each card has 90 bars, and more troubles than this likely share a cause. */
const firstCards = 10;

/** Backups in trouble: the findings, what to do, and whom to ask. */
export function TroubleTargets({ targets, people, severalSources, onRestore }: TargetLists) {
  const { t } = useWords();
  return (
    <section aria-label={t('backupspage.attention')}>
      <LongList items={targets} first={firstCards} className={styles.list}>
        {(target) => (
          <li key={target.id} className={styles.card}>
            <TargetHead target={target} severalSources={severalSources} />
            <Findings target={target} people={people} />
            <BackupStrip target={target} />
            <Fold title={t('backupspage.more')}>
              {() => <TargetBody target={target} onRestore={onRestore} />}
            </Fold>
          </li>
        )}
      </LongList>
    </section>
  );
}

function Findings({
  target,
  people,
}: Readonly<{ target: TargetView } & Pick<TargetLists, 'people'>>) {
  const { t, times } = useWords();
  const now = useNow();
  const { findings } = target;
  const [worst] = findings;
  return (
    <div className={styles.found}>
      <ul className={styles.findings}>
        {findings.map((one) => (
          <li key={one.code}>{findingSentence(t, times, one, now)}</li>
        ))}
      </ul>
      {worst && (
        <p className="quiet">
          {t(`backupspage.do.${worst.code}`)} {askText(t, people)}
        </p>
      )}
    </div>
  );
}
