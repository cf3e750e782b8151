import { ChevronRight } from 'lucide-react';
import { memo, useId } from 'react';
import type { ServiceDays } from '../../../shared/history/overview.ts';
import { dayKinds } from '../../../shared/history/overview.ts';
import { groupsOf } from '../../../shared/status/groups.ts';
import { feltVerdict } from '../../../shared/status/impact.ts';
import { isMuted } from '../../../shared/status/summary.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { percent } from '../../app/percent.ts';
import type { Words } from '../../app/words.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { LongList } from '../../components/LongList.tsx';
import { Said } from '../../components/Said.tsx';
import { SmallStrip } from '../../components/SmallStrip.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
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
  const groups = groupsOf(views);
  const rest = t(groups.length > 1 ? 'status.group.other' : 'status.group.all');
  return groups.map(({ name = rest, views: members }) => (
    <ServiceGroup key={name} name={name}>
      <LongList items={members} first={firstRows} className={styles.list}>
        {(view) => (
          <ServiceRow
            key={view.id}
            view={view}
            days={days?.byService.get(view.id)}
            onSelect={onSelect}
          />
        )}
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
  days: ServiceDays | undefined;
  onSelect: Props['onSelect'];
}>;

export const ServiceRow = memo(function ServiceRow({ view, days, onSelect }: RowProps) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const known = knownVerdict(view);
  const kinds = days && dayKinds(days.days);
  const note = rowNote(words, view, now);
  const uptime = days?.uptime === undefined ? undefined : percent(words.languageTag, days.uptime);
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
          <span className={styles.strip}>
            {kinds && <SmallStrip looks={kinds} length={kinds.length} />}
          </span>
          <span className={`${styles.uptime} figures`}>{uptime}</span>
          <ChevronRight size={16} className={styles.chevron} />
        </Said>
      </button>
      <StarButton view={view} />
    </li>
  );
});

/** While nothing can be seen, the last that was known; the row says so. */
function knownVerdict(view: ServiceView) {
  return view.verdict === 'unknown' && view.lastKnown ? view.lastKnown : feltVerdict(view);
}

/** Undefined for a service that simply works. Response times change too often for a list. */
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
  return verdict === 'up' ? undefined : t(`verdict.${verdict}`);
}
