import { Sun } from 'lucide-react';
import { useRef } from 'react';
import type { CardView } from '../../../shared/coop/card.ts';
import { hasSection } from '../../../shared/coop/has-section.ts';
import type { Today } from '../../../shared/pages.ts';
import { todayIn } from '../../../shared/pages.ts';
import { routeOf } from '../../../shared/route.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { isBlind } from '../../../shared/status/summary.ts';
import { offersOf } from '../../../shared/status/offers.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { clockSentence } from '../../../shared/wording/sentences.ts';
import { todayHeadline } from '../../../shared/wording/today-headline.ts';
import { useLostFocus } from '../../app/lost-focus.ts';
import { useNow } from '../../app/now.ts';
import type { Go, PageProps } from '../../app/page-props.ts';
import { useWords } from '../../app/words.ts';
import { AppNotes } from '../../components/AppNotes.tsx';
import { BackupsLine } from '../../components/BackupsLine.tsx';
import { Banner } from '../../components/Banner.tsx';
import { CrashNote } from '../../components/CrashNote.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { NotedEvents } from '../../components/notes/EventNotes.tsx';
import { Offers } from '../../components/Offers.tsx';
import { stateLooks } from '../../components/StateIcon.tsx';
import { WhyBlind } from '../../components/WhyBlind.tsx';
import { LineCard } from './LineCard.tsx';
import styles from './TodayPage.module.css';

/** The state of the co-op in a sentence, then only what concerns the member now. Nothing here is a live region. */
export function TodayPage({ snapshot, coop, go }: PageProps<'today'>) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const { groups, isSure } = todayIn(coop, words, snapshot, now);
  return (
    <div className={styles.page}>
      <State snapshot={snapshot} now={now} />
      <AppNotes snapshot={snapshot} go={go} />
      {snapshot.crash && (
        <CrashNote crash={snapshot.crash} version={snapshot.appVersion} coop={coop} go={go} />
      )}
      {groups.length > 0 && (
        <NotedEvents value={hasSection(coop, 'meetings') ? (snapshot.meetings ?? []) : []}>
          <section aria-label={t('today.lines')}>
            <ul className={styles.lines}>
              {groups.map((group) => (
                <Group
                  key={group.kind}
                  group={group}
                  services={snapshot.services}
                  card={coop.emergency}
                  go={go}
                />
              ))}
            </ul>
          </section>
        </NotedEvents>
      )}
      {groups.length === 0 && isSure && <EmptyState icon={Sun} text={t('today.nothing')} />}
      {groups.length === 0 && !isSure && !isBlind(snapshot.connectivity) && (
        <p className={`quiet ${styles.unsure}`}>{t('today.unsure')}</p>
      )}
    </div>
  );
}

type GroupProps = Readonly<{
  group: Today['groups'][number];
  services: readonly ServiceView[];
  card: CardView | undefined;
  go: Go;
}>;

function Group({ group: { lines, more }, services, card, go }: GroupProps) {
  const { t } = useWords();
  const [first] = lines;
  return (
    <>
      {lines.map((line, at) => (
        <LineCard
          key={line.id}
          line={line}
          isFirst={at === 0}
          view={services.find(({ id }) => id === line.insteadOf)}
          card={card}
          onOpen={() => go(routeOf(line))}
        />
      ))}
      {first && more > 0 && (
        <li>
          <button type="button" onClick={() => go({ page: first.page })}>
            {t('today.more', { count: more, page: t(`page.${first.page}`) })}
          </button>
        </li>
      )}
    </>
  );
}

/** The worst of services and backups in a sentence, and what to use instead; the lines below say more. */
function State({ snapshot, now }: Readonly<{ snapshot: Snapshot; now: number }>) {
  const { t, times } = useWords();
  const { text, verdict, also, only, isOfBackups } = todayHeadline(t, snapshot);
  const { checkedAtUtcMs, connectivity, backups, crash } = snapshot;
  const heading = useRef<HTMLHeadingElement>(null);
  // Answering takes the button away that was pressed.
  useLostFocus(heading, crash?.atUtcMs);
  const time = checkedAtUtcMs === undefined ? '' : times.clock(checkedAtUtcMs, now);
  return (
    <Banner look={stateLooks[verdict]}>
      <h1 ref={heading} tabIndex={-1}>
        {text}
      </h1>
      {only && offersOf(only).length > 0 && (
        <div className="row">
          <Offers view={only} />
        </div>
      )}
      <WhyBlind connectivity={connectivity} />
      {connectivity.clockOffMs !== undefined && (
        <p>{clockSentence(t, times, connectivity.clockOffMs)}</p>
      )}
      {also.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {!isOfBackups && <BackupsLine backups={backups} connectivity={connectivity} />}
      <p className="quiet small">
        {checkedAtUtcMs === undefined
          ? t('status.notCheckedYet')
          : t(isBlind(connectivity) ? 'status.lastCheckedAt' : 'status.checkedAt', { time })}
      </p>
    </Banner>
  );
}
