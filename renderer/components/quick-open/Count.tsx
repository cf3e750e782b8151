import { useEffect, useState } from 'react';
import { useWords } from '../../app/words.ts';

/** Said once typing pauses: a number at each letter would drown the letters. */
const pauseMs = 500;

type Props = Readonly<{ typed: string; count: number }>;

export function Count({ typed, count }: Props) {
  const { t } = useWords();
  const [said, setSaid] = useState<Props>();
  useEffect(() => {
    const timer = setTimeout(() => setSaid({ typed, count }), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, count]);
  return (
    <p className="unseen" aria-live="polite">
      {said?.typed === typed && t('quickOpen.count', { count: said.count })}
    </p>
  );
}
