import { sourceNames } from '../../../shared/feedback/source-names.ts';
import { useWords } from '../../app/words.ts';
import { PictureCanvas } from './PictureCanvas.tsx';
import type { PictureWork } from './use-picture.ts';
import styles from './Sources.module.css';

/** The screens and windows to take a picture of. */
export function Sources({ work }: Readonly<{ work: PictureWork }>) {
  const { t } = useWords();
  const sources = work.sources ?? [];
  const names = sourceNames(t, sources);
  return (
    <>
      <p>{t('feedback.picture.choosing')}</p>
      <ul className={styles.sources}>
        {sources.map(({ id, thumbnail }, at) => (
          <li key={id}>
            <button
              type="button"
              className={styles.source}
              aria-disabled={work.busy}
              onClick={() => work.busy || work.takeSource(id)}
            >
              <PictureCanvas png={thumbnail} label="" small />
              <bdi className={styles.name}>{names[at]}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={work.leave}>
        {t('dialog.cancel')}
      </button>
    </>
  );
}
