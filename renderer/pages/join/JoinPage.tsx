import { useActionState } from 'react';
import { directorySentence } from '../../../shared/wording/sentences.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { FileNotes } from '../../components/FileNotes.tsx';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import styles from './JoinPage.module.css';

type Props = Readonly<Pick<Snapshot, 'awaited' | 'fileTroubles'>> &
  Readonly<{
    /** What another start of the app has named. */
    moveTo?: string | undefined;
  }>;

/** The first-run screen, and what stands in for it while the document of a known co-op cannot be read. */
export function JoinPage({ awaited, fileTroubles, moveTo }: Props) {
  const { t } = useWords();
  const source = moveTo ?? awaited?.source;
  return (
    <main className={styles.page}>
      {awaited ? <AwaitedCoop {...awaited} /> : <FirstRun />}
      <FileNotes troubles={fileTroubles} />
      <JoinForm key={source} source={source} />
      <p className={styles.quiet}>{t('join.privacy')}</p>
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

type Attempt = Readonly<{ source: string; error?: string }>;

/** Also how a member moves to another co-op. */
export function JoinForm({ source: known = '' }: Readonly<{ source?: string | undefined }>) {
  const { t } = useWords();
  const [attempt, submit, busy] = useActionState<Attempt, FormData>(
    async (_before, form) => {
      const typed = form.get('source');
      const source = typeof typed === 'string' ? typed : '';
      try {
        const result = await call('coop.join', { source });
        return result.joined
          ? { source }
          : { source, error: directorySentence(t, result.error, source) };
      } catch {
        return { source, error: t('fault.call') };
      }
    },
    { source: known },
  );
  return (
    <form action={submit} className={styles.form}>
      <label htmlFor="source">{t('join.label')}</label>
      <div className={styles.row}>
        <input
          id="source"
          name="source"
          className={styles.input}
          defaultValue={attempt.source}
          placeholder={t('join.placeholder')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={2048}
          aria-invalid={attempt.error !== undefined}
          aria-describedby="join-error"
        />
        <button type="submit" className="primary" disabled={busy}>
          {t(busy ? 'join.busy' : 'join.submit')}
        </button>
      </div>
      <p id="join-error" role="alert" className={styles.error}>
        {attempt.error}
      </p>
    </form>
  );
}
