import type { ReactNode } from 'react';
import type { TargetView } from '../../../shared/backups/view.ts';
import { sizeText } from '../../../shared/wording/backups.ts';
import { useNow } from '../../app/now.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import styles from './TargetFacts.module.css';

/** Facts about a backup. Unknown ones are shown as such; standby, size and tool are optional. */
export function TargetFacts({ target }: Readonly<{ target: TargetView }>) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const { sizeBytes, tool } = target;
  return (
    <dl className={styles.facts}>
      <Fact name={t('backupspage.fact.lastSuccess')}>
        <Instant atUtcMs={target.lastSuccessUtcMs} />
      </Fact>
      <Fact name={t('backupspage.fact.next')}>{nextText(words, target, now)}</Fact>
      <Fact name={t('backupspage.fact.kept')}>
        <Kept target={target} />
      </Fact>
      <Fact name={t('backupspage.fact.check')}>{checkText(words, target)}</Fact>
      <Fact name={t('backupspage.fact.drill')}>
        <Drill target={target} />
      </Fact>
      {target.standby && (
        <Fact name={t('backupspage.fact.standby')}>
          <Standby standby={target.standby} />
        </Fact>
      )}
      {sizeBytes !== undefined && (
        <Fact name={t('backupspage.fact.size')}>{sizeText(t, sizeBytes)}</Fact>
      )}
      {tool !== undefined && <Fact name={t('backupspage.fact.tool')}>{tool}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: Readonly<{ name: string; children: ReactNode }>) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Instant({ atUtcMs }: Readonly<{ atUtcMs: number | undefined }>) {
  const { t, times } = useWords();
  const now = useNow();
  if (atUtcMs === undefined) return t('backupspage.notTold');
  return (
    <>
      {times.clock(atUtcMs, now)}
      <span className={styles.more}>
        {t('backupspage.ago', { span: times.span(now - atUtcMs) })}
      </span>
    </>
  );
}

function nextText(
  { t, times }: Words,
  { nextExpectedUtcMs, findings }: TargetView,
  now: number,
): string {
  if (nextExpectedUtcMs === undefined) return t('backupspage.notTold');
  if (nextExpectedUtcMs >= now) return times.clock(nextExpectedUtcMs, now);
  // The finding says since when it is overdue: two dates for one thing would confuse.
  const late = findings.some(({ code }) => code === 'late');
  return late
    ? t('backupspage.next.overdue')
    : t('backupspage.next.due', { time: times.clock(nextExpectedUtcMs, now) });
}

/** How far back it goes, and how many days of that it lacks. */
function Kept({ target }: Readonly<{ target: TargetView }>) {
  const words = useWords();
  const { t } = words;
  const gaps = target.findings.find(({ code }) => code === 'missing-days')?.params['count'];
  return (
    <>
      {keptText(words, target)}
      {gaps !== undefined && (
        <span className={styles.more}>{t('backupspage.kept.gaps', { count: gaps })}</span>
      )}
    </>
  );
}

function keptText({ t }: Words, { retention = {} }: TargetView): string {
  const { heldDays: held, wantedDays: wanted } = retention;
  if (held !== undefined) {
    return wanted === undefined
      ? t('backupspage.kept.held', { held })
      : t('backupspage.kept.of', { held, wanted });
  }
  return wanted === undefined ? t('backupspage.notTold') : t('backupspage.kept.wanted', { wanted });
}

function checkText({ t, times }: Words, { check, findings }: TargetView): string {
  if (check) {
    return t(`backupspage.check.${check.ok ? 'ok' : 'failed'}`, {
      date: times.date(check.atUtcMs),
    });
  }
  const never = findings.some(({ code }) => code === 'check-never');
  return t(never ? 'backupspage.never' : 'backupspage.notTold');
}

function Drill({ target: { drill, findings } }: Readonly<{ target: TargetView }>) {
  const { t, times } = useWords();
  if (!drill) {
    const never = findings.some(({ code }) => code === 'drill-never');
    return t(never ? 'backupspage.never' : 'backupspage.notTold');
  }
  const { ok, by, durationS, asserted } = drill;
  const more = [
    by && t('backupspage.drill.by', { by }),
    durationS !== undefined && t('backupspage.drill.took', { span: times.span(durationS * 1000) }),
    asserted,
  ].filter(Boolean);
  return (
    <>
      {t(`backupspage.drill.${ok ? 'ok' : 'failed'}`, { date: times.date(drill.atUtcMs) })}
      {more.length > 0 && <span className={styles.more}>{more.join(' · ')}</span>}
    </>
  );
}

function Standby({ standby }: Readonly<{ standby: NonNullable<TargetView['standby']> }>) {
  const { t, times } = useWords();
  const now = useNow();
  const { restoredFromUtcMs: from, reachable } = standby;
  if (reachable === false) return t('backupspage.standby.unreachable');
  if (from === undefined) return t('backupspage.notTold');
  return (
    <>
      {t('backupspage.standby.age', { time: times.clock(from, now) })}
      <span className={styles.more}>{t('backupspage.ago', { span: times.span(now - from) })}</span>
    </>
  );
}
