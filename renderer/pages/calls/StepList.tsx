import { Check } from 'lucide-react';
import type { SoundFound } from '../../../shared/echo/call-check.ts';
import { useWords } from '../../app/words.ts';
import styles from './StepList.module.css';

const checkSteps = ['microphone', 'speaker', 'server'] as const;

type Props = Readonly<{
  /** What was found so far. */
  sound: SoundFound;
  at: (typeof checkSteps)[number];
}>;

/** The three parts of a check before a call. */
export function StepList({ sound, at }: Props) {
  const { t } = useWords();
  const reached = checkSteps.indexOf(at);
  return (
    <ol className={styles.steps} aria-label={t('calls.check.steps')}>
      {checkSteps.map((step, index) => {
        const where = index < reached ? 'done' : index === reached ? 'current' : 'ahead';
        const isSkipped = where === 'done' && step !== 'server' && sound[step] === undefined;
        return (
          <li
            key={step}
            className={styles.step}
            data-where={where}
            aria-current={where === 'current' ? 'step' : undefined}
          >
            <span className={styles.mark} aria-hidden="true">
              {where === 'done' && !isSkipped ? <Check size={14} strokeWidth={2.5} /> : index + 1}
            </span>
            {t(`calls.check.step.${step}`)}{' '}
            <span className="unseen">
              {t(isSkipped ? 'calls.step.skipped' : `calls.step.${where}`)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
