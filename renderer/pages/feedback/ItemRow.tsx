import { useId, useState } from 'react';
import { aboutName } from '../../../shared/feedback/matrix-message.ts';
import type { FeedbackState, ItemView } from '../../../shared/feedback/state.ts';
import { whatToDo } from '../../../shared/feedback/trouble.ts';
import { troubleText } from '../../../shared/wording/trouble-text.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { Answered } from './Answered.tsx';
import { ItemState } from './ItemState.tsx';
import type { Wanted } from './wanted.ts';
import styles from './ItemList.module.css';

type Props = Readonly<{
  item: ItemView;
  state: FeedbackState;
  wanted: Wanted | undefined;
  onOpen: () => void;
  onRedirected: (id: string) => void;
}>;

/** One item: what the member wrote, what has become of it, and what can be done. */
export function ItemRow({ item, state, wanted, onOpen, onRedirected }: Props) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const titleId = useId();
  const { id, title, phase, labelsDropped } = item;
  const [deleting, setDeleting] = useState(false);
  return (
    <li className={`card ${styles.item}`} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title} dir="auto">
          {title}
        </h2>
        <ItemState item={item} />
      </div>
      <p className={`quiet ${styles.facts}`}>{factsOf(words, item, now)}</p>
      {phase.at === 'failed' && <Why phase={phase} />}
      {labelsDropped && (
        <p className="quiet">
          {t('feedback.item.labelsDropped', {
            count: labelsDropped.length,
            labels: labelsDropped.join(', '),
          })}
        </p>
      )}
      <Answered item={item} wanted={wanted}>
        <Actions
          item={item}
          state={state}
          onOpen={onOpen}
          onRedirected={onRedirected}
          onDelete={() => setDeleting(true)}
        />
      </Answered>
      {deleting && (
        <Confirm
          title={t('feedback.item.discard.sure', { title })}
          action={t('feedback.item.discard')}
          onAction={() => {
            setDeleting(false);
            void call('feedback.discard', { id });
          }}
          onClose={() => setDeleting(false)}
        />
      )}
    </li>
  );
}

/** Such as “Problem · Staging site (build 41) · to Beta room · 20:43”. */
function factsOf({ t, times }: Words, item: ItemView, now: number): string {
  const { draft, destination, phase, sinceUtcMs } = item;
  const at = phase.at === 'sent' ? phase.atUtcMs : sinceUtcMs;
  return [
    draft && t(`feedback.kind.${draft.kind ?? 'comment'}`),
    draft?.about && aboutName(t, draft.about),
    destination && t('feedback.item.to', { name: destination.name }),
    times.clock(at, now),
  ]
    .filter(Boolean)
    .join(' · ');
}

type ActionsProps = Omit<Props, 'wanted'> & Readonly<{ onDelete: () => void }>;

function Actions({ item, state, onOpen, onRedirected, onDelete }: ActionsProps) {
  const { t } = useWords();
  const { id, title, phase, destination, draft } = item;
  const redirect = async (destinationId: string) => {
    const next = await call('feedback.redirect', { id, destinationId });
    if (next !== undefined) onRedirected(next);
  };
  const button = (action: string, onClick: () => void, className?: string) => (
    <button
      key={action}
      type="button"
      className={className}
      aria-label={t('feedback.item.of', { action, title })}
      onClick={onClick}
    >
      {action}
    </button>
  );
  // Including the same destination if it has changed since the member saw it.
  const others = state.destinations.filter(
    (one) =>
      one.id !== destination?.id || (phase.at === 'failed' && whatToDo(phase.why) === 'look-again'),
  );
  return (
    <>
      {phase.at === 'draft' && draft && button(t('feedback.item.edit'), onOpen)}
      {phase.at === 'sent' &&
        phase.permalink !== undefined &&
        button(t('feedback.item.open'), () => void call('feedback.openSent', { id }), 'ghost')}
      {phase.at === 'failed' &&
        button(t('feedback.item.retry'), () => void call('feedback.retry', { id }))}
      {phase.at === 'failed' &&
        draft &&
        others.map((one) =>
          button(t('feedback.item.redirect', { name: one.name }), () => void redirect(one.id)),
        )}
      {phase.at !== 'sent' && button(t('feedback.item.discard'), onDelete, 'ghost')}
    </>
  );
}

type Failed = Extract<ItemView['phase'], Readonly<{ at: 'failed' }>>;

function Why({ phase: { why, retryAtUtcMs } }: Readonly<{ phase: Failed }>) {
  const { t, times } = useWords();
  const now = useNow();
  return (
    <p>
      {troubleText(t, why)}
      {retryAtUtcMs !== undefined &&
        ` ${t('feedback.retryAt', { time: times.clock(retryAtUtcMs, now) })}`}
    </p>
  );
}
