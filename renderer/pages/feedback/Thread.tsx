import { useRef } from 'react';
import type { Answers, ItemView, Reply } from '../../../shared/feedback/state.ts';
import { troubleText } from '../../../shared/wording/trouble-text.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Badge } from '../../components/Badge.tsx';
import { useFresh } from '../../components/use-fresh.ts';
import { ReplyBox } from './ReplyBox.tsx';
import styles from './Thread.module.css';

type Props = Readonly<{ item: ItemView; answers: Answers }>;

/** What the member wrote, the replies below it, and a box for another. New replies stay highlighted while shown. */
export function Thread({ item: { id, title, draft }, answers }: Props) {
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const fresh = useFresh(
    { items: answers.replies, unread: answers.unread },
    () => void call('answers.markRead', { itemId: id }),
  );
  return (
    <section className={styles.thread} aria-label={t('answers.replies', { title })}>
      <ul ref={list} tabIndex={-1} className={styles.replies}>
        {draft && draft.text.trim() !== title && (
          <li className={styles.reply} data-mine>
            <p className={styles.who}>{t('answers.you')}</p>
            <p className={styles.text} dir="auto">
              {draft.text}
            </p>
          </li>
        )}
        {answers.replies.map((reply) => (
          <ReplyItem key={reply.id} reply={reply} isNew={reply.unread || fresh.has(reply.id)} />
        ))}
        {answers.sending.map((one) => (
          <Sending key={one.id} {...one} onDeleted={() => list.current?.focus()} />
        ))}
      </ul>
      {answers.unreadable !== undefined && (
        <p className="quiet">{t('answers.unreadable', { count: answers.unreadable })}</p>
      )}
      <ReplyBox itemId={id} />
    </section>
  );
}

function ReplyItem({ reply, isNew }: Readonly<{ reply: Reply; isNew: boolean }>) {
  const { t, times } = useWords();
  const now = useNow();
  const time = times.clock(reply.atUtcMs, now);
  // In a thread of several days, a time alone would leave the day open.
  const isToday = times.date(reply.atUtcMs) === times.date(now);
  return (
    <li className={styles.reply} data-mine={reply.mine}>
      <p className={styles.who}>
        <bdi>{reply.mine ? t('answers.you') : reply.by}</bdi>
        <span className="quiet">{isToday ? t('answers.today', { time }) : time}</span>
        {isNew && <Badge>{t('answers.new')}</Badge>}
      </p>
      <p className={styles.text} dir="auto">
        {reply.text}
      </p>
    </li>
  );
}

type SendingProps = Answers['sending'][number] & Readonly<{ onDeleted: () => void }>;

function Sending({ id, text, phase, onDeleted }: SendingProps) {
  const { t } = useWords();
  const stuck = phase.at === 'failed' || phase.at === 'draft';
  return (
    <li className={styles.reply} data-mine>
      <p className={styles.who}>
        <span>{t('answers.you')}</span>
        <span className="quiet">{t(`feedback.phase.${phase.at}`)}</span>
      </p>
      <p className={styles.text} dir="auto">
        {text}
      </p>
      {phase.at === 'failed' && (
        <p>
          {troubleText(t, phase.why)}
          {phase.why.code === 'readers-changed' && ` ${t('answers.anew')}`}
        </p>
      )}
      {stuck && (
        <div className="row">
          {phase.at === 'failed' && (
            <button type="button" onClick={() => void call('feedback.retry', { id })}>
              {t('answers.retry')}
            </button>
          )}
          <button
            type="button"
            className="ghost"
            onClick={() => {
              onDeleted();
              void call('feedback.discard', { id });
            }}
          >
            {t('answers.discard')}
          </button>
        </div>
      )}
    </li>
  );
}
