import { useEffect, useRef } from 'react';
import { domainLines } from '../../../shared/wording/domain.ts';
import { whenLine } from '../../../shared/wording/feeds.ts';
import { reasonSentence, standbySentence } from '../../../shared/wording/sentences.ts';
import { dependentsOf } from '../../../shared/status/dependencies.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { Certificate, Phase, Timings } from '../../../shared/observation/observation.ts';
import type { Remark } from '../../../shared/observation/remark.ts';
import type { DomainView } from '../../../shared/status/domain-view.ts';
import { offersOf } from '../../../shared/status/offers.ts';
import type { StandbyView } from '../../../shared/status/standby-view.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { useNow } from '../../app/now.ts';
import type { Go } from '../../app/page-props.ts';
import { useWords } from '../../app/words.ts';
import { MuteControls } from '../../components/notification-policy/MuteControls.tsx';
import { StateIcon } from '../../components/StateIcon.tsx';
import { FeedFacts } from './FeedFacts.tsx';
import { ReportedLine } from './ReportedLine.tsx';
import { Actions } from './Actions.tsx';
import { Dependents } from './Dependents.tsx';
import { HistorySection } from './history/HistorySection.tsx';
import { Offers, PlanLine, stateLine } from './parts.tsx';
import styles from './ServiceDetail.module.css';
import { hasSection } from '../../../shared/coop/has-section.ts';

type Props = Readonly<{
  view: ServiceView;
  snapshot: Snapshot;
  onSelect: (serviceId: string) => void;
  go: Go;
}>;

export function ServiceDetail({ view, snapshot, onSelect, go }: Props) {
  const words = useWords();
  const { t, times } = words;
  const now = useNow();
  const { asOfUtcMs, feed } = view;
  const when = whenLine(t, times, { asOfUtcMs, readAtUtcMs: feed?.readAtUtcMs }, now);
  const dependents = dependentsOf(view.id, snapshot.services);
  const echo = snapshot.coop?.echo?.find((one) => one.serviceId === view.id);
  const heading = useRef<HTMLHeadingElement>(null);
  // So that screen readers announce the new page.
  useEffect(() => heading.current?.focus(), []);

  return (
    <article className={styles.page}>
      <button type="button" className={styles.back} onClick={() => go({ page: 'status' })}>
        ← {t('status.back')}
      </button>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        <StateIcon verdict={view.verdict} /> <bdi>{view.name}</bdi>
      </h1>
      {view.description && (
        <p className="quiet" dir="auto">
          {view.description}
        </p>
      )}
      <p className={styles.state}>{stateLine(words, view, now)}</p>
      {view.reason && <p>{reasonSentence(t, times, view.reason)}</p>}
      <ReportedLine view={view} />
      {view.reported && <p className="quiet">{t('answers.reported.says')}</p>}
      {view.explainedBy && <p>{t('depends.because', { name: view.explainedBy.name })}</p>}
      {dependents.length > 0 && <Dependents views={dependents} onSelect={onSelect} />}
      <PlanLine view={view} />
      <Offers view={view} />
      <MuteControls key={view.id} view={view} />
      <Actions view={view} checkingNow={snapshot.checkingNow}>
        {echo && (
          <button type="button" onClick={() => go({ page: 'calls', instanceId: echo.instanceId })}>
            {t('calls.test')}
          </button>
        )}
        {hasSection(snapshot.coop, 'feedback') && (
          <button type="button" onClick={() => go({ page: 'feedback', aboutServiceId: view.id })}>
            {t('feedback.give')}
          </button>
        )}
      </Actions>
      {view.feed && <FeedFacts feed={view.feed} now={now} />}
      <TimingTable timings={view.timings} />
      {view.certificate && <CertificateFacts certificate={view.certificate} />}
      {view.domain && <DomainFacts domain={view.domain} />}
      {view.remarks && <Remarks remarks={view.remarks} />}
      {view.standby && !isOffered(view) && <StandbyFacts standby={view.standby} />}
      <p className="quiet">
        {t('status.interval', { duration: times.span(view.intervalMs) })}
        {when && ` · ${when}`}
      </p>
      <HistorySection serviceId={view.id} problem={snapshot.historyProblem} />
    </article>
  );
}

const shown: readonly (Phase | 'total')[] = ['dns', 'connect', 'tls', 'firstByte', 'body', 'total'];

function TimingTable({ timings }: Readonly<{ timings: Timings | undefined }>) {
  const { t } = useWords();
  return (
    <section className={styles.part}>
      <h2>{t('status.timings')}</h2>
      <dl className={styles.facts}>
        {shown.map((phase) => {
          const ms = timings?.[phase];
          return (
            <div key={phase} className={styles.fact}>
              <dt>{t(`phase.${phase}`)}</dt>
              <dd>{ms === undefined ? t('status.none') : t('status.ms', { ms })}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function CertificateFacts({ certificate }: Readonly<{ certificate: Certificate }>) {
  const { t, times } = useWords();
  return (
    <section className={styles.part}>
      <h2>{t('status.certificate')}</h2>
      <p>
        {t('status.certificateUntil', {
          date: times.date(certificate.validToUtcMs),
          issuer: certificate.issuer,
        })}
      </p>
      {!certificate.trusted && <p className="quiet">{t('status.certificateUntrusted')}</p>}
    </section>
  );
}

function Remarks({ remarks }: Readonly<{ remarks: readonly Remark[] }>) {
  const { t } = useWords();
  return (
    <section className={styles.part}>
      <h2>{t('remark.title')}</h2>
      <p className="quiet">
        {t('remark.lead')} {remarks.map((one) => t(`remark.${one}`)).join(' ')}
      </p>
    </section>
  );
}

/** Whether `Offers` names the standby already. */
function isOffered(view: ServiceView): boolean {
  return offersOf(view).some((offer) => offer.which === 'standby');
}

function StandbyFacts({ standby }: Readonly<{ standby: StandbyView }>) {
  const { t, times } = useWords();
  const now = useNow();
  return (
    <section className={styles.part}>
      <h2>{t('standby.title')}</h2>
      <p>
        {standby.isUp
          ? standbySentence(t, times, standby, now)
          : t('standby.away', { name: standby.name })}
      </p>
    </section>
  );
}

function DomainFacts({ domain }: Readonly<{ domain: DomainView }>) {
  const { t, times } = useWords();
  return (
    <section className={styles.part}>
      <h2>{t('domain.title')}</h2>
      {domainLines(t, times, domain).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}
