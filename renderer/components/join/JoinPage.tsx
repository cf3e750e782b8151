import { directorySentence } from '../../../shared/wording/sentences.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { AddressAttempt } from '../AddressForm.tsx';
import { AddressForm } from '../AddressForm.tsx';
import { FileNotes } from '../FileNotes.tsx';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import styles from './JoinPage.module.css';

type Props = Readonly<Pick<Snapshot, 'awaited' | 'fileTroubles'>> &
  Readonly<{
    /** The co-op that a second start of the app requested. */
    moveTo?: string | undefined;
  }>;

/** The first-run screen; also shown while the document of a known co-op cannot be loaded. */
export function JoinPage({ awaited, fileTroubles, moveTo }: Props) {
  const { t } = useWords();
  const source = moveTo ?? awaited?.source;
  return (
    <main className={styles.page}>
      {awaited ? <AwaitedCoop {...awaited} /> : <FirstRun />}
      <FileNotes troubles={fileTroubles} />
      <JoinForm key={source} source={source} />
      <p className="quiet">{t('join.privacy')}</p>
    </main>
  );
}

function FirstRun() {
  const { t } = useWords();
  return (
    <>
      <h1>{t('join.title')}</h1>
      <p>{t('join.explain')}</p>
    </>
  );
}

function AwaitedCoop({ source, error }: NonNullable<Props['awaited']>) {
  const { t } = useWords();
  return (
    <>
      <h1>{t('join.awaited.title')}</h1>
      <p>{t('join.awaited', { source, why: directorySentence(t, error, source) })}</p>
    </>
  );
}

/** Also used to move to another co-op. */
export function JoinForm({ source: initial }: Readonly<{ source?: string | undefined }>) {
  const { t } = useWords();
  const join = async (source: string): Promise<AddressAttempt> => {
    try {
      const result = await call('coop.join', { source });
      return {
        address: source,
        ...(result.joined ? {} : { error: directorySentence(t, result.error, source) }),
      };
    } catch {
      return { address: source, error: t('fault.call') };
    }
  };
  return (
    <div className={styles.form}>
      <AddressForm
        label={t('join.label')}
        placeholder={t('join.placeholder')}
        initial={initial}
        submitLabel={t('join.submit')}
        busyLabel={t('join.busy')}
        primary
        onSubmit={join}
      />
    </div>
  );
}
