import {
  Activity,
  Archive,
  CircleArrowUp,
  FlaskConical,
  Headphones,
  LifeBuoy,
  Megaphone,
  MessageSquare,
  Wrench,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { CardView } from '../../../shared/coop/card.ts';
import type { TodayItem } from '../../../shared/pages.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import type { TodayKind } from '../../../shared/today/line.ts';
import { askText } from '../../../shared/wording/backups-page.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { EventNotes } from '../../components/notes/EventNotes.tsx';
import { Offers } from '../../components/Offers.tsx';
import { OthersToAsk } from '../../components/OthersToAsk.tsx';
import { RestartButton } from '../../components/RestartButton.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import styles from './LineCard.module.css';

const pictures: Readonly<Record<TodayKind, LucideIcon>> = {
  emergency: LifeBuoy,
  trouble: Activity,
  call: Headphones,
  answers: MessageSquare,
  news: Megaphone,
  backups: Archive,
  staging: FlaskConical,
  work: Wrench,
  update: CircleArrowUp,
};

type Props = Readonly<{
  line: TodayItem;
  /** Of its kind: what it offers is the first choice. */
  isFirst: boolean;
  /** The service for which something else may be used. */
  view: ServiceView | undefined;
  /** Where people who may be asked can be reached. */
  card: CardView | undefined;
  onOpen: () => void;
}>;

/** What helps at once comes before the page that says more. */
export function LineCard({ line, isFirst, view, card, onOpen }: Props) {
  const { t } = useWords();
  const { kind, about, sentence, more = [], verdict, asks, joins, restarts, open } = line;
  const Picture = pictures[kind];
  return (
    <li className={`card ${styles.card}`}>
      {verdict ? (
        <StateIcon verdict={verdict} />
      ) : (
        <Picture size={20} strokeWidth={1.75} aria-hidden="true" className={styles.picture} />
      )}
      <div className={styles.text}>
        <h2 dir="auto">{sentence}</h2>
        {more.map((one) => (
          <p key={one} dir="auto" className="quiet">
            {one}
          </p>
        ))}
        {asks && (
          <OthersToAsk people={asks} card={card}>
            {(others, mayAsk) => mayAsk && <p dir="auto">{askText(t, others)}</p>}
          </OthersToAsk>
        )}
      </div>
      <div className={`row ${view ? styles.below : styles.beside}`}>
        {view && <Offers view={view} />}
        {joins && <Join about={about} isFirst={isFirst} {...joins} />}
        {restarts && <RestartButton />}
        {kind === 'call' && <EventNotes id={line.id} />}
        <button
          type="button"
          aria-label={open ?? t('status.detailsOf', { name: about })}
          onClick={onOpen}
        >
          {open ?? t('status.details')}
        </button>
      </div>
    </li>
  );
}

type JoinProps = Pick<Props, 'isFirst'> &
  Pick<TodayItem, 'about'> &
  NonNullable<TodayItem['joins']>;

function Join({ about, isFirst, meetingId, place }: JoinProps) {
  const { t } = useWords();
  return (
    <button
      type="button"
      className={isFirst ? 'primary' : undefined}
      aria-label={t('calendar.join.at', { title: about, place })}
      onClick={() => void call('calendar.join', { id: meetingId, place: 0 })}
    >
      {t('calendar.join')}
    </button>
  );
}
