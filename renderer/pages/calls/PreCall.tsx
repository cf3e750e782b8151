import { useEffect, useState } from 'react';
import type { Microphone, SoundFound, Speaker } from '../../../shared/echo/call-check.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { MicrophoneCheck } from './MicrophoneCheck.tsx';
import { SpeakerCheck } from './SpeakerCheck.tsx';
import { StepList } from './StepList.tsx';
import styles from './PreCall.module.css';

type Props = Readonly<{
  /** Called once, with what was found; a skipped part is absent. */
  onDone: (found: SoundFound) => void;
  onCancel: () => void;
}>;

const takeFocus = (shown: HTMLElement | null) => shown?.focus();

/** The part of a check before the server: microphone, then speaker. The microphone is permitted only meanwhile. */
export function PreCall({ onDone, onCancel }: Props) {
  const { t } = useWords();
  const [isAllowed, setIsAllowed] = useState(false);
  const [microphone, setMicrophone] = useState<Microphone | 'skipped'>();
  const [isOver, setIsOver] = useState(false);
  const step = isOver ? 'server' : microphone === undefined ? 'microphone' : 'speaker';
  useEffect(() => {
    let isHere = true;
    const allow = (open: boolean) => call('echo.allowMicrophone', { open }).catch(() => undefined);
    void allow(true).then(() => {
      if (isHere) setIsAllowed(true);
    });
    return () => {
      isHere = false;
      void allow(false);
    };
  }, []);
  const end = (speaker: Speaker | undefined) => {
    setIsOver(true);
    onDone({
      ...(microphone === 'skipped' ? {} : { microphone }),
      ...(speaker ? { speaker } : {}),
    });
  };
  return (
    <div className={styles.check}>
      <PageHeader title={t('calls.check.title')} lead={t('calls.sound.help')} />
      <StepList sound={microphone === 'skipped' ? {} : { microphone }} at={step} />
      <section
        key={step}
        // The pressed button is gone with its step.
        ref={takeFocus}
        tabIndex={-1}
        className={`card ${styles.card}`}
        aria-label={t(`calls.check.step.${step}`)}
      >
        {step === 'microphone' && isAllowed && <MicrophoneCheck onFound={setMicrophone} />}
        {step === 'speaker' && <SpeakerCheck onFound={end} />}
        {step === 'server' && <p>{t('calls.check.starting')}</p>}
      </section>
      {step !== 'server' && (
        <div className="row">
          <button type="button" onClick={onCancel}>
            {t('dialog.cancel')}
          </button>
          <button
            type="button"
            className="ghost"
            onClick={() => (step === 'microphone' ? setMicrophone('skipped') : end(undefined))}
          >
            {t(`calls.check.skip.${step}`)}
          </button>
        </div>
      )}
    </div>
  );
}
