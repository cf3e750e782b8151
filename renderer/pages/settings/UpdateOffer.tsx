import { useState } from 'react';
import type { Transfer, UpdatesState } from '../../../shared/updates/ipc.ts';
import { sizeText } from '../../../shared/wording/backups.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Note } from '../../components/Note.tsx';
import styles from './Updates.module.css';

type Offer = NonNullable<UpdatesState['offer']>;
type Props = Readonly<{ state: UpdatesState; offer: Offer }>;

/** The new version, and what the member can do about it. */
export function UpdateOffer({ state, offer }: Props) {
  const { t, times } = useWords();
  const { version, issuedUtcMs, notes } = offer;
  return (
    <div className={styles.group}>
      <h3>{t('updates.offer', { version })}</h3>
      <p className="quiet">{t('updates.offer.published', { date: times.date(issuedUtcMs) })}</p>
      {notes !== '' && (
        <Disclosure summary={t('updates.notes')}>
          <p className={styles.notes} dir="auto">
            {notes}
          </p>
        </Disclosure>
      )}
      {state.place.how === 'replace' ? (
        <Replace offer={offer} transfer={state.transfer} />
      ) : (
        <ByHand state={state} offer={offer} />
      )}
      <Buttons state={state} offer={offer} />
    </div>
  );
}

function Replace({ offer, transfer }: Readonly<{ offer: Offer; transfer: Transfer | undefined }>) {
  const { t } = useWords();
  if (offer.sizeBytes === undefined) return <p>{t('updates.noPackage')}</p>;
  return (
    <>
      {/* Always there, so that screen readers read out what comes into it. */}
      <div aria-live="polite">
        {transfer?.at === 'ready' && <p>{t('updates.ready', { version: offer.version })}</p>}
        {transfer?.at === 'installing' && <p>{t('updates.installing')}</p>}
        {transfer?.at === 'installed' && (
          <p>{t('updates.installed', { version: transfer.version })}</p>
        )}
        {transfer?.at === 'failed' && (
          <Note>
            {t('updates.transfer.failed', { why: t(`updates.transfer.${transfer.code}`) })}
          </Note>
        )}
      </div>
      {transfer?.at === 'downloading' && <Progress transfer={transfer} />}
    </>
  );
}

function Progress({
  transfer: { gotBytes, ofBytes },
}: Readonly<{ transfer: Extract<Transfer, { at: 'downloading' }> }>) {
  const { t } = useWords();
  return (
    <>
      <progress
        className={styles.progress}
        max={ofBytes}
        value={gotBytes}
        aria-label={t('updates.downloading')}
      />
      <p className="quiet">
        {t('updates.downloaded', { got: sizeText(t, gotBytes), all: sizeText(t, ofBytes) })}
      </p>
    </>
  );
}

function ByHand({ state: { place }, offer }: Props) {
  const { t } = useWords();
  return (
    <>
      {place.how === 'by-hand' && <p>{t(`updates.by.${place.kind}`)}</p>}
      {offer.command !== undefined && offer.fileName !== undefined && (
        <Command file={offer.fileName} command={offer.command} />
      )}
    </>
  );
}

/** What the member can do now: the next step first. */
function Buttons({ state: { place, transfer }, offer: { sizeBytes } }: Props) {
  const { t } = useWords();
  const at = transfer?.at ?? 'offered';
  if (at === 'installing' || at === 'installed') return null;
  const isResting = at === 'offered' || at === 'failed';
  return (
    <div className="row">
      {isResting && place.how === 'replace' && sizeBytes !== undefined && (
        <button
          type="button"
          className="primary"
          onClick={() => void call('updates.download', undefined)}
        >
          {t('updates.download', { size: sizeText(t, sizeBytes) })}
        </button>
      )}
      {at === 'ready' && (
        <button
          type="button"
          className="primary"
          onClick={() => void call('updates.install', undefined)}
        >
          {t('updates.install')}
        </button>
      )}
      {isResting ? (
        <button type="button" onClick={() => void call('updates.openPage', undefined)}>
          {t('updates.page')}
        </button>
      ) : (
        <button type="button" onClick={() => void call('updates.cancel', undefined)}>
          {t('dialog.cancel')}
        </button>
      )}
    </div>
  );
}

function Command({ file, command }: Readonly<{ file: string; command: string }>) {
  const { t } = useWords();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await call('updates.copyCommand', undefined);
    setCopied(true);
  };
  return (
    <>
      <p>{t('updates.command', { file })}</p>
      <p>
        <code className={styles.command}>{command}</code>
      </p>
      <div className="row">
        <button type="button" onClick={() => void copy()}>
          {t('updates.command.copy')}
        </button>
        <span aria-live="polite">{isCopied && t('updates.command.copied')}</span>
      </div>
    </>
  );
}
