import { useEffect, useState } from 'react';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { MicrophoneCheck } from './MicrophoneCheck.tsx';
import type { Microphone } from './microphone.ts';
import { SpeakerCheck } from './SpeakerCheck.tsx';
import styles from './SoundCheck.module.css';

type Sound = Readonly<{ microphone?: Microphone; speaker?: 'ok' | 'not-heard' }>;

/** Checks speaker and microphone locally. The microphone is permitted only while this is shown. */
export function SoundCheck() {
  const { t } = useWords();
  const [sound, setSound] = useState<Sound>({});
  useEffect(() => {
    const allow = (open: boolean) =>
      void call('echo.allowMicrophone', { open }).catch(() => undefined);
    allow(true);
    return () => allow(false);
  }, []);
  const update = (found: Sound) => {
    const next = { ...sound, ...found };
    setSound(next);
    void call('echo.setSound', next).catch(() => undefined);
  };
  return (
    <div className={styles.check}>
      <p className="quiet">{t('calls.sound.help')}</p>
      <MicrophoneCheck found={sound.microphone} onFound={(microphone) => update({ microphone })} />
      <SpeakerCheck found={sound.speaker} onFound={(speaker) => update({ speaker })} />
    </div>
  );
}
