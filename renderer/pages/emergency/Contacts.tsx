import { ExternalLink, Phone } from 'lucide-react';
import type { CardView } from '../../../shared/coop/card.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { DocumentText } from '../../components/DocumentText.tsx';
import { Numbers } from '../../components/Numbers.tsx';
import { CopyButton, EmailWay, PhoneWay, Way } from '../../components/Ways.tsx';
import styles from './Contacts.module.css';

type Props = Readonly<{
  contact: CardView['contacts'][number];
  /** Its place on the card: main knows the addresses. */
  index: number;
}>;

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** Whom to call first: large enough to read from a phone in the other hand. */
export function FirstNumber({ contact, index }: Props) {
  const { t } = useWords();
  const { name, phone, email, hasPage } = contact;
  return (
    <section className={`card ${styles.first}`} aria-label={name}>
      <Who contact={contact} />
      <p className={`${styles.number} figures`} dir="ltr">
        {phone !== undefined && <Numbers>{phone}</Numbers>}
      </p>
      <div className="row">
        <button
          type="button"
          className="primary"
          aria-label={t('emergency.callName', { name })}
          onClick={() => void call('link.open', { contact: index, which: 'phone' })}
        >
          <Phone {...icon} />
          {t('emergency.call')}
        </button>
        <CopyButton
          of={{ contact: index, which: 'phone' }}
          label={t('emergency.copyValue', { value: phone ?? '' })}
        />
      </div>
      {email !== undefined && (
        <EmailWay name={name} email={email} of={{ contact: index, which: 'email' }} />
      )}
      {hasPage && <PageWay name={name} index={index} />}
    </section>
  );
}

export function OtherContact({ contact, index }: Props) {
  const { t } = useWords();
  const { name, phone, email, hasPage } = contact;
  return (
    <li className={styles.contact}>
      <Who contact={contact} />
      <div className={styles.ways}>
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
        {hasPage && <PageWay name={name} index={index} />}
      </div>
    </li>
  );
}

function Who({ contact: { name, role } }: Pick<Props, 'contact'>) {
  return (
    <p className={styles.who}>
      <strong>
        <DocumentText>{name}</DocumentText>
      </strong>
      {role !== undefined && (
        <span className="quiet">
          <DocumentText>{role}</DocumentText>
        </span>
      )}
    </p>
  );
}

function PageWay({ name, index }: Readonly<{ name: string; index: number }>) {
  const { t } = useWords();
  return (
    <Way>
      <button
        type="button"
        aria-label={t('status.openService', { name })}
        onClick={() => void call('link.open', { contact: index, which: 'page' })}
      >
        <ExternalLink {...icon} />
        {t('status.open')}
      </button>
    </Way>
  );
}
