/** What feedback can be about, as the options of a select. */
import type { About } from '../../../shared/feedback/item.ts';
import { nameLimit } from '../../../shared/feedback/item.ts';
import type { FeedbackState } from '../../../shared/feedback/state.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';

export const isNamed = (name: string) => (one: Readonly<{ name: string }>) => one.name === name;

/** The value of the option. */
export function valueOf(about: About | undefined, { staging }: FeedbackState): string {
  if (!about || about.what === 'other') return 'other';
  if (about.what === 'service') return `service:${about.id}`;
  return about.what === 'app' ? 'app' : `staging:${staging.find(isNamed(about.name))?.id ?? ''}`;
}

/** Undefined if the document does not name it any more. */
export function aboutOf(
  t: Translate,
  value: string,
  { staging }: FeedbackState,
  { services, appVersion }: Snapshot,
): About | undefined {
  const [what, id] = value.split(':');
  if (what === 'other') return { what, name: t('feedback.about.other') };
  if (what === 'app') return { what, name: 'Coop Tray', build: appVersion };
  if (what === 'staging') {
    const site = staging.find((one) => one.id === id);
    return site && withBuild(site.name, site.newest ?? '');
  }
  const service = services.find((one) => one.id === id);
  return service && { what: 'service', id: service.id, name: service.name.slice(0, nameLimit) };
}

export function withBuild(name: string, build: string): About {
  return { what: 'staging', name, ...(build.trim() === '' ? {} : { build }) };
}
