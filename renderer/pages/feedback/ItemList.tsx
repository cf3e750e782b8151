import { useState } from 'react';
import type { FeedbackState, ItemView } from '../../../shared/feedback/state.ts';
import { whatToDo } from '../../../shared/feedback/trouble.ts';
import { troubleText } from '../../../shared/wording/trouble-text.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { LongList } from '../../components/LongList.tsx';
import { Note } from '../../components/Note.tsx';
import { Answered } from './Answered.tsx';
import styles from './ItemList.module.css';

/** The item whose answers were requested by the route; without an id, all with new answers. */
export type Wanted = Readonly<{ itemId?: string | undefined }>;

type Props = Readonly<{
  state: FeedbackState;
  /** The draft that is open above. */
  openId: string;
  wanted: Wanted | undefined;
  onOpen: (item: ItemView) => void;
  onRedirected: (id: string) => void;
}>;

const firstRows = 20;

/** All items, each with its progress. */
export function ItemList({ state, openId, wanted, onOpen, onRedirected }: Props) {
  const { t } = useWords();
  const items = state.items.filter(({ id, phase }) => phase.at !== 'draft' || id !== openId);
  return (
    <section className={styles.list} aria-labelledby="feedback-list">
      <h2 id="feedback-list">{t('feedback.list')}</h2>
      {!state.writable && <Note>{t('feedback.unwritable')}</Note>}
      {state.unreadable > 0 && <Note>{t('feedback.unreadable', { count: state.unreadable })}</Note>}
      {items.length === 0 && <p className="quiet">{t('feedback.list.empty')}</p>}
      {items.length > 0 && (
        <LongList items={items} first={firstRows} className={styles.items}>
          {(item) => (
            <Row
              key={item.id}
              item={item}
              state={state}
              wanted={wanted}
              onOpen={() => onOpen(item)}
              onRedirected={onRedirected}
            />
          )}
        </LongList>
      )}
    </section>
  );
}

type RowProps = Readonly<{
  item: ItemView;
  state: FeedbackState;
  wanted: Wanted | undefined;
  onOpen: () => void;
  onRedirected: (id: string) => void;
}>;

function Row({ item, state, wanted, onOpen, onRedirected }: RowProps) {
  const { t, times } = useWords();
  const now = useNow();
  const { id, title, phase, destination, draft, sinceUtcMs, labelsDropped } = item;
  const [discarding, setDiscarding] = useState(false);
  const at = phase.at === 'sent' ? phase.atUtcMs : sinceUtcMs;
  const redirect = async (destinationId: string) => {
    const next = await call('feedback.redirect', { id, destinationId });
    if (next !== undefined) onRedirected(next);
  };
  const button = (action: string, onClick: () => void) => (
    <button type="button" aria-label={t('feedback.item.of', { action, title })} onClick={onClick}>
      {action}
    </button>
  );
  return (
    <li className={styles.item}>
      <p className={styles.title} dir="auto">
        {title}
      </p>
      <p className="quiet">
        {t(`feedback.phase.${phase.at}`)}
        {destination && ` ${t('feedback.item.to', { name: destination.name })}`}
        {` · ${times.clock(at, now)}`}
      </p>
      {phase.at === 'draft' && draft && (
        <p className={styles.start} dir="auto">
          {draft.text}
        </p>
      )}
      {phase.at === 'failed' && <Why phase={phase} />}
      {labelsDropped && <LabelsDropped labels={labelsDropped} />}
      <Answered item={item} wanted={wanted} />
      <div className={`row ${styles.row}`}>
        {phase.at === 'draft' && draft && button(t('feedback.item.edit'), onOpen)}
        {phase.at === 'sent' &&
          phase.permalink !== undefined &&
          button(t('feedback.item.open'), () => void call('feedback.openSent', { id }))}
        {phase.at === 'failed' &&
          button(t('feedback.item.retry'), () => void call('feedback.retry', { id }))}
        {phase.at === 'failed' &&
          draft &&
          state.destinations
            // Including the same destination if it has changed since the member saw it.
            .filter((one) => one.id !== destination?.id || whatToDo(phase.why) === 'look-again')
            .map((one) => (
              <span key={one.id}>
                {button(
                  t('feedback.item.redirect', { name: one.name }),
                  () => void redirect(one.id),
                )}
              </span>
            ))}
        {phase.at !== 'sent' && button(t('feedback.item.discard'), () => setDiscarding(true))}
      </div>
      {discarding && <DiscardDialog id={id} title={title} onClose={() => setDiscarding(false)} />}
    </li>
  );
}

type DiscardProps = Readonly<{ id: string; title: string; onClose: () => void }>;

function DiscardDialog({ id, title, onClose }: DiscardProps) {
  const { t } = useWords();
  const discard = () => {
    onClose();
    void call('feedback.discard', { id });
  };
  return (
    <Dialog title={t('feedback.item.discard.sure', { title })} onClose={onClose}>
      <div className={`row ${styles.row}`}>
        <button type="button" className="primary" onClick={discard}>
          {t('feedback.item.discard')}
        </button>
        <button type="button" onClick={onClose}>
          {t('feedback.item.keep')}
        </button>
      </div>
    </Dialog>
  );
}

function LabelsDropped({ labels }: Readonly<{ labels: readonly string[] }>) {
  const { t } = useWords();
  const params = { count: labels.length, labels: labels.join(', ') };
  return <p className="quiet">{t('feedback.item.labelsDropped', params)}</p>;
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
