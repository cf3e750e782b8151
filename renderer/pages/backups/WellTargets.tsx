import { useState } from 'react';
import type { TargetView } from '../../../shared/backups/view.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { LongList } from '../../components/LongList.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import { BackupStrip } from './BackupStrip.tsx';
import { TargetBody } from './TargetBody.tsx';
import type { TargetLists } from './TroubleTargets.tsx';
import styles from './WellTargets.module.css';

const firstRows = 20;

/** Backups that are well, each collapsed to one line. */
export function WellTargets({ targets, severalSources, onRestore }: TargetLists) {
  const { t } = useWords();
  return (
    <section className={styles.part} aria-labelledby="backups-well">
      <h2 id="backups-well">{t('backupspage.well')}</h2>
      <LongList items={targets} first={firstRows} className={styles.list}>
        {(target) => (
          <WellTarget
            key={target.id}
            target={target}
            source={severalSources && target.sourceName !== target.name ? target.sourceName : ''}
            onRestore={onRestore}
          />
        )}
      </LongList>
    </section>
  );
}

type Props = Readonly<{ target: TargetView; source: string } & Pick<TargetLists, 'onRestore'>>;

function WellTarget({ target, source, onRestore }: Props) {
  const { t, times } = useWords();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const { name, lastSuccessUtcMs } = target;
  return (
    <li>
      <details className={styles.item} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles.summary}>
          <StateIcon verdict="up" />
          <span className={styles.name}>
            <bdi>{name}</bdi> {source && <bdi className="quiet">{source}</bdi>}
          </span>
          <span className="unseen">{t('backups.state.good')}, </span>
          {lastSuccessUtcMs !== undefined && (
            <span className="quiet">
              {t('backupspage.ago', { span: times.span(now - lastSuccessUtcMs) })}
            </span>
          )}
        </summary>
        {/* Rendered only while open: a strip has 90 buttons. */}
        {open && (
          <>
            <BackupStrip target={target} />
            <TargetBody target={target} onRestore={onRestore} />
          </>
        )}
      </details>
    </li>
  );
}
