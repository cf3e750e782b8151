import { useState } from 'react';
import { verdictOfBackups } from '../../../shared/backups/summary.ts';
import type { TargetView } from '../../../shared/backups/view.ts';
import { stripDays } from '../../../shared/backups/view.ts';
import { daysText } from '../../../shared/wording/backups-page.ts';
import { findingSentence } from '../../../shared/wording/backups.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Said } from '../../components/Said.tsx';
import { SmallStrip } from '../../components/SmallStrip.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import { AskButton } from './AskButton.tsx';
import { DayDetails } from './DayDetails.tsx';
import { TargetFacts } from './TargetFacts.tsx';
import styles from './TargetRow.module.css';

/** What is the same for all rows. */
export type AllRows = Readonly<{
  /** Whom to ask for help. */
  people: readonly string[];
  severalSources: boolean;
  onRestore: (target: TargetView) => void;
  /** Asks `people` to check it; undefined if that is for the member to do. */
  onAsk: ((target: TargetView) => void) | undefined;
}>;

type Props = Readonly<{ target: TargetView; opens: boolean }> & AllRows;

/** A line that says how the backup is; unfolded, what to do about it, its facts and its days. */
export function TargetRow({ target, opens, severalSources, onRestore, ...ask }: Props) {
  const { t } = useWords();
  // Only at first: it does not unfold under the eyes of who reads another.
  const [isOpenAtFirst] = useState(opens);
  return (
    <li>
      <Disclosure
        open={isOpenAtFirst}
        className={styles.item}
        summary={<Line target={target} severalSources={severalSources} />}
      >
        <div className={styles.body}>
          <Findings target={target} {...ask} />
          <TargetFacts target={target} />
          <div className="row">
            <button
              type="button"
              aria-label={t('backupspage.restore.from', { name: target.name })}
              onClick={() => onRestore(target)}
            >
              {t('backupspage.restore.fromShort')}
            </button>
          </div>
          <DayDetails target={target} />
        </div>
      </Disclosure>
    </li>
  );
}

function Line({ target, severalSources }: Pick<Props, 'target' | 'severalSources'>) {
  const { t, times } = useWords();
  const now = useNow();
  const { name, state, sourceName, findings, days, lastSuccessUtcMs: at } = target;
  const worst = findings[0]?.code;
  const summary = daysText(t, days);
  return (
    <span className={styles.line}>
      <StateIcon verdict={verdictOfBackups[state]} />
      <span className={styles.who}>
        <h3>
          <Said words={[name, t(`backups.state.${state}`)]}>
            <bdi>{name}</bdi>
          </Said>
        </h3>
        {severalSources && sourceName !== name && (
          <span className="quiet small">
            <bdi>{sourceName}</bdi>
          </span>
        )}
      </span>
      <span className={styles.why} data-state={state}>
        {worst === undefined ? '' : t(`backupspage.short.${worst}`)}
      </span>
      {summary !== undefined && (
        <span className={styles.strip}>
          <SmallStrip looks={days.map((day) => day.state)} length={stripDays} />
          <span className="unseen">
            {t('backupspage.strip', { name })}: {summary}
          </span>
        </span>
      )}
      <span className={`${styles.age} quiet small figures`}>
        {at === undefined ? '' : t('backupspage.ago', { span: times.span(now - at) })}
      </span>
    </span>
  );
}

function Findings({ target, people, onAsk }: Pick<Props, 'target' | 'people' | 'onAsk'>) {
  const { t, times } = useWords();
  const now = useNow();
  const { findings } = target;
  const [worst] = findings;
  if (!worst) return null;
  return (
    <div className={styles.found}>
      <ul className={styles.findings}>
        {findings.map((one) => (
          <li key={one.code}>{findingSentence(t, times, one, now)}</li>
        ))}
      </ul>
      <div className="row">
        <p className={styles.advice}>{t(`backupspage.do.${worst.code}`)}</p>
        {/* That is for the member to do. */}
        {worst.code !== 'clock-wrong' && onAsk && (
          <AskButton people={people} name={target.name} onAsk={() => onAsk(target)} />
        )}
      </div>
    </div>
  );
}
