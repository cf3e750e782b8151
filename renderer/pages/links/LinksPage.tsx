import { Link as LinkIcon } from 'lucide-react';
import { useMemo } from 'react';
import { hasSection } from '../../../shared/coop/has-section.ts';
import type { Begun } from '../../../shared/feedback/state.ts';
import { groupsByPrefix } from '../../../shared/links/groups.ts';
import { indexOf, search } from '../../../shared/links/search.ts';
import type { LinksState } from '../../../shared/links/state.ts';
import { isBlind } from '../../../shared/status/summary.ts';
import { call } from '../../app/bridge.ts';
import { useKept } from '../../app/kept.ts';
import { useNow } from '../../app/now.ts';
import type { PageProps } from '../../app/page-props.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Failed } from '../../components/Failed.tsx';
import { FilterField } from '../../components/FilterField.tsx';
import { useLinks } from '../../components/links-state.ts';
import { Loading } from '../../components/Loading.tsx';
import { Note } from '../../components/Note.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Retriable } from '../../components/Retriable.tsx';
import type { ChecksByKeyword } from './check-report.ts';
import { useLinkChecks } from './checks-state.ts';
import { LinkChecks } from './LinkChecks.tsx';
import { LinkList } from './LinkList.tsx';
import styles from './LinksPage.module.css';
import { SourceFaults, SourceProblems } from './LinkSources.tsx';

type ReportProps = Readonly<{
  offline: boolean;
  /** Opens feedback with a draft. Undefined if the document names no destination. */
  onReport: ((begun: Begun) => void) | undefined;
}>;

export function LinksPage({ snapshot, coop, go }: PageProps<'links'>) {
  const offline = isBlind(snapshot.connectivity);
  const onReport = hasSection(coop, 'feedback')
    ? (begun: Begun) => go({ page: 'feedback', begun })
    : undefined;
  return (
    <Retriable>
      {(onRetry) => <Loaded offline={offline} onReport={onReport} onRetry={onRetry} />}
    </Retriable>
  );
}

function Loaded({ onRetry, ...props }: ReportProps & Readonly<{ onRetry: () => void }>) {
  const { t } = useWords();
  const state = useLinks();
  if (typeof state === 'object') return <Links state={state} {...props} />;
  return (
    <>
      <PageHeader title={t('page.links')} />
      {state === 'failed' ? <Failed text={t('links.failed')} onRetry={onRetry} /> : <Loading />}
    </>
  );
}

/** Minimum number of links for a filter. */
const filterFrom = 8;
/** Matches that are shown. */
const foundLimit = 50;

function Links({ state, offline, onReport }: ReportProps & Readonly<{ state: LinksState }>) {
  const { t, times } = useWords();
  const now = useNow();
  const { links, sources } = state;
  const loaded = useLinkChecks();
  // The links are there without them.
  const found = typeof loaded === 'object' ? loaded : undefined;
  const checks = useMemo(
    () => new Map(found?.checks.map((check) => [check.keyword, check])),
    [found],
  );
  const readAt = sources.flatMap(({ readAtUtcMs }) => readAtUtcMs ?? []);
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('page.links')}
        lead={readAt.length > 0 && t('links.asOf', { time: times.clock(Math.min(...readAt), now) })}
      />
      {offline && <Note>{t('links.offline')}</Note>}
      <SourceProblems sources={sources} onRetry={() => void call('links.readNow', undefined)} />
      {found && links.length > 0 && <LinkChecks {...{ found, links, checks, offline, onReport }} />}
      {links.length > 0 ? <Groups links={links} checks={checks} /> : <Nothing state={state} />}
      <SourceFaults sources={sources} />
    </div>
  );
}

/** What is wrong, if anything is, stands above. */
function Nothing({ state: { isReading, sources } }: Readonly<{ state: LinksState }>) {
  const { t } = useWords();
  if (isReading) return <Loading />;
  if (sources.some(({ problem }) => problem)) return undefined;
  return <EmptyState icon={LinkIcon} text={t('links.empty')} />;
}

type GroupsProps = Pick<LinksState, 'links'> & Readonly<{ checks: ChecksByKeyword }>;

function Groups({ links, checks }: GroupsProps) {
  const { t } = useWords();
  const [text, setText] = useKept('links.filter', '');
  const now = useNow();
  const groups = useMemo(() => groupsByPrefix(links), [links]);
  const index = useMemo(
    () =>
      indexOf(
        links.map((link) => ({
          id: link.keyword,
          names: [link.keyword],
          besides: link.shown,
          link,
        })),
      ),
    [links],
  );
  const typed = text.trim();
  const hits = typed
    ? search(index, { typed, picks: [], nowUtcMs: now, limit: foundLimit })
    : undefined;
  return (
    <>
      {links.length >= filterFrom && (
        <FilterField label={t('links.filter')} text={text} onText={setText} />
      )}
      {hits?.length === 0 && <p className="quiet">{t('links.noMatch', { text: typed })}</p>}
      {hits ? (
        <LinkList links={hits.map(({ item }) => item.link)} checks={checks} />
      ) : (
        groups.map(({ prefix, links: of }) => (
          <section key={prefix ?? ''} aria-label={prefix ?? t('links.others')}>
            {groups.length > 1 && <h2 dir="auto">{prefix ?? t('links.others')}</h2>}
            <LinkList links={of} checks={checks} />
          </section>
        ))
      )}
    </>
  );
}
