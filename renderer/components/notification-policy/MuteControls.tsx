import { useState } from 'react';
import type { ShareOutcome } from '../../../shared/triage/sharing.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { isMuted, needsAttention } from '../../../shared/status/summary.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import { shownByNote } from './outcome.ts';
import { Acknowledgements } from './Acknowledgements.tsx';
import { AcknowledgeDialog } from './AcknowledgeDialog.tsx';
import { SnoozeDialog } from './SnoozeDialog.tsx';
import styles from './MuteControls.module.css';

/** The outcome of sharing, or of withdrawing what was shared. */
type Became = Readonly<{ of: 'share' | 'withdraw'; outcome: ShareOutcome }>;

/** Mutes and acknowledges the trouble of one service. */
export function MuteControls({ view }: Readonly<{ view: ServiceView }>) {
  const { t } = useWords();
  const [open, setOpen] = useState<'snooze' | 'seen'>();
  const [became, setBecame] = useState<Became>();
  const { id: serviceId, name, acknowledged } = view;
  if (isMuted(view)) return <Unsnooze view={view} />;
  if (!needsAttention(view)) {
    // The outcome belongs to this trouble, not to the next one.
    if (became) setBecame(undefined);
    return null;
  }
  const close = () => setOpen(undefined);
  return (
    <>
      <Acknowledgements view={view} />
      <output className="quiet">{outcomeLine(t, became)}</output>
      <div className={styles.row}>
        <button
          type="button"
          aria-haspopup="dialog"
          aria-label={t('policy.snoozeService', { name })}
          onClick={() => setOpen('snooze')}
        >
          {t('policy.snooze')}
        </button>
        {acknowledged ? (
          <button
            type="button"
            onClick={() =>
              void call('policy.withdraw', { serviceId }).then((outcome) =>
                setBecame({ of: 'withdraw', outcome }),
              )
            }
          >
            {t(acknowledged.shared ? 'policy.withdrawShared' : 'policy.withdraw')}
          </button>
        ) : (
          <button
            type="button"
            aria-haspopup="dialog"
            aria-label={t('policy.seenService', { name })}
            onClick={() => setOpen('seen')}
          >
            {t('policy.seen')}
          </button>
        )}
      </div>
      {open === 'snooze' && <SnoozeDialog view={view} onClose={close} />}
      {open === 'seen' && (
        <AcknowledgeDialog
          view={view}
          onClose={close}
          onOutcome={(outcome) => setBecame({ of: 'share', outcome })}
        />
      )}
    </>
  );
}

function Unsnooze({ view }: Readonly<{ view: ServiceView }>) {
  const words = useWords();
  const now = useNow();
  return (
    <div className={styles.row}>
      <span className="quiet">{mutedLine(words, view, now)}</span>
      <button
        type="button"
        aria-label={words.t('policy.unsnoozeService', { name: view.name })}
        onClick={() => void call('policy.unsnooze', { serviceId: view.id }).catch(shownByNote)}
      >
        {words.t('policy.unsnooze')}
      </button>
    </div>
  );
}

/** Empty while it is being sent: the page of feedback shows its progress. */
function outcomeLine(t: Words['t'], became: Became | undefined): string {
  if (!became || became.outcome === 'taken' || became.outcome === 'here-only') return '';
  return t(`policy.${became.of}.${became.outcome === 'full' ? 'full' : 'failed'}`);
}

function mutedLine({ t, times }: Words, { muted }: ServiceView, now: number): string {
  return muted?.untilUtcMs === undefined
    ? t('policy.mutedUntilUp')
    : t('policy.mutedUntil', { time: times.clock(muted.untilUtcMs, now) });
}
