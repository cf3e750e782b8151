import { Suspense, lazy, useState } from 'react';
import type { ShareOutcome } from '../../../shared/triage/sharing.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { canBeMuted, isMuted } from '../../../shared/status/summary.ts';
import { call } from '../../app/bridge.ts';
import { useKept } from '../../app/kept.ts';
import { useNow } from '../../app/now.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import { shownByNote } from './outcome.ts';
import { SnoozeDialog } from './SnoozeDialog.tsx';

/** Loaded when it is opened: the rules of what is taken out are a tenth of what the window would load at first. */
const AcknowledgeDialog = lazy(async () => {
  const part = await import('./AcknowledgeDialog.tsx');
  return { default: part.AcknowledgeDialog };
});

/** The outcome of sharing an acknowledgement, or of withdrawing it. */
type Result = Readonly<{ of: 'share' | 'withdraw'; outcome: ShareOutcome }>;

/** The name under which an open dialog is kept: what folds the buttons away has to be open for it. */
export const keptDialog = (serviceId: string) => `mute.${serviceId}`;

/** Buttons to mute a service and to acknowledge its trouble. */
export function MuteControls({ view }: Readonly<{ view: ServiceView }>) {
  const { t } = useWords();
  const [open, setOpen] = useKept<'snooze' | 'seen' | undefined>(keptDialog(view.id), undefined);
  const [result, setResult] = useState<Result>();
  const { id: serviceId, name, acknowledged } = view;
  if (isMuted(view)) return <Unsnooze view={view} />;
  if (!canBeMuted(view)) {
    // The outcome belongs to this trouble, not to the next one.
    if (result) setResult(undefined);
    return null;
  }
  const close = () => setOpen(undefined);
  const line = outcomeLine(t, result);
  return (
    <>
      <div className="row">
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
                setResult({ of: 'withdraw', outcome }),
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
      {line && (
        <p className="quiet" role="alert">
          {line}
        </p>
      )}
      {open === 'snooze' && <SnoozeDialog view={view} onClose={close} />}
      {open === 'seen' && (
        <Suspense>
          <AcknowledgeDialog
            view={view}
            onClose={close}
            onOutcome={(outcome) => setResult({ of: 'share', outcome })}
          />
        </Suspense>
      )}
    </>
  );
}

function Unsnooze({ view }: Readonly<{ view: ServiceView }>) {
  const words = useWords();
  const now = useNow();
  return (
    <div className="row">
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

/** Empty while it is being sent: the feedback page shows the progress. */
function outcomeLine(t: Words['t'], result: Result | undefined): string {
  if (!result || result.outcome === 'taken' || result.outcome === 'here-only') return '';
  return t(`policy.${result.of}.${result.outcome === 'full' ? 'full' : 'failed'}`);
}

function mutedLine({ t, times }: Words, { muted }: ServiceView, now: number): string {
  return muted?.untilUtcMs === undefined
    ? t('policy.mutedUntilUp')
    : t('policy.mutedUntil', { time: times.clock(muted.untilUtcMs, now) });
}
