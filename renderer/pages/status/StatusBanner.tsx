import { RefreshCw } from 'lucide-react';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { isBlind } from '../../../shared/status/summary.ts';
import { dependentsOf } from '../../../shared/status/dependencies.ts';
import type { Headline } from '../../../shared/wording/headline.ts';
import { BackupsLine } from '../../components/BackupsLine.tsx';
import { countLine } from '../../../shared/wording/headline.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Banner } from '../../components/Banner.tsx';
import { stateLooks } from '../../components/StateIcon.tsx';
import { WhyBlind } from '../../components/WhyBlind.tsx';
import { TroubleBody } from './TroubleBody.tsx';
import styles from './StatusBanner.module.css';

type Props = Readonly<{
  snapshot: Snapshot;
  headline: Headline;
  onSelect: (serviceId: string) => void;
}>;

/** The page's answer. With a single service in trouble, all that helps is here; several have a card each below. */
export function StatusBanner({ snapshot, headline, onSelect }: Props) {
  const { t } = useWords();
  const { text, verdict, also, trouble } = headline;
  const [only, second] = trouble;
  return (
    <Banner look={stateLooks[verdict]}>
      <div className={styles.top}>
        <h1 tabIndex={-1} className={styles.sentence}>
          {text}
        </h1>
        <CheckNow snapshot={snapshot} />
      </div>
      <WhyBlind connectivity={snapshot.connectivity} />
      {also.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {only && !second && (
        <TroubleBody
          view={only}
          dependents={dependentsOf(only.id, snapshot.services)}
          onSelect={onSelect}
        />
      )}
      {trouble.length === 0 && verdict === 'up' && (
        <p className="quiet">{countLine(t, snapshot.services)}</p>
      )}
      <BackupsLine {...snapshot} />
    </Banner>
  );
}

/** Never disabled: a button that has the focus would lose it. */
function CheckNow({
  snapshot: { checkedAtUtcMs, checkingNow, connectivity },
}: Pick<Props, 'snapshot'>) {
  const { t, times } = useWords();
  const now = useNow();
  return (
    <p className={`row ${styles.checked} quiet small`}>
      {checkedAtUtcMs === undefined
        ? t('status.notCheckedYet')
        : t(isBlind(connectivity) ? 'status.lastCheckedAt' : 'status.checkedAt', {
            time: times.clock(checkedAtUtcMs, now),
          })}
      <button
        type="button"
        aria-disabled={checkingNow}
        onClick={() => {
          if (!checkingNow) void call('status.checkNow', {});
        }}
      >
        <RefreshCw size={16} strokeWidth={1.75} aria-hidden="true" />
        {t(checkingNow ? 'status.checking' : 'status.checkNow')}
      </button>
    </p>
  );
}
