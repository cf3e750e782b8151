import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Begun } from '../../../shared/feedback/state.ts';
import { linkVerdicts } from '../../../shared/links/check-verdict.ts';
import type { LinkChecksState } from '../../../shared/links/checks.ts';
import type { LinkView } from '../../../shared/links/state.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import type { ChecksByKeyword } from './check-report.ts';
import { needAttention, reportText } from './check-report.ts';
import { verdicts } from './CheckResult.tsx';
import styles from './LinkChecks.module.css';
import { LinkList } from './LinkList.tsx';

type Props = Readonly<{
  found: LinkChecksState;
  links: readonly LinkView[];
  checks: ChecksByKeyword;
  offline: boolean;
  /** Opens feedback with a draft. Undefined if the document names no destination. */
  onReport: ((begun: Begun) => void) | undefined;
}>;

/** Asks, on demand only, whether the pages behind the links are still there. */
export function LinkChecks({ found, links, checks, offline, onReport }: Props) {
  const { t } = useWords();
  const { run, unasked } = found;
  const line = useRef<HTMLElement>(null);
  const hasEnded = useTurns(run !== undefined, line);
  const bad = needAttention(links, checks);
  const state = run
    ? t('links.check.progress', run)
    : bad.length > 0 && t('links.check.attention', { count: bad.length });
  return (
    <Disclosure
      line={line}
      summary={state ? t('links.check.summary', { state }) : t('links.check.title')}
      className={styles.checks}
    >
      <p>{t('links.check.about')}</p>
      {run ? (
        <div className={styles.run}>
          <progress max={run.total} value={run.done} aria-label={t('links.check.title')} />
          <button type="button" onClick={() => void call('links.stopCheck', undefined)}>
            {t('links.check.stop')}
          </button>
        </div>
      ) : (
        <Start found={found} offline={offline} />
      )}
      <p className="quiet" aria-live="polite">
        {run && t(offline ? 'links.check.offline' : 'links.check.running')}
        {/* What it found is in the line: it may have the focus, and is not said twice. */}
        {hasEnded && t('links.check.ended')}
      </p>
      {checks.size > 0 && <Counts found={found} />}
      {unasked > 0 && <p className="quiet">{t('links.check.unasked', { count: unasked })}</p>}
      {checks.size > 0 && <Report bad={bad} checks={checks} onReport={onReport} />}
      {bad.length > 0 && <LinkList links={bad} checks={checks} />}
    </Disclosure>
  );
}

/**
 * A run takes the place of the button that began it, and its end that of the button that stopped it: the focus of a
 * button that is gone goes to the line, which says how it stands. Returns whether a run has ended on this page.
 */
function useTurns(isRunning: boolean, line: RefObject<HTMLElement | null>): boolean {
  const [wasRunning, setWasRunning] = useState(isRunning);
  const [hasEnded, setHasEnded] = useState(false);
  if (wasRunning !== isRunning) {
    setWasRunning(isRunning);
    setHasEnded(!isRunning);
  }
  const last = useRef(isRunning);
  useEffect(() => {
    if (last.current === isRunning) return;
    last.current = isRunning;
    if (document.activeElement === document.body) line.current?.focus();
  }, [isRunning, line]);
  return hasEnded;
}

function Start({ found, offline }: Pick<Props, 'found' | 'offline'>) {
  const { t, times } = useWords();
  const now = useNow();
  const { due, dueAtUtcMs, freeAtUtcMs } = found;
  const why = [
    ...(freeAtUtcMs === undefined
      ? []
      : [t('links.check.limit', { time: times.clock(freeAtUtcMs, now) })]),
    ...(dueAtUtcMs === undefined
      ? []
      : [t('links.check.nothing', { time: times.clock(dueAtUtcMs, now) })]),
    ...(offline ? [t('links.check.needsNetwork')] : []),
  ];
  const canStart = why.length === 0 && due > 0;
  return (
    <div className={styles.run}>
      <button
        type="button"
        aria-disabled={!canStart}
        onClick={() => {
          if (canStart) void call('links.check', undefined);
        }}
      >
        {t('links.check.start', { count: due })}
      </button>
      {why.length > 0 && <span className="quiet">{why.join(' ')}</span>}
    </div>
  );
}

function Counts({ found: { checks } }: Pick<Props, 'found'>) {
  const { t } = useWords();
  return (
    <ul className={styles.counts}>
      {linkVerdicts.map((verdict) => {
        const count = checks.filter((one) => one.verdict === verdict).length;
        if (count === 0) return undefined;
        return (
          <li key={verdict}>
            <StateIcon verdict={verdicts[verdict]} />
            {t(`links.check.count.${verdict}`, { count })}
          </li>
        );
      })}
    </ul>
  );
}

type ReportProps = Pick<Props, 'checks' | 'onReport'> & Readonly<{ bad: readonly LinkView[] }>;

function Report({ bad, checks, onReport }: ReportProps) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<'saved' | 'cancelled' | 'failed'>();
  const save = async () => {
    setOutcome(undefined);
    setOutcome(await call('links.saveReport', undefined).catch(() => 'failed' as const));
  };
  return (
    <div className="row">
      <button type="button" onClick={() => void save()}>
        {t('history.export.csv')}
      </button>
      {onReport && bad.length > 0 && (
        <button type="button" onClick={() => onReport({ text: reportText(t, bad, checks) })}>
          {t('links.check.send')}
        </button>
      )}
      <output className="quiet">{outcome === 'saved' && t('history.export.saved')}</output>
      <ErrorLine>{outcome === 'failed' && t('history.export.failed')}</ErrorLine>
    </div>
  );
}
