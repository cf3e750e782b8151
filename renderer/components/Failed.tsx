import { TriangleAlert } from 'lucide-react';
import { useWords } from '../app/words.ts';
import { EmptyState } from './EmptyState.tsx';

/** In the place of what could not be read; `text` says why, if that is known. */
export function Failed({ text, onRetry }: Readonly<{ text?: string; onRetry: () => void }>) {
  const { t } = useWords();
  return (
    <div role="alert">
      <EmptyState icon={TriangleAlert} text={text ?? t('state.failed')}>
        <button type="button" onClick={onRetry}>
          {t('state.retry')}
        </button>
      </EmptyState>
    </div>
  );
}
