import { useEffect, useRef, useState } from 'react';
import { steps } from '../../../shared/echo/failure.ts';
import type { RunView } from '../../../shared/echo/state.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import { call } from '../../app/bridge.ts';
import { LiveGraph } from './LiveGraph.tsx';
import styles from './Running.module.css';

/** A running test. Screen readers announce the steps, not the figures, which change four times a second. */
export function Running({ run }: Readonly<{ run: RunView }>) {
  const { t } = useWords();
  const [stopping, setStopping] = useState(false);
  const stopButton = useRef<HTMLButtonElement>(null);
  // The focused start button is gone.
  useEffect(() => stopButton.current?.focus(), []);
  const reached = steps.indexOf(run.step);
  const doneS = Math.min(run.measureS, run.samples.at(-1)?.atS ?? 0);
  const stop = () => {
    setStopping(true);
    void call('echo.stop', undefined).catch(() => setStopping(false));
  };
  return (
    <section className={styles.run} aria-label={t('calls.steps')}>
      {run.host && <p className="quiet">{t('calls.run.at', { host: run.host })}</p>}
      <ol className={styles.steps}>
        {steps.map((step, index) => {
          const where = index < reached ? 'done' : index === reached ? 'current' : 'ahead';
          return (
            <li
              key={step}
              className={styles.step}
              data-where={where}
              aria-current={where === 'current' ? 'step' : undefined}
            >
              <StepMark where={where} />
              {t(`calls.step.${step}`)}
              <span className="unseen">, {t(`calls.step.${where}`)}</span>
            </li>
          );
        })}
      </ol>
      <div className={styles.measured}>
        <progress
          className={styles.progress}
          max={run.measureS}
          value={doneS}
          aria-label={t('calls.step.measure')}
        />
        <span className="quiet">
          {t('calls.run.measured', { done: Math.floor(doneS), all: run.measureS })}
        </span>
      </div>
      <LiveGraph run={run} />
      <div className={styles.stop}>
        <button ref={stopButton} type="button" disabled={stopping} onClick={stop}>
          {t(stopping ? 'calls.run.stopping' : 'calls.run.stop')}
        </button>
        <span className="quiet">{t('calls.run.leaving')}</span>
      </div>
    </section>
  );
}

const marks = { done: 'M4 10.5l4 4 8-9', current: 'M10 10h.01', ahead: 'M10 10h.01' } as const;

function StepMark({ where }: Readonly<{ where: keyof typeof marks }>) {
  return (
    <svg className={styles.mark} viewBox="0 0 20 20" aria-hidden="true">
      <path d={marks[where]} />
    </svg>
  );
}

/** What screen readers announce: each step, and half-way through the measurement. */
export function announcement({ t }: Words, run: RunView): string {
  const doneS = run.samples.at(-1)?.atS ?? 0;
  if (run.step === 'measure' && doneS >= run.measureS / 2) return t('calls.run.half');
  const name = run.instance.name;
  const step = t(`calls.step.${run.step}`);
  return run.part
    ? t('calls.run.part', { ...run.part, name, step })
    : t('calls.run.step', { name, step });
}
