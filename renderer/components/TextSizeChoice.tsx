import { useEffect, useState } from 'react';
import type { TextSize } from '../../shared/keyboard/text-size.ts';
import { textSizes, usualTextSize } from '../../shared/keyboard/text-size.ts';
import { call, on } from '../app/bridge.ts';
import { useWords } from '../app/words.ts';
import { Field } from './Field.tsx';

/** The setting for the size of everything in the window. */
export function TextSizeChoice() {
  const { t } = useWords();
  const [size, setSize] = useState<TextSize>(usualTextSize);
  useEffect(() => {
    void call('window.textSize', undefined).then(setSize);
    return on('textSize', setSize);
  }, []);
  return (
    <Field label={t('textSize.title')}>
      {(control) => (
        <select
          {...control}
          value={size}
          onChange={({ target }) => {
            const chosen = textSizes.find((one) => `${one}` === target.value);
            if (chosen) void call('window.setTextSize', { size: chosen });
          }}
        >
          {textSizes.map((percent) => (
            <option key={percent} value={percent}>
              {t('textSize.percent', { percent })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
