import { useMemo, useState } from 'react';
import { answerLimit } from '../../../shared/feedback/answer-text.ts';
import type { Answers, ItemView, Reply } from '../../../shared/feedback/state.ts';
import { troubleText } from '../../../shared/wording/trouble-text.ts';
import { redact } from '../../../shared/redact/redact.ts';
import { removalsOf } from '../../../shared/redact/removals.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../components/Field.tsx';
import { TakenOut } from '../../components/TakenOut.tsx';
import { useFresh } from '../../components/use-fresh.ts';
import form from '../../components/form.module.css';
import styles from './Thread.module.css';

type Props = Readonly<{ item: ItemView; answers: Answers }>;

/** The replies and an answer box. New replies stay highlighted while shown. */
export function Thread({ item: { id, title }, answers }: Props) {
  const { t } = useWords();
  const fresh = useFresh(
    { items: answers.replies, unread: answers.unread },
    () => void call('answers.markRead', { itemId: id }),
  );
  return (
    <section className={styles.thread} aria-label={t('answers.replies', { title })}>
      {answers.replies.length + answers.sending.length > 0 && (
        <ul className={styles.replies}>
          {answers.replies.map((reply) => (
            <ReplyItem key={reply.id} reply={reply} isNew={reply.unread || fresh.has(reply.id)} />
          ))}
          {answers.sending.map((one) => (
            <Sending key={one.id} {...one} />
          ))}
        </ul>
      )}
      {answers.unreadable !== undefined && (
        <p className="quiet">{t('answers.unreadable', { count: answers.unreadable })}</p>
      )}
      <AnswerBox itemId={id} />
    </section>
  );
}

function ReplyItem({ reply, isNew }: Readonly<{ reply: Reply; isNew: boolean }>) {
  const { t, times } = useWords();
  const now = useNow();
  return (
    <li className={styles.reply} data-mine={reply.mine}>
      <p className={styles.who}>
        <bdi>{reply.mine ? t('answers.you') : reply.by}</bdi>
        <span className="quiet">{times.clock(reply.atUtcMs, now)}</span>
        {isNew && <span className={styles.unread}>{t('answers.new')}</span>}
      </p>
      <p className={styles.text} dir="auto">
        {reply.text}
      </p>
    </li>
  );
}

function Sending({ id, text, phase }: Answers['sending'][number]) {
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
        <div className={styles.row}>
          {phase.at === 'failed' && (
            <button type="button" onClick={() => void call('feedback.retry', { id })}>
              {t('answers.retry')}
            </button>
          )}
          <button type="button" onClick={() => void call('feedback.discard', { id })}>
            {t('answers.discard')}
          </button>
        </div>
      )}
    </li>
  );
}

function AnswerBox({ itemId }: Readonly<{ itemId: string }>) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [kept, setKept] = useState<readonly string[]>([]);
  const removals = useMemo(() => removalsOf(redact(text, kept).redactions), [text, kept]);
  const [refused, setRefused] = useState<'full' | 'gone' | 'failed'>();
  const send = async () => {
    setRefused(undefined);
    const taken = await call('answers.reply', { itemId, text, kept: [...kept] }).catch(
      () => 'failed' as const,
    );
    if (taken === 'taken') {
      setText('');
      setKept([]);
    } else setRefused(taken === 'full' || taken === 'gone' ? taken : 'failed');
  };
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={t('answers.box')}>
        {(control) => (
          <textarea
            {...control}
            dir="auto"
            rows={2}
            maxLength={answerLimit}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <TakenOut removals={removals} kept={kept} onKeep={setKept} />
      <div className={styles.row}>
        <button type="submit" disabled={text.trim() === ''}>
          {t('answers.send')}
        </button>
        <output>{refused && t(refused === 'full' ? 'feedback.full' : `answers.${refused}`)}</output>
      </div>
    </form>
  );
}
