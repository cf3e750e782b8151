import type { About } from '../../../shared/feedback/item.ts';
import { nameLimit } from '../../../shared/feedback/item.ts';
import type { FeedbackState } from '../../../shared/feedback/state.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../components/Field.tsx';
import styles from './Composer.module.css';

type Props = Readonly<{
  about: About | undefined;
  state: FeedbackState;
  snapshot: Snapshot;
  onChange: (about: About) => void;
}>;

/** Chooses what the feedback is about, and the build of a staging site. */
export function AboutField({ about, state, snapshot, onChange }: Props) {
  const { t } = useWords();
  const { staging } = state;
  const site = about?.what === 'staging' ? staging.find(isNamed(about.name)) : undefined;
  return (
    <div className={styles.pair}>
      <Field label={t('feedback.about')}>
        {(control) => (
          <select
            {...control}
            value={valueOf(about, state)}
            onChange={(event) => {
              const next = aboutOf(event.target.value, state, snapshot);
              if (next) onChange(next);
            }}
          >
            <option value="app">{t('feedback.about.app')}</option>
            {staging.length > 0 && (
              <optgroup label={t('feedback.about.staging')}>
                {staging.map(({ id, name }) => (
                  <option key={id} value={`staging:${id}`}>
                    {name}
                  </option>
                ))}
              </optgroup>
            )}
            <optgroup label={t('feedback.about.services')}>
              {snapshot.services.map(({ id, name }) => (
                <option key={id} value={`service:${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          </select>
        )}
      </Field>
      {about?.what === 'staging' && (
        <Field
          label={t('feedback.buildField')}
          help={t('feedback.buildField.help', { newest: site?.newest ?? 'none' })}
        >
          {(control) => (
            <input
              {...control}
              value={about.build ?? ''}
              maxLength={nameLimit}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => onChange(withBuild(about.name, event.target.value))}
            />
          )}
        </Field>
      )}
    </div>
  );
}

function withBuild(name: string, build: string): About {
  return { what: 'staging', name, ...(build.trim() === '' ? {} : { build }) };
}

const isNamed = (name: string) => (one: Readonly<{ name: string }>) => one.name === name;

function valueOf(about: About | undefined, { staging }: FeedbackState): string {
  if (about?.what === 'service') return `service:${about.id}`;
  if (about?.what !== 'staging') return 'app';
  return `staging:${staging.find(isNamed(about.name))?.id ?? ''}`;
}

export function aboutOf(
  value: string,
  { staging }: FeedbackState,
  { services, appVersion }: Snapshot,
): About | undefined {
  const [what, id] = value.split(':');
  if (what === 'app') return { what: 'app', name: 'Coop Tray', build: appVersion };
  if (what === 'staging') {
    const site = staging.find((one) => one.id === id);
    return site && withBuild(site.name, site.newest ?? '');
  }
  const service = services.find((one) => one.id === id);
  return service && { what: 'service', id: service.id, name: service.name.slice(0, nameLimit) };
}
