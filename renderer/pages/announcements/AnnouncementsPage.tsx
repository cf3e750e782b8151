import { useRef, useState } from 'react';
import type { Announcement, NewsState } from '../../../shared/announcements/state.ts';
import { partsOf } from '../../../shared/announcements/text-parts.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Note } from '../../components/Note.tsx';
import { useFresh } from '../../components/use-fresh.ts';
import { useLostFocus } from '../../app/lost-focus.ts';
import { useNews } from './announcements-state.ts';
import styles from './AnnouncementsPage.module.css';

export function AnnouncementsPage() {
  const { t } = useWords();
  const state = useNews();
  if (state === 'failed') return <h1>{t('news.failed')}</h1>;
  if (!state) return <h1 className="quiet">{t('news.loading')}</h1>;
  return <News state={state} />;
}

/** The co-op's announcements. New ones stay highlighted until the member leaves the page. */
export function News({ state }: Readonly<{ state: NewsState }>) {
  const { t, times } = useWords();
  const now = useNow();
  const { room = '', reading, announcements, askedAtUtcMs, unreadable: count } = state;
  const fresh = useFresh(
    { items: announcements, unread: state.unread },
    () => void call('announcements.markRead', undefined),
  );
  const noteKey = noteKeyOf(state);
  const heading = useRef<HTMLHeadingElement>(null);
  // Joining removes the focused button.
  useLostFocus(heading, reading);
  return (
    <div className={styles.page}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {t('news.title')}
      </h1>
      {reading === 'outside' && <JoinQuestion key={room} room={room} />}
      {noteKey && <Note>{t(noteKey, { room })}</Note>}
      {reading === 'ready' && announcements.length === 0 && <p>{t('news.none', { room })}</p>}
      <ul className={styles.list}>
        {announcements.map((one) => (
          <Item key={one.id} one={one} isNew={one.unread || fresh.has(one.id)} />
        ))}
      </ul>
      {count !== undefined && <p className="quiet">{t('news.odd', { count, room })}</p>}
      {askedAtUtcMs !== undefined && (
        <p className="quiet">{t('answers.asOf', { time: times.clock(askedAtUtcMs, now) })}</p>
      )}
    </div>
  );
}

function noteKeyOf({ reading }: NewsState) {
  if (reading === 'ready' || reading === 'outside') return undefined;
  return reading === 'failed' ? 'news.unreadable' : (`news.${reading}` as const);
}

/** Members of a room see who joins it, so the member is asked first. */
function JoinQuestion({ room }: Readonly<{ room: string }>) {
  const { t } = useWords();
  const [step, setStep] = useState<'asked' | 'joining' | 'failed'>('asked');
  const join = async () => {
    if (step === 'joining') return;
    setStep('joining');
    const outcome = await call('announcements.join', { room }).catch(() => 'failed' as const);
    // On success, the new state removes the question.
    setStep(outcome === 'failed' ? 'failed' : 'asked');
  };
  return (
    <Note>
      <p id="news-join">{t('news.outside', { room })}</p>
      <button
        type="button"
        className="primary"
        aria-disabled={step === 'joining'}
        aria-describedby="news-join"
        onClick={() => void join()}
      >
        {t('news.join')}
      </button>{' '}
      <output>
        {step === 'joining' && t('news.joining')}
        {step === 'failed' && t('news.join.failed')}
      </output>
    </Note>
  );
}

function Item({ one, isNew }: Readonly<{ one: Announcement; isNew: boolean }>) {
  const { t, times } = useWords();
  const now = useNow();
  const parts = partsOf(one.text);
  const links = [...new Set(parts.flatMap((part) => (part.is === 'link' ? [part.text] : [])))];
  return (
    <li className={styles.item}>
      <p className={styles.who}>
        <bdi>{one.by}</bdi>
        <span className="quiet">{times.clock(one.atUtcMs, now)}</span>
        {isNew && <span className={styles.unread}>{t('news.new')}</span>}
      </p>
      <p className={styles.text} dir="auto">
        {one.text}
      </p>
      {links.map((address) => (
        <button
          key={address}
          type="button"
          className={styles.link}
          onClick={() => void call('announcements.openLink', { id: one.id, address })}
        >
          {t('news.open', { address })}
        </button>
      ))}
    </li>
  );
}
