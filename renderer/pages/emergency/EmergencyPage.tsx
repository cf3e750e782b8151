import { Download } from 'lucide-react';
import type { CardView } from '../../../shared/coop/card.ts';
import type { PageProps } from '../../app/page-props.ts';
import { useLanguageOf } from '../../app/text-languages.ts';
import { useWords } from '../../app/words.ts';
import { DocumentText } from '../../components/DocumentText.tsx';
import { Numbers } from '../../components/Numbers.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { FirstNumber, OtherContact } from './Contacts.tsx';
import styles from './EmergencyPage.module.css';

/** The emergency card, with the first phone number before everything else. It works without a network. */
export function EmergencyPage({ coop: { emergency: card } }: Pick<PageProps<'emergency'>, 'coop'>) {
  const { t } = useWords();
  if (!card) return null;
  const contacts = card.contacts.map((contact, index) => ({ contact, index }));
  const first = contacts.find(({ contact }) => contact.phone !== undefined);
  const others = contacts.filter((one) => one !== first);
  return (
    <article className={styles.page}>
      <PageHeader
        title={
          card.title === undefined ? (
            t('emergency.title')
          ) : (
            <DocumentText>{card.title}</DocumentText>
          )
        }
        lead={
          <span className={styles.kept}>
            <Download size={16} strokeWidth={1.75} aria-hidden="true" />
            {t('emergency.kept')}
          </span>
        }
      />
      {first && <FirstNumber {...first} />}
      {card.text !== undefined && <CardText text={card.text} />}
      {card.steps.length > 0 && <Steps steps={card.steps} />}
      {others.length > 0 && (
        <section className={styles.part} aria-labelledby="emergency-contacts">
          <h2 id="emergency-contacts">{t('emergency.contacts')}</h2>
          <ul className={`card ${styles.contacts}`}>
            {others.map((one) => (
              <OtherContact key={one.index} {...one} />
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function CardText({ text }: Readonly<{ text: string }>) {
  return (
    <p className={styles.text} dir="auto" lang={useLanguageOf(text)}>
      <Numbers>{text}</Numbers>
    </p>
  );
}

function Steps({ steps }: Readonly<{ steps: CardView['steps'] }>) {
  const { t } = useWords();
  return (
    <section className={styles.part} aria-labelledby="emergency-steps">
      <h2 id="emergency-steps">{t('emergency.steps')}</h2>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>
            <DocumentText>{step}</DocumentText>
          </li>
        ))}
      </ol>
    </section>
  );
}
