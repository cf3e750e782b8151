import { useEffect, useState } from 'react';
import type { TextSize } from '../../shared/keyboard/text-size.ts';
import { on } from './bridge.ts';
import { useWords } from './words.ts';

/** Tells those who cannot see it that a key has changed the size. */
export function TextSizeNote() {
  const { t } = useWords();
  const [size, setSize] = useState<TextSize>();
  useEffect(() => on('textSize', setSize), []);
  return (
    <output className="unseen">{size !== undefined && t('textSize.now', { percent: size })}</output>
  );
}
