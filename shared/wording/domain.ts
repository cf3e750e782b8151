/** What the registry reports about a service's domain, in words. Pure. */
import type { DomainView } from '../status/domain-view.ts';
import type { Times } from '../i18n/times.ts';
import type { Translate } from '../i18n/translator.ts';

/** One or two sentences. Omits the end of a domain that is being removed: that date is only valid after a renewal. */
export function domainLines(
  t: Translate,
  times: Times,
  { name, endsUtcMs, standing }: DomainView,
): readonly string[] {
  const amiss = standing ? [t(`reason.domain-${standing}`, { domain: name })] : [];
  if (standing && standing !== 'held') return amiss;
  const end =
    endsUtcMs === undefined
      ? t('domain.unknown', { domain: name })
      : t('domain.until', { domain: name, date: times.date(endsUtcMs) });
  return [...amiss, end];
}
