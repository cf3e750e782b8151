import { useEffect, useEffectEvent, useState } from 'react';
import type { Microphone } from '../../../shared/echo/call-check.ts';
import { useWords } from '../../app/words.ts';
import { Retriable } from '../../components/Retriable.tsx';
import { listen } from './microphone.ts';
import styles from './PreCall.module.css';

/** The meter's minimum, in dBFS. */
const floorDb = -70;
/** Without a sound, there is nothing to go on with before it is put right. */
type Unheard = Extract<Microphone, 'silent' | 'refused' | 'none'>;

function isUnheard(found: Microphone): found is Unheard {
  return found === 'silent' || found === 'refused' || found === 'none';
}

/** Listens at once, and goes on by itself unless nothing was heard. */
export function MicrophoneCheck({ onFound }: Readonly<{ onFound: (found: Microphone) => void }>) {
  return <Retriable>{(onAgain) => <Attempt onFound={onFound} onAgain={onAgain} />}</Retriable>;
}

type Props = Readonly<{ onFound: (found: Microphone) => void; onAgain: () => void }>;

function Attempt({ onFound, onAgain }: Props) {
  const { t } = useWords();
  const [levelDb, setLevelDb] = useState(floorDb);
  const [found, setFound] = useState<Unheard>();
  // The caller's function is another in each render.
  const tell = useEffectEvent(onFound);
  useEffect(() => {
    const aborter = new AbortController();
    const { signal } = aborter;
    void listen(signal, setLevelDb).then((heard) => {
      if (signal.aborted || !heard) return;
      // Of a voice that is too faint or too loud, the result tells.
      if (isUnheard(heard)) setFound(heard);
      else tell(heard);
    });
    return () => aborter.abort();
  }, []);
  return (
    <>
      <h2>{t('calls.sound.microphone')}</h2>
      <output>{t(found ? `calls.sound.microphone.${found}` : 'calls.sound.listening')}</output>
      {found ? (
        <div className="row">
          <button type="button" className="primary" onClick={onAgain}>
            {t('state.retry')}
          </button>
          <button type="button" onClick={() => onFound(found)}>
            {t('calls.check.anyway')}
          </button>
        </div>
      ) : (
        <meter
          className={styles.meter}
          min={floorDb}
          max={0}
          value={Math.max(floorDb, levelDb)}
          aria-label={t('calls.sound.level')}
        />
      )}
    </>
  );
}
