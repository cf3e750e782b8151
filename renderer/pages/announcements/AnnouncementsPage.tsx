import { LogIn, Megaphone } from 'lucide-react';
import { useState } from 'react';
import type { NewsState } from '../../../shared/announcements/state.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import type { PageProps } from '../../app/page-props.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Failed } from '../../components/Failed.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Note } from '../../components/Note.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Retriable } from '../../components/Retriable.tsx';
import { useFresh } from '../../components/use-fresh.ts';
import { useNews } from './announcements-state.ts';
import { AnnouncementList } from './AnnouncementList.tsx';
import styles from './AnnouncementsPage.module.css';

export function AnnouncementsPage({ go }: Pick<PageProps<'announcements'>, 'go'>) {
  const signIn = () => go({ page: 'settings' });
  return <Retriable>{(onRetry) => <Loaded signIn={signIn} onRetry={onRetry} />}</Retriable>;
}

type Ways = Readonly<{ signIn: () => void; onRetry: () => void }>;

function Loaded(ways: Ways) {
  const { t } = useWords();
  const state = useNews();
  if (typeof state === 'object') return <News state={state} {...ways} />;
  return (
    <>
      <PageHeader title={t('news.title')} />
      {state === 'failed' ? <Failed text={t('news.failed')} onRetry={ways.onRetry} /> : <Loading />}
    </>
  );
}

/** The co-op's announcements. New ones stay highlighted until the member leaves the page. */
export function News({ state, ...ways }: Readonly<{ state: NewsState }> & Ways) {
  const { t, times } = useWords();
  const now = useNow();
  const { announcements, askedAtUtcMs, unreadable: count } = state;
  const fresh = useFresh(
    { items: announcements, unread: state.unread },
    () => void call('announcements.markRead', undefined),
  );
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('news.title')}
        lead={
          askedAtUtcMs !== undefined && t('answers.asOf', { time: times.clock(askedAtUtcMs, now) })
        }
      />
      <Reading state={state} {...ways} />
      {announcements.length > 0 && (
        <AnnouncementList announcements={announcements} isFresh={(id) => fresh.has(id)} />
      )}
      {count !== undefined && (
        <p className="quiet">{t('news.odd', { count, room: nameOf(state) })}</p>
      )}
    </div>
  );
}

/** Why there is nothing to read, or only what was read before, and what to do about it. */
function Reading({ state, signIn, onRetry }: Readonly<{ state: NewsState }> & Ways) {
  const { t } = useWords();
  const { reading, announcements } = state;
  const room = nameOf(state);
  const isEmpty = announcements.length === 0;
  switch (reading) {
    case 'ready':
      return isEmpty && <EmptyState icon={Megaphone} text={t('news.none', { room })} />;
    case 'outside':
      return <JoinQuestion key={state.room} state={state} />;
    case 'waiting':
      return isEmpty && <Loading />;
    case 'failed':
      return isEmpty ? (
        <Failed text={t('news.unread', { room })} onRetry={onRetry} />
      ) : (
        <Note>
          <p>{t('news.unreadable', { room })}</p>
          <button type="button" onClick={onRetry}>
            {t('state.retry')}
          </button>
        </Note>
      );
    case 'signed-out': {
      const text = t('news.signed-out', { room });
      const button = (
        <button type="button" className="primary" onClick={signIn}>
          {t('news.signIn')}
        </button>
      );
      if (isEmpty)
        return (
          <EmptyState icon={LogIn} text={text}>
            {button}
          </EmptyState>
        );
      return (
        <Note>
          <p>{text}</p>
          {button}
        </Note>
      );
    }
  }
}

function nameOf({ room = '', name = room }: NewsState): string {
  return name;
}

/** Members of a room see who joins it, so the member is asked first. */
function JoinQuestion({ state }: Readonly<{ state: NewsState }>) {
  const { t } = useWords();
  const { room = '', name } = state;
  // Whoever joins sees the address as well: a name can be that of any room.
  const place = name === undefined ? room : t('policy.share.place', { name, room });
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
      <p id="news-join">{t('news.outside', { room: place })}</p>
      <div className="row">
        <button
          type="button"
          className="primary"
          aria-disabled={step === 'joining'}
          aria-describedby="news-join"
          onClick={() => void join()}
        >
          {t('news.join')}
        </button>
        <span aria-live="polite">
          {step === 'joining' && t('news.joining')}
          {step === 'failed' && t('news.join.failed')}
        </span>
      </div>
    </Note>
  );
}
