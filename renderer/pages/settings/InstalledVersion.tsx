import { useWords } from '../../app/words.ts';
import { RestartButton } from '../../components/RestartButton.tsx';

/** In the place of the updates, which are the new version's business by now. */
export function InstalledVersion({ version }: Readonly<{ version: string }>) {
  const { t } = useWords();
  return (
    <>
      <p>{t('updates.installedBelow', { version })}</p>
      <div className="row">
        <RestartButton />
      </div>
    </>
  );
}
