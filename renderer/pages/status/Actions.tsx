import { hasSection } from '../../../shared/coop/has-section.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { impactOf } from '../../../shared/status/impact.ts';
import { isMuted } from '../../../shared/status/summary.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { call } from '../../app/bridge.ts';
import { keptValue } from '../../app/kept.ts';
import type { Go } from '../../app/page-props.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { keptDialog, MuteControls } from '../../components/notification-policy/MuteControls.tsx';
import { CopyDetails } from './CopyDetails.tsx';
import styles from './ServiceDetail.module.css';

type Props = Readonly<{ view: ServiceView; snapshot: Snapshot; go: Go }>;

/** What can be done with a service: three buttons at most, and the rest folded away. */
export function Actions({ view, snapshot, go }: Props) {
  const { t } = useWords();
  const { checkingNow, coop, policy } = snapshot;
  const canMute = impactOf(view) !== 'chore' || policy.scope.chores;
  const echo = coop?.echo?.find((one) => one.serviceId === view.id);
  const feedback = hasSection(coop, 'feedback') && (
    <button type="button" onClick={() => go({ page: 'feedback', aboutServiceId: view.id })}>
      {t('feedback.give')}
    </button>
  );
  return (
    <>
      <div className={`row ${styles.actions}`}>
        {view.hasPage && <OpenButton view={view} />}
        <button
          type="button"
          aria-disabled={checkingNow}
          onClick={() => {
            if (!checkingNow) void call('status.checkNow', { serviceId: view.id });
          }}
        >
          {t(checkingNow ? 'status.checking' : 'status.checkNow')}
        </button>
        {echo ? (
          <button type="button" onClick={() => go({ page: 'calls', instanceId: echo.instanceId })}>
            {t('calls.test')}
          </button>
        ) : (
          feedback
        )}
        <Disclosure
          className={styles.more}
          summary={t('status.more')}
          open={keptValue(keptDialog(view.id)) !== undefined}
        >
          <div className={styles.rest}>
            {echo && feedback}
            {canMute && !isMuted(view) && <MuteControls view={view} />}
            <CopyDetails serviceId={view.id} />
          </div>
        </Disclosure>
      </div>
      {canMute && isMuted(view) && <MuteControls view={view} />}
    </>
  );
}

function OpenButton({ view: { id: serviceId, name, verdict } }: Pick<Props, 'view'>) {
  const { t } = useWords();
  return (
    <button
      type="button"
      // What is down is the last thing to lead to: what to use instead stands above.
      className={verdict === 'down' ? undefined : 'primary'}
      onClick={() => void call('link.open', { serviceId, which: 'page' })}
    >
      {t('status.openService', { name })}
    </button>
  );
}
