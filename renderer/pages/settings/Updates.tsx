import { dayMs } from '../../../shared/time/calendar.ts';
import type { UpdatesState } from '../../../shared/updates/ipc.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../components/Failed.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Note } from '../../components/Note.tsx';
import { OptionGroup } from '../../components/OptionGroup.tsx';
import { Retriable } from '../../components/Retriable.tsx';
import { UpdateOffer } from './UpdateOffer.tsx';
import { useUpdates } from './updates-state.ts';
import styles from './Updates.module.css';

export function Updates() {
  return <Retriable>{(onRetry) => <Loaded onRetry={onRetry} />}</Retriable>;
}

function Loaded({ onRetry }: Readonly<{ onRetry: () => void }>) {
  const { t } = useWords();
  const state = useUpdates();
  if (state === 'failed') return <Failed text={t('updates.failed')} onRetry={onRetry} />;
  if (!state) return <Loading />;
  if (state.place.how === 'store') return <p>{t(`updates.store.${state.place.kind}`)}</p>;
  if (!state.isSetUp) return <p>{t('updates.unset')}</p>;
  return (
    <div className={styles.parts}>
      {state.isTooOld && <Note>{t('updates.tooOld')}</Note>}
      {state.overdueDays !== undefined && (
        <Note>{t('updates.overdue', { count: state.overdueDays })}</Note>
      )}
      {state.offer && <UpdateOffer key={state.offer.version} state={state} offer={state.offer} />}
      <Check state={state} />
      <Choices state={state} />
    </div>
  );
}

type Props = Readonly<{ state: UpdatesState }>;

/** An answer about the newest version is good for so long: the app asks daily. */
const freshMs = 2 * dayMs;

/** What came of looking for updates, and when; an old answer is shown with its age. */
function Check({ state }: Props) {
  const { t, times } = useWords();
  const now = useNow();
  const { isChecking, goodAtUtcMs, isGoodForChannel, problem, offer } = state;
  const at = (utcMs: number) => times.clock(utcMs, now);
  // An old answer says nothing of today, and one of another channel nothing of this one.
  const isFresh = isGoodForChannel && goodAtUtcMs !== undefined && now - goodAtUtcMs < freshMs;
  const isNewest = isFresh && !offer && !problem;
  return (
    <div className={styles.group}>
      <div aria-live="polite" className={styles.group}>
        {isChecking && <p>{t('updates.checking')}</p>}
        {problem && !isChecking && (
          <p>
            {t('updates.problem', {
              time: at(problem.atUtcMs),
              why: t(`updates.problem.${problem.code}`, { status: problem.status ?? 0 }),
            })}
          </p>
        )}
        {isNewest && !isChecking && <p>{t('updates.newest', { time: at(goodAtUtcMs) })}</p>}
      </div>
      {!isNewest && (
        <p className="quiet">
          {goodAtUtcMs === undefined
            ? t('updates.never')
            : t('updates.good', { time: at(goodAtUtcMs) })}
        </p>
      )}
      <div className="row">
        <button
          type="button"
          aria-disabled={isChecking}
          onClick={() => {
            if (!isChecking) void call('updates.checkNow', undefined);
          }}
        >
          {t('status.checkNow')}
        </button>
      </div>
    </div>
  );
}

function Choices({ state: { isOn, channel, isBeta } }: Props) {
  const { t } = useWords();
  return (
    <>
      <div className={styles.group}>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={isOn}
            onChange={(event) => void call('updates.setOn', { on: event.target.checked })}
          />
          {t('updates.daily')}
        </label>
        {!isOn && <p className="quiet">{t('updates.daily.off')}</p>}
        <p className="quiet">{t('updates.asked')}</p>
      </div>
      <OptionGroup
        legend={t('updates.channel')}
        options={[
          { value: 'stable', label: t('updates.channel.stable') },
          { value: 'beta', label: t('updates.channel.beta') },
        ]}
        chosen={channel}
        onChoose={(chosen) => void call('updates.setChannel', { channel: chosen })}
      />
      {isBeta && channel === 'stable' && <p className="quiet">{t('updates.channel.leaving')}</p>}
    </>
  );
}
