import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { memo, useId } from 'react';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { dayKinds } from '../../../shared/history/overview.ts';
import { groupsOf } from '../../../shared/status/groups.ts';
import { feltVerdict } from '../../../shared/status/impact.ts';
import { isAwaited, isMuted } from '../../../shared/status/summary.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { useNow } from '../../app/now.ts';
import { usePercent } from '../../app/percent.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import { LongList } from '../../components/LongList.tsx';
import { Said } from '../../components/Said.tsx';
import { SmallStrip } from '../../components/SmallStrip.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import { StarButton } from './StarButton.tsx';
import type { Days as Overview } from './use-overview.ts';
import styles from './ServiceGroups.module.css';

type Props = Readonly<{
  views: readonly ServiceView[];
  days: Overview | undefined;
  onSelect: (serviceId: string) => void;
}>;

const firstRows = 40;

/** All services in the order of the document: a row stays where it is, whatever happens to its service. */
export function ServiceGroups({ views, days, onSelect }: Props) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const percent = usePercent();
  const groups = groupsOf(views);
  const rest = t(groups.length > 1 ? 'status.group.other' : 'status.group.all');
  return groups.map(({ name = rest, views: members }, at) => (
    <ServiceGroup key={name} name={name} days={at === 0 && days !== undefined}>
      <LongList items={members} first={firstRows} className={styles.list}>
        {(view) => {
          const past = days?.byService.get(view.id);
          return (
            <ServiceRow
              key={view.id}
              view={view}
              note={rowNote(words, view, now)}
              days={past?.days}
              uptime={past?.uptime === undefined ? undefined : percent(past.uptime)}
              onSelect={onSelect}
            />
          );
        }}
      </LongList>
    </ServiceGroup>
  ));
}

type GroupProps = Readonly<{
  name: string;
  /** Whether its heading says what the strips are. */
  days: boolean;
  children: ReactNode;
}>;

function ServiceGroup({ name, days, children }: GroupProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} dir="auto">
          {name}
        </h2>
        {days && (
          <span className={`${styles.what} quiet small`} aria-hidden="true">
            {t('status.days')}
          </span>
        )}
      </div>
      {children}
    </section>
  );
}

type RowProps = Readonly<{
  view: ServiceView;
  /** What is the matter; undefined for a service that simply works. */
  note: string | undefined;
  /** One character a day, see `dayKinds`. */
  days: string | undefined;
  uptime: string | undefined;
  onSelect: Props['onSelect'];
}>;

/** Its properties are as plain as can be: a row is drawn again only when something in it changes. */
const ServiceRow = memo(function ServiceRow({ view, note, days, uptime, onSelect }: RowProps) {
  const { t } = useWords();
  const known = knownVerdict(view);
  const said = uptime === undefined ? undefined : t('status.uptime', { uptime });
  return (
    <li className={styles.row} data-row={view.id} data-old={known !== feltVerdict(view)}>
      <button type="button" className={styles.open} onClick={() => onSelect(view.id)}>
        <Said words={[view.name, note ?? t(`verdict.${known}`), said]}>
          <StateIcon verdict={known} />
          <span className={styles.name} dir="auto">
            {view.name}
          </span>
          {note !== undefined && <span className={`${styles.note} capital`}>{note}</span>}
          <Days days={days} />
          <span className={`${styles.uptime} figures`}>{uptime}</span>
          {chevron}
        </Said>
      </button>
      <StarButton view={view} />
    </li>
  );
});

/** Made once, so that a row that changes does not draw it again. */
const chevron = <ChevronRight size={16} className={styles.chevron} />;

/** Apart from its row, whose state changes while its past does not. */
const Days = memo(function Days({ days }: Pick<RowProps, 'days'>) {
  const kinds = days === undefined ? [] : dayKinds(days);
  return (
    <span className={styles.strip}>
      {kinds.length > 0 && <SmallStrip looks={kinds} length={kinds.length} />}
    </span>
  );
});

/** While nothing can be seen, the last that was known; the row says so. */
function knownVerdict(view: ServiceView): Verdict {
  return view.verdict === 'unknown' && view.lastKnown ? view.lastKnown : feltVerdict(view);
}

/** Response times change too often for a list. */
function rowNote({ t, times }: Words, view: ServiceView, now: number): string | undefined {
  const verdict = feltVerdict(view);
  if (isMuted(view)) return `${t(`verdict.${verdict}`)} · ${t('policy.muted')}`;
  if (verdict === 'unknown' && view.lastKnown && view.asOfUtcMs !== undefined) {
    return t('status.lastSeen', {
      verdict: t(`verdict.${view.lastKnown}`),
      time: times.clock(view.asOfUtcMs, now),
    });
  }
  if (view.checking === 'failing') return t('status.confirming');
  if (isAwaited(view)) return t('status.notCheckedYet');
  return verdict === 'up' ? undefined : t(`verdict.${verdict}`);
}
