import { ChevronRight } from 'lucide-react';
import { memo, useId } from 'react';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { groupsOf } from '../../../shared/status/groups.ts';
import { feltVerdict } from '../../../shared/status/impact.ts';
import { isAwaited, isMuted } from '../../../shared/status/summary.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { useNow } from '../../app/now.ts';
import { usePercent } from '../../app/percent.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import { LongList } from '../../components/LongList.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import { MiniStrip } from './MiniStrip.tsx';
import { StarButton } from './StarButton.tsx';
import type { Days } from './use-overview.ts';
import styles from './ServiceGroups.module.css';

type Props = Readonly<{
  views: readonly ServiceView[];
  days: Days | undefined;
  onSelect: (serviceId: string) => void;
}>;

const firstRows = 40;

/** All services in the order of the document: a row stays where it is, whatever happens to its service. */
export function ServiceGroups({ views, days, onSelect }: Props) {
  const { t } = useWords();
  const percent = usePercent();
  const groups = groupsOf(views);
  const rest = t(groups.length > 1 ? 'status.group.other' : 'status.group.all');
  return groups.map(({ name = rest, views: members }) => (
    <ServiceGroup key={name} name={name}>
      <LongList items={members} first={firstRows} className={styles.list}>
        {(view) => {
          const past = days?.byService.get(view.id);
          return (
            <ServiceRow
              key={view.id}
              view={view}
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

function ServiceGroup({ name, children }: Readonly<{ name: string; children: React.ReactNode }>) {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id} dir="auto">
        {name}
      </h2>
      {children}
    </section>
  );
}

type RowProps = Readonly<{
  view: ServiceView;
  /** One character a day, see `dayKinds`. */
  days: string | undefined;
  uptime: string | undefined;
  onSelect: Props['onSelect'];
}>;

export const ServiceRow = memo(function ServiceRow({ view, days, uptime, onSelect }: RowProps) {
  const { t } = useWords();
  const known = knownVerdict(view);
  return (
    <li className={styles.row} data-row={view.id} data-old={known !== feltVerdict(view)}>
      <button type="button" className={styles.open} onClick={() => onSelect(view.id)}>
        <StateIcon verdict={known} />
        <span className={styles.name} dir="auto">
          {view.name}
        </span>
        <RowNote view={view} known={known} />
        {days === undefined ? <span className={styles.noStrip} /> : <MiniStrip days={days} />}
        <span className={`${styles.uptime} figures`}>
          {uptime !== undefined && (
            <>
              <span aria-hidden="true">{uptime}</span>
              <span className="unseen">, {t('status.uptime', { uptime })}</span>
            </>
          )}
        </span>
        {chevron}
      </button>
      <StarButton view={view} />
    </li>
  );
});

/** Made once, so that a row that changes does not draw it again. */
const chevron = <ChevronRight size={16} className={styles.chevron} aria-hidden="true" />;

/** While nothing can be seen, the last that was known; the row says so. */
function knownVerdict(view: ServiceView): Verdict {
  return view.verdict === 'unknown' && view.lastKnown ? view.lastKnown : feltVerdict(view);
}

/** Seen only where a service does not simply work. Response times change too often for a list. */
function RowNote({ view, known }: Readonly<{ view: ServiceView; known: Verdict }>) {
  const { t } = useWords();
  const { verdict, lastKnown, asOfUtcMs } = view;
  const note =
    verdict === 'unknown' && lastKnown && asOfUtcMs !== undefined && !isMuted(view) ? (
      <LastSeen verdict={lastKnown} atUtcMs={asOfUtcMs} />
    ) : (
      rowNote(t, view)
    );
  return note === undefined ? (
    <span className="unseen">, {t(`verdict.${known}`)}</span>
  ) : (
    <span className={styles.note}>
      <span className="unseen">, </span>
      {note}
    </span>
  );
}

/** Apart from the row, because it alone changes with the time. */
function LastSeen({ verdict, atUtcMs }: Readonly<{ verdict: Verdict; atUtcMs: number }>) {
  const { t, times } = useWords();
  const now = useNow();
  return t('status.lastSeen', {
    verdict: t(`verdict.${verdict}`),
    time: times.clock(atUtcMs, now),
  });
}

function rowNote(t: Words['t'], view: ServiceView): string | undefined {
  const verdict = feltVerdict(view);
  if (isMuted(view)) return `${t(`verdict.${verdict}`)} · ${t('policy.muted')}`;
  if (view.checking === 'failing') return t('status.confirming');
  if (isAwaited(view)) return t('status.notCheckedYet');
  return verdict === 'up' ? undefined : t(`verdict.${verdict}`);
}
