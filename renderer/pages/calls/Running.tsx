import { useEffect, useRef, useState } from 'react';
import type { SoundFound } from '../../../shared/echo/call-check.ts';
import { steps } from '../../../shared/echo/failure.ts';
import type { RunView } from '../../../shared/echo/state.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import { call } from '../../app/bridge.ts';
import { LiveGraph } from './LiveGraph.tsx';
import { StepList } from './StepList.tsx';
import styles from './Running.module.css';

/** Of the whole progress, what the steps before the measurement take. */
const aheadShare = 0.25;

type Props = Readonly<{
  run: RunView;
  /** What was found of microphone and speaker, if this is a check before a call. */
  sound?: SoundFound | undefined;
}>;

/** A running test. Screen readers announce the steps, not the figures, which change four times a second. */
export function Running({ run, sound }: Props) {
  const { t } = useWords();
  const [stopping, setStopping] = useState(false);
  const stopButton = useRef<HTMLButtonElement>(null);
  // The focused start button is gone.
  useEffect(() => stopButton.current?.focus(), []);
  const stop = () => {
    if (stopping) return;
    setStopping(true);
    void call('echo.stop', undefined).catch(() => setStopping(false));
  };
  const doneS = doneOf(run);
  return (
    <section className={styles.run} aria-label={t('calls.steps')}>
      {sound && <StepList sound={sound} at="server" />}
      <div className={`card ${styles.progress}`}>
        <p className={styles.now}>
          <span className={styles.step}>{t(`calls.step.${run.step}`)}</span>
          {run.host && <span className="quiet">{t('calls.run.at', { host: run.host })}</span>}
        </p>
        <progress max={1} value={shareOf(run)} aria-label={t('calls.steps')} />
        <p className="quiet figures">
          {run.step === 'measure'
            ? t('calls.run.measured', { done: Math.floor(doneS), all: run.measureS })
            : t('calls.run.soon')}
        </p>
        <div className="row">
          <button ref={stopButton} type="button" aria-disabled={stopping} onClick={stop}>
            {t(stopping ? 'calls.run.stopping' : 'calls.run.stop')}
          </button>
          <span className="quiet small">{t('calls.run.leaving')}</span>
        </div>
      </div>
      <LiveGraph run={run} />
    </section>
  );
}

function doneOf({ measureS, samples }: RunView): number {
  return Math.min(measureS, samples.at(-1)?.atS ?? 0);
}

/** The measurement takes most of the time, and may end before its share is full. */
function shareOf(run: RunView): number {
  const before = (aheadShare * steps.indexOf(run.step)) / steps.indexOf('measure');
  if (run.step === 'leave') return 1;
  if (run.step !== 'measure') return before;
  return aheadShare + (1 - aheadShare) * (doneOf(run) / run.measureS);
}

/** What screen readers announce: each step, and half-way through the measurement. */
export function announcement({ t }: Words, run: RunView): string {
  if (run.step === 'measure' && doneOf(run) >= run.measureS / 2) return t('calls.run.half');
  const name = run.instance.name;
  const step = t(`calls.step.${run.step}`);
  return run.part
    ? t('calls.run.part', { ...run.part, name, step })
    : t('calls.run.step', { name, step });
}
