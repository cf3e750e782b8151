import { useMemo, useState } from 'react';
import { requestLimit } from '../../../shared/backups/ipc.ts';
import type { CardView } from '../../../shared/coop/card.ts';
import { fold } from '../../../shared/text/fold.ts';
import { redact } from '../../../shared/redact/redact.ts';
import { removalsOf } from '../../../shared/redact/removals.ts';
import { askText } from '../../../shared/wording/backups-page.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { DocumentText } from '../../components/DocumentText.tsx';
import { Dialog, DialogButtons } from '../../components/Dialog.tsx';
import { TakenOut } from '../../components/TakenOut.tsx';
import { EmailWay, PhoneWay } from '../../components/Ways.tsx';
import styles from './RequestDialog.module.css';
import type { Request } from './request-text.ts';

type Props = Readonly<{
  people: readonly string[];
  card: CardView | undefined;
  request: Request;
  onClose: () => void;
}>;

/** Lets the member edit a request and copy it. */
export function RequestDialog({ people, card, request, onClose }: Props) {
  const { t } = useWords();
  const [text, setText] = useState(request.text);
  const [kept, setKept] = useState<readonly string[]>([]);
  const removals = useMemo(() => removalsOf(redact(text, kept).redactions), [text, kept]);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await call('backups.copyRequest', { text, kept: [...kept] });
    setCopied(true);
  };
  return (
    <Dialog title={request.title} onClose={onClose}>
      <p>
        {askText(t, people)} {request.help}{' '}
        {t(request.help ? 'backupspage.restore.send' : 'backupspage.ask.send')}
      </p>
      <ContactWays people={people} card={card} />
      <textarea
        className={styles.text}
        dir="auto"
        aria-label={t('backupspage.restore.request')}
        value={text}
        maxLength={requestLimit}
        onChange={(event) => {
          setText(event.target.value);
          setCopied(false);
        }}
      />
      <TakenOut
        legend="redact.legend.copy"
        removals={removals}
        kept={kept}
        onKeep={(next) => {
          setKept(next);
          setCopied(false);
        }}
      />
      <p aria-live="polite" className="quiet">
        {copied && t('backupspage.restore.copied')}
      </p>
      <DialogButtons onCancel={onClose} cancelLabel={t('backupspage.close')}>
        <button type="button" className="primary" onClick={() => void copy()}>
          {t('backupspage.restore.copy')}
        </button>
      </DialogButtons>
    </Dialog>
  );
}

/** How to reach those to ask, as far as the emergency card says it. */
function ContactWays({ people, card }: Pick<Props, 'people' | 'card'>) {
  const { t } = useWords();
  const asked = new Set(people.map(fold));
  // Main knows the addresses by their place on the card.
  const known = (card?.contacts ?? [])
    .map((contact, index) => ({ ...contact, index }))
    .filter(({ name, phone, email }) => asked.has(fold(name)) && (phone ?? email) !== undefined);
  if (known.length === 0) return null;
  return (
    <ul className={styles.contacts}>
      {known.map(({ name, phone, email, index }) => (
        <li key={index}>
          <strong>
            <DocumentText>{name}</DocumentText>
          </strong>
          {phone !== undefined && (
            <PhoneWay
              number={phone}
              label={t('emergency.callName', { name })}
              of={{ contact: index, which: 'phone' }}
            />
          )}
          {email !== undefined && (
            <EmailWay name={name} email={email} of={{ contact: index, which: 'email' }} />
          )}
        </li>
      ))}
    </ul>
  );
}
