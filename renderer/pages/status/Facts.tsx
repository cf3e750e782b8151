/** What is known of a service besides its state and its history. */
import { domainLines } from '../../../shared/wording/domain.ts';
import { whenLine } from '../../../shared/wording/feeds.ts';
import { standbySentence } from '../../../shared/wording/sentences.ts';
import type { Certificate, Phase, Timings } from '../../../shared/observation/observation.ts';
import { phases } from '../../../shared/observation/observation.ts';
import type { Remark } from '../../../shared/observation/remark.ts';
import type { DomainView } from '../../../shared/status/domain-view.ts';
import { offersOf } from '../../../shared/status/offers.ts';
import type { StandbyView } from '../../../shared/status/standby-view.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { FeedFacts } from './FeedFacts.tsx';
import styles from './ServiceDetail.module.css';

export function Facts({ view }: Readonly<{ view: ServiceView }>) {
  const { t, times } = useWords();
  const now = useNow();
  const { asOfUtcMs, feed } = view;
  const when = whenLine(t, times, { asOfUtcMs, readAtUtcMs: feed?.readAtUtcMs }, now);
  return (
    <div className={styles.side}>
      {feed && <FeedFacts feed={feed} now={now} />}
      <TimingTable timings={view.timings} />
      {view.proxy !== undefined && (
        <p className="quiet small">{t('status.proxy', { proxy: view.proxy })}</p>
      )}
      {view.certificate && <CertificateFacts certificate={view.certificate} />}
      {view.domain && <DomainFacts domain={view.domain} />}
      {view.remarks && <Remarks remarks={view.remarks} />}
      {view.standby && !isOffered(view) && <StandbyFacts standby={view.standby} />}
      <p className="quiet small">
        {t('status.interval', { duration: times.span(view.intervalMs) })}
        {when && ` · ${when}`}
      </p>
    </div>
  );
}

const shown: readonly (Phase | 'total')[] = [...phases, 'total'];

function TimingTable({ timings }: Readonly<{ timings: Timings | undefined }>) {
  const { t } = useWords();
  // A phase that did not happen is no figure.
  const measured = shown.flatMap((phase) => {
    const ms = timings?.[phase];
    return ms === undefined ? [] : [{ phase, ms }];
  });
  if (measured.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{t('status.timings')}</h2>
      <dl className={styles.facts}>
        {measured.map(({ phase, ms }) => (
          <div key={phase} className={styles.fact}>
            <dt>{t(`phase.${phase}`)}</dt>
            <dd>{t('status.ms', { ms })}</dd>
          </div>
        ))}
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
