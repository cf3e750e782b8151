import { useState } from 'react';
import { useWords } from '../../app/words.ts';
import styles from './SoundCheck.module.css';
import { playTone } from './tone.ts';

type Heard = 'ok' | 'not-heard';
type Props = Readonly<{ found: Heard | undefined; onFound: (heard: Heard) => void }>;

export function SpeakerCheck({ found, onFound }: Props) {
  const { t } = useWords();
  const [step, setStep] = useState<'idle' | 'playing' | 'asking'>('idle');
  const play = async () => {
    setStep('playing');
    await playTone();
    setStep('asking');
  };
  const answer = (heard: Heard) => {
    setStep('idle');
    onFound(heard);
  };
  return (
    <section className={styles.part}>
      <h3>{t('calls.sound.speaker')}</h3>
      <div className={styles.row}>
        <button type="button" disabled={step === 'playing'} onClick={() => void play()}>
          {t(step === 'playing' ? 'calls.sound.playing' : 'calls.sound.play')}
        </button>
        {step === 'asking' && (
          <fieldset className={styles.row}>
            <legend className={styles.asked}>{t('calls.sound.heard')}</legend>
            <button type="button" onClick={() => answer('ok')}>
              {t('calls.sound.yes')}
            </button>
            <button type="button" onClick={() => answer('not-heard')}>
              {t('calls.sound.no')}
            </button>
          </fieldset>
        )}
      </div>
      <output>{found && step === 'idle' && t(`calls.sound.speaker.${found}`)}</output>
    </section>
  );
}
