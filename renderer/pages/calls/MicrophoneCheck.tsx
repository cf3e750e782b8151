import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../app/words.ts';
import type { Microphone } from './microphone.ts';
import { listen } from './microphone.ts';
import styles from './SoundCheck.module.css';

type Props = Readonly<{
  found: Microphone | undefined;
  onFound: (microphone: Microphone) => void;
}>;

/** The meter's minimum, in dBFS. */
const floorDb = -70;

export function MicrophoneCheck({ found, onFound }: Props) {
  const { t } = useWords();
  const [levelDb, setLevelDb] = useState<number>();
  const unmount = useRef(new AbortController());
  useEffect(() => {
    const aborter = new AbortController();
    unmount.current = aborter;
    return () => aborter.abort();
  }, []);
  const listening = levelDb !== undefined;
  const start = async () => {
    const { signal } = unmount.current;
    setLevelDb(floorDb);
    const heard = await listen(signal, setLevelDb);
    if (signal.aborted) return;
    setLevelDb(undefined);
    if (heard) onFound(heard);
  };
  return (
    <section className={styles.part}>
      <h3>{t('calls.sound.microphone')}</h3>
      <div className={styles.row}>
        <button type="button" disabled={listening} onClick={() => void start()}>
          {t(listening ? 'calls.sound.listening' : 'calls.sound.listen')}
        </button>
        {listening && (
          <meter
            className={styles.meter}
            min={floorDb}
            max={0}
            value={Math.max(floorDb, levelDb)}
            aria-label={t('calls.sound.level')}
          />
        )}
      </div>
      <output>{found && !listening && t(`calls.sound.microphone.${found}`)}</output>
    </section>
  );
}
