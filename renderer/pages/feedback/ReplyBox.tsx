import { useId, useMemo, useRef, useState } from 'react';
import { answerLimit } from '../../../shared/feedback/answer-text.ts';
import { redact } from '../../../shared/redact/redact.ts';
import { removalsOf } from '../../../shared/redact/removals.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Field } from '../../components/Field.tsx';
import { SendKeys, isSendKey, sendShortcut } from '../../components/SendKeys.tsx';
import { TakenOut } from '../../components/TakenOut.tsx';
import { useBegunReply } from './use-begun-reply.ts';
import styles from './Thread.module.css';

type Refusal = 'full' | 'gone' | 'failed';

/** A reply: begun here or in an earlier window, and sent into the thread. */
export function ReplyBox({ itemId }: Readonly<{ itemId: string }>) {
  const { t } = useWords();
  const [text, setText] = useBegunReply(itemId);
  const [kept, setKept] = useState<readonly string[]>([]);
  const removals = useMemo(() => removalsOf(redact(text, kept).redactions), [text, kept]);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Refusal | 'taken'>();
  const field = useRef<HTMLTextAreaElement>(null);
  const stateId = useId();
  const isEmpty = text.trim() === '';
  const send = async () => {
    if (busy || isEmpty) return;
    setBusy(true);
    setOutcome(undefined);
    const taken = await call('answers.reply', { itemId, text, kept: [...kept] }).catch(
      () => 'failed' as const,
    );
    setBusy(false);
    setOutcome(taken === 'taken' || taken === 'full' || taken === 'gone' ? taken : 'failed');
    if (taken !== 'taken') return;
    setText('');
    setKept([]);
    field.current?.focus();
  };
  return (
    <form
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={t('answers.box')}>
        {(control) => (
          <textarea
            {...control}
            ref={field}
            dir="auto"
            rows={2}
            maxLength={answerLimit}
            value={text}
            readOnly={busy}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (!isSendKey(event.nativeEvent)) return;
              event.preventDefault();
              void send();
            }}
          />
        )}
      </Field>
      <TakenOut removals={removals} kept={kept} onKeep={setKept} />
      <div className={styles.send}>
        <output id={stateId} className="quiet">
          {outcome === 'taken' ? t('answers.taken') : isEmpty && t('feedback.missing.text')}
        </output>
        <button
          type="submit"
          className="primary"
          aria-disabled={busy || isEmpty}
          aria-describedby={stateId}
          aria-keyshortcuts={sendShortcut()}
        >
          {t('answers.send')}
          <SendKeys />
        </button>
      </div>
      <ErrorLine>
        {outcome !== undefined && outcome !== 'taken' && refusalText(t, outcome)}
      </ErrorLine>
    </form>
  );
}

function refusalText(t: ReturnType<typeof useWords>['t'], refusal: Refusal): string {
  return t(refusal === 'full' ? 'feedback.full' : `answers.${refusal}`);
}
