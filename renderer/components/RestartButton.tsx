import { call } from '../app/bridge.ts';
import { useWords } from '../app/words.ts';

export function RestartButton() {
  const { t } = useWords();
  return (
    <button
      type="button"
      className="primary"
      onClick={() => void call('window.restart', undefined)}
    >
      {t('updates.restart')}
    </button>
  );
}
