import type { About } from '../../../shared/feedback/item.ts';
import { nameLimit } from '../../../shared/feedback/item.ts';
import type { FeedbackState } from '../../../shared/feedback/state.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../components/Field.tsx';
import { aboutOf, isNamed, valueOf, withBuild } from './about.ts';

type Props = Readonly<{
  about: About | undefined;
  state: FeedbackState;
  snapshot: Snapshot;
  onChange: (about: About) => void;
}>;

/** Chooses what the feedback is about. */
export function AboutField({ about, state, snapshot, onChange }: Props) {
  const { t } = useWords();
  const { staging } = state;
  return (
    <Field label={t('feedback.about')}>
      {(control) => (
        <select
          {...control}
          value={valueOf(about, state)}
          onChange={(event) => {
            const next = aboutOf(t, event.target.value, state, snapshot);
            if (next) onChange(next);
          }}
        >
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
          <option value="app">{t('feedback.about.app')}</option>
          <option value="other">{t('feedback.about.other')}</option>
        </select>
      )}
    </Field>
  );
}

type BuildProps = Readonly<{
  about: Extract<About, Readonly<{ what: 'staging' }>>;
  state: FeedbackState;
  onChange: (about: About) => void;
}>;

/** The build of a staging site. */
export function BuildField({ about, state, onChange }: BuildProps) {
  const { t } = useWords();
  const { newest = 'none' } = state.staging.find(isNamed(about.name)) ?? {};
  return (
    <Field label={t('feedback.buildField')} help={t('feedback.buildField.help', { newest })}>
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
  );
}
