import { reasonSentence } from '../../../shared/wording/sentences.ts';
import { stateLine } from '../../../shared/wording/state-line.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { keptValue } from '../../app/kept.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Acknowledgements } from '../../components/notification-policy/Acknowledgements.tsx';
import { keptDialog, MuteControls } from '../../components/notification-policy/MuteControls.tsx';
import { Offers } from '../../components/Offers.tsx';
import { Dependents } from './Dependents.tsx';
import { FeedClause } from './FeedFacts.tsx';
import { ReportedLine } from './ReportedLine.tsx';
import { DetailsButton } from './parts.tsx';
import styles from './TroubleBody.module.css';

type Props = Readonly<{
  view: ServiceView;
  /** The services that it takes down. */
  dependents: readonly ServiceView[];
  onSelect: (serviceId: string) => void;
}>;

/** What a member wants to know of a service in trouble, and what to do: what to use instead comes first. */
export function TroubleBody({ view, dependents, onSelect }: Props) {
  const words = useWords();
  const { t, times } = words;
  const now = useNow();
  return (
    <div className={styles.body}>
      {view.reason && view.reason.code !== 'not-checked' && (
        <p className="capital">{reasonSentence(t, times, view.reason)}</p>
      )}
      <p className="quiet capital">{stateLine(words, view, now)}</p>
      <FeedClause view={view} />
      <ReportedLine view={view} />
      <Acknowledgements view={view} />
      <div className={styles.actions}>
        <Offers view={view} />
        <DetailsButton view={view} onSelect={onSelect} />
        <Disclosure
          className={styles.more}
          summary={t('policy.setAside')}
          open={keptValue(keptDialog(view.id)) !== undefined}
        >
          <MuteControls view={view} />
        </Disclosure>
      </div>
      {dependents.length > 0 && <Dependents views={dependents} onSelect={onSelect} />}
    </div>
  );
}
