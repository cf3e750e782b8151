import { useEffect, useState } from 'react';
import type { Speaker } from '../../../shared/echo/call-check.ts';
import { useWords } from '../../app/words.ts';
import { Retriable } from '../../components/Retriable.tsx';
import { playTone } from './tone.ts';

/** Plays a tone at once, and asks whether it was heard. */
export function SpeakerCheck({ onFound }: Readonly<{ onFound: (heard: Speaker) => void }>) {
  return <Retriable>{(onAgain) => <Attempt onFound={onFound} onAgain={onAgain} />}</Retriable>;
}

type Props = Readonly<{ onFound: (heard: Speaker) => void; onAgain: () => void }>;

function Attempt({ onFound, onAgain }: Props) {
  const { t } = useWords();
  const [isPlaying, setIsPlaying] = useState(true);
  const [isUnheard, setIsUnheard] = useState(false);
  useEffect(() => {
    let isHere = true;
    void playTone()
      .catch(() => undefined)
      .then(() => {
        if (isHere) setIsPlaying(false);
      });
    return () => {
      isHere = false;
    };
  }, []);
  return (
    <>
      <h2>{t('calls.sound.speaker')}</h2>
      <output>
        {isPlaying
          ? t('calls.sound.playing')
          : t(isUnheard ? 'calls.sound.speaker.not-heard' : 'calls.sound.heard')}
      </output>
      <div className="row">
        {isUnheard ? (
          <>
            <button type="button" className="primary" onClick={onAgain}>
              {t('calls.sound.again')}
            </button>
            <button type="button" onClick={() => onFound('not-heard')}>
              {t('calls.check.anyway')}
            </button>
          </>
        ) : (
          <>
            <button type="button" className="primary" onClick={() => onFound('ok')}>
              {t('calls.sound.yes')}
            </button>
            <button type="button" onClick={() => setIsUnheard(true)}>
              {t('calls.sound.no')}
            </button>
            <button
              type="button"
              className="ghost"
              aria-disabled={isPlaying}
              onClick={() => {
                if (!isPlaying) onAgain();
              }}
            >
              {t('calls.sound.again')}
            </button>
          </>
        )}
      </div>
    </>
  );
}
