import { useState } from 'react';
import { directorySentence } from '../../../shared/wording/sentences.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { AppMark } from '../AppMark.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { FileNotes } from '../FileNotes.tsx';
import { NetworkSettings } from '../network/NetworkSettings.tsx';
import { Note } from '../Note.tsx';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Entrance } from './Entrance.tsx';
import { JoinForm } from './JoinForm.tsx';
import styles from './JoinPage.module.css';

type Props = Readonly<Pick<Snapshot, 'awaited' | 'fileTroubles' | 'proxyWants'>> &
  Readonly<{
    /** The co-op that a second start of the app, or a link, requested. */
    moveTo?: string | undefined;
  }>;

/** The first-run screen; also shown while the document of a known co-op cannot be loaded. */
export function JoinPage({ awaited, fileTroubles, moveTo, proxyWants }: Props) {
  const { t } = useWords();
  const asked = useFirst(moveTo);
  const source = asked ?? awaited?.source;
  return (
    // In the field, a key that was meant for something else would join what a link has filled in.
    <Entrance focusesHeading={asked !== undefined}>
      {awaited ? <AwaitedCoop {...awaited} /> : <FirstRun />}
      <FileNotes troubles={fileTroubles} />
      {asked !== undefined && <Note>{t('join.asked')}</Note>}
      <JoinForm key={source} source={source} takesFocus={asked === undefined} />
      <Network proxyWants={proxyWants} />
      {!awaited && <TryDemo />}
      <footer className={styles.foot}>
        <p className="quiet small">{t('join.privacy')}</p>
        <button
          type="button"
          className={`ghost ${styles.edge}`}
          onClick={() => void call('window.quit', undefined).catch(() => undefined)}
        >
          {t('menu.quit')}
        </button>
      </footer>
    </Entrance>
  );
}

/** A later link does not change the address that the member is reading, nor what they have made of it. */
function useFirst(moveTo: string | undefined): string | undefined {
  const [first, setFirst] = useState(moveTo);
  if (first === undefined && moveTo !== undefined) setFirst(moveTo);
  return first;
}

/**
 * Behind a proxy nobody gets to the settings: without it there is no co-op, and without a co-op no page of them. Once
 * open it stays so, since the login is answered here.
 */
function Network({ proxyWants }: Readonly<{ proxyWants: string | undefined }>) {
  const { t } = useWords();
  return (
    <Disclosure summary={t('proxy.settings')} open={proxyWants !== undefined}>
      <div className={styles.network}>
        <NetworkSettings />
      </div>
    </Disclosure>
  );
}

function FirstRun() {
  const { t } = useWords();
  return (
    <header className={styles.head}>
      <AppMark />
      <h1 tabIndex={-1}>{t('join.title')}</h1>
      <p>{t('join.what')}</p>
    </header>
  );
}

function AwaitedCoop({ source, error }: NonNullable<Props['awaited']>) {
  const { t } = useWords();
  return (
    <header className={styles.head}>
      <h1 tabIndex={-1}>{t('join.awaited.title')}</h1>
      <p>{t('join.awaited', { source, why: directorySentence(t, error, source) })}</p>
    </header>
  );
}

function TryDemo() {
  const { t } = useWords();
  const [isOpening, setOpening] = useState(false);
  const open = () => {
    if (isOpening) return;
    setOpening(true);
    void call('demo.enter', undefined).catch(() => setOpening(false));
  };
  return (
    <div className={styles.demo}>
      <p className="quiet">{t('join.demo')}</p>
      <button
        type="button"
        className={`ghost ${styles.edge}`}
        aria-disabled={isOpening}
        onClick={open}
      >
        {t(isOpening ? 'state.loading' : 'demo.enter')}
      </button>
    </div>
  );
}
