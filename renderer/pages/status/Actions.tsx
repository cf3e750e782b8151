import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { hasSection } from '../../../shared/coop/has-section.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { Action } from '../../../shared/status/actions.ts';
import { actionsOf } from '../../../shared/status/actions.ts';
import { impactOf } from '../../../shared/status/impact.ts';
import { isAway } from '../../../shared/status/offers.ts';
import { isMuted } from '../../../shared/status/summary.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { call } from '../../app/bridge.ts';
import { keptValue } from '../../app/kept.ts';
import type { Go } from '../../app/page-props.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { keptDialog, MuteControls } from '../../components/notification-policy/MuteControls.tsx';
import { Offers } from '../../components/Offers.tsx';
import { CopyDetails } from './CopyDetails.tsx';
import styles from './ServiceDetail.module.css';

type Props = Readonly<{ view: ServiceView; snapshot: Snapshot; go: Go }>;

/** What to use instead, what can be done with a service, and the rest folded away. */
export function Actions({ view, snapshot, go }: Props) {
  const { t } = useWords();
  const { coop, policy } = snapshot;
  const canMute = impactOf(view) !== 'chore' || policy.scope.chores;
  const instanceId = coop?.echo?.find((one) => one.serviceId === view.id)?.instanceId;
  const { beside, folded } = actionsOf(view, {
    echo: instanceId !== undefined,
    feedback: hasSection(coop, 'feedback'),
  });
  const buttons: Readonly<Record<Action, ReactNode>> = {
    open: <OpenButton view={view} />,
    check: <CheckNow view={view} checkingNow={snapshot.checkingNow} />,
    echo: (
      <button type="button" onClick={() => go({ page: 'calls', instanceId })}>
        {t('calls.test')}
      </button>
    ),
    feedback: (
      <button type="button" onClick={() => go({ page: 'feedback', aboutServiceId: view.id })}>
        {t('feedback.give')}
      </button>
    ),
  };
  return (
    <>
      <div className={`row ${styles.actions}`}>
        <Offers view={view} />
        {beside.map((one) => (
          <Fragment key={one}>{buttons[one]}</Fragment>
        ))}
        <Disclosure
          className={styles.more}
          summary={t('status.more')}
          open={keptValue(keptDialog(view.id)) !== undefined}
        >
          <div className={styles.rest}>
            {folded.map((one) => (
              <Fragment key={one}>{buttons[one]}</Fragment>
            ))}
            {canMute && !isMuted(view) && <MuteControls view={view} />}
            <CopyDetails serviceId={view.id} />
          </div>
        </Disclosure>
      </div>
      {canMute && isMuted(view) && <MuteControls view={view} />}
    </>
  );
}

type CheckNowProps = Pick<Props, 'view'> & Pick<Snapshot, 'checkingNow'>;

function CheckNow({ view: { id: serviceId }, checkingNow }: CheckNowProps) {
  const { t } = useWords();
  return (
    <button
      type="button"
      aria-disabled={checkingNow}
      onClick={() => {
        if (!checkingNow) void call('status.checkNow', { serviceId });
      }}
    >
      {t(checkingNow ? 'status.checking' : 'status.checkNow')}
    </button>
  );
}

function OpenButton({ view: { id: serviceId, name, verdict } }: Pick<Props, 'view'>) {
  const { t } = useWords();
  return (
    <button
      type="button"
      className={isAway(verdict) ? undefined : 'primary'}
      onClick={() => void call('link.open', { serviceId, which: 'page' })}
    >
      {t('status.openService', { name })}
    </button>
  );
}
