import { useWords } from '../../app/words.ts';

/** In the place of the accounts while their code, and then their state, is loaded. */
export function AccountsLoading() {
  const { t } = useWords();
  return (
    <p className="quiet" aria-busy="true">
      {t('accounts.loading')}
    </p>
  );
}
