import type { CardView } from '../../../shared/coop/card.ts';
import { call } from '../../app/bridge.ts';
import type { PageProps } from '../../app/page-props.ts';
import { useWords } from '../../app/words.ts';
import styles from './EmergencyPage.module.css';

/** The emergency card. It works without a network. */
export function EmergencyPage({ coop: { emergency: card } }: PageProps<'emergency'>) {
  const { t } = useWords();
  if (!card) return null;
  return (
    <article className={styles.page}>
      <h1 dir="auto">{card.title ?? t('emergency.title')}</h1>
      {card.text && (
        <p className={styles.text} dir="auto">
          {card.text}
        </p>
      )}
      {card.steps.length > 0 && (
        <section>
          <h2>{t('emergency.steps')}</h2>
          <ol className={styles.steps}>
            {card.steps.map((step) => (
              <li key={step} dir="auto">
                {step}
              </li>
            ))}
          </ol>
        </section>
      )}
      {card.contacts.length > 0 && (
        <section>
          <h2>{t('emergency.contacts')}</h2>
          <ul className={styles.contacts}>
            {card.contacts.map((contact, index) => (
              <Person key={`${contact.name} ${contact.role}`} contact={contact} index={index} />
            ))}
          </ul>
        </section>
      )}
      <p className="quiet">{t('emergency.kept')}</p>
    </article>
  );
}

type PersonProps = Readonly<{ contact: CardView['contacts'][number]; index: number }>;

/** Phone number and email address are selectable text; main opens the links. */
function Person({ contact, index }: PersonProps) {
  const { t } = useWords();
  const { name, role, phone, email, hasPage } = contact;
  const open = (which: 'phone' | 'email' | 'page') => () =>
    void call('link.open', { contact: index, which });
  return (
    <li className={styles.contact}>
      <p className={styles.who}>
        <strong dir="auto">{name}</strong> {role && <bdi className="quiet">{role}</bdi>}
      </p>
      <div className={styles.ways}>
        {phone && (
          <p className={styles.way}>
            <span className={styles.value}>{phone}</span>
            <button
              type="button"
              aria-label={t('emergency.callName', { name })}
              onClick={open('phone')}
            >
              {t('emergency.call')}
            </button>
          </p>
        )}
        {email && (
          <p className={styles.way}>
            <span className={styles.value}>{email}</span>
            <button
              type="button"
              aria-label={t('emergency.writeName', { name })}
              onClick={open('email')}
            >
              {t('emergency.write')}
            </button>
          </p>
        )}
        {hasPage && (
          <p className={styles.way}>
            <button
              type="button"
              aria-label={t('status.openService', { name })}
              onClick={open('page')}
            >
              {t('status.open')}
            </button>
          </p>
        )}
      </div>
    </li>
  );
}
