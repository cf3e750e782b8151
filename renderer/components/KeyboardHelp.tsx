import { Keyboard } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../app/words.ts';
import { KeyList } from './KeyList.tsx';

/** The way to the list of keys for those who do not know its key. */
export function KeyboardHelp() {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="row">
      <button type="button" onClick={() => setOpen(true)}>
        <Keyboard size={18} strokeWidth={1.75} aria-hidden="true" />
        {t('keys.title')}
      </button>
      {isOpen && <KeyList onClose={() => setOpen(false)} />}
    </div>
  );
}
