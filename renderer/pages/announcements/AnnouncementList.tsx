import type { Announcement } from '../../../shared/announcements/state.ts';
import type { TextPart } from '../../../shared/announcements/text-parts.ts';
import { partsOf } from '../../../shared/announcements/text-parts.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Pill } from '../../components/Pill.tsx';
import styles from './AnnouncementsPage.module.css';

type Props = Readonly<{
  /** Newest first. */
  announcements: readonly Announcement[];
  /** Whether it was new when the page opened. */
  isFresh: (id: string) => boolean;
}>;

export function AnnouncementList({ announcements, isFresh }: Props) {
  return (
    <ul className={styles.list}>
      {announcements.map((one) => (
        <Item key={one.id} one={one} isNew={one.unread || isFresh(one.id)} />
      ))}
    </ul>
  );
}

function Item({ one, isNew }: Readonly<{ one: Announcement; isNew: boolean }>) {
  const { t, times } = useWords();
  const now = useNow();
  // The same link may stand in a text twice.
  const parts = partsOf(one.text).map((part, place) => ({ part, place }));
  return (
    <li className={`card ${styles.item}`}>
      <div className="row">
        <h2>
          <bdi>{one.by}</bdi>
        </h2>
        <span className="quiet">{times.clock(one.atUtcMs, now)}</span>
        {isNew && <Pill tone="planned">{t('news.new')}</Pill>}
      </div>
      <p className={styles.text} dir="auto">
        {parts.map(({ part, place }) => (
          <Part key={place} id={one.id} part={part} />
        ))}
      </p>
    </li>
  );
}

/** A link is shown in full. Main opens it, if the announcement has it. */
function Part({ id, part: { is, text } }: Readonly<{ id: string; part: TextPart }>) {
  if (is === 'text') return text;
  return (
    <button
      type="button"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an anchor would let the window itself go there
      role="link"
      className="link"
      onClick={() => void call('announcements.openLink', { id, address: text })}
    >
      {text}
    </button>
  );
}
