/** The fields of a draft, except its subject and picture. */
import { feedbackKinds, severities, textLimit } from '../../../shared/feedback/item.ts';
import type { DestinationView, Draft } from '../../../shared/feedback/state.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../components/Field.tsx';
import { Choice } from './Choice.tsx';
import styles from './Composer.module.css';

type Props = Readonly<{ draft: Draft; onChange: (change: Partial<Draft>) => void }>;

/** Only reports of something broken have a severity. */
export function KindFields({ draft, onChange }: Props) {
  const { t } = useWords();
  return (
    <div className={styles.pair}>
      <Choice
        name="kind"
        legend={t('feedback.kindField')}
        options={feedbackKinds}
        chosen={draft.kind}
        label={(kind) => t(`feedback.kind.${kind}`)}
        onChoose={(kind) => onChange({ kind })}
      />
      {draft.kind === 'broken' && (
        <Choice
          name="severity"
          legend={t('feedback.severityField')}
          options={severities}
          chosen={draft.severity}
          label={(severity) => t(`feedback.severity.${severity}`)}
          onChoose={(severity) => onChange({ severity })}
        />
      )}
    </div>
  );
}

export function TextField({ draft, onChange }: Props) {
  const { t } = useWords();
  return (
    <Field label={t('feedback.textField')} help={t('feedback.textField.help')}>
      {(control) => (
        <textarea
          {...control}
          dir="auto"
          rows={5}
          maxLength={textLimit}
          value={draft.text}
          // The page is opened to write.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={(event) => onChange({ text: event.target.value })}
        />
      )}
    </Field>
  );
}

export function DiagnosticsField({ draft, onChange }: Props) {
  const { t } = useWords();
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={draft.withDiagnostics}
        onChange={(event) => onChange({ withDiagnostics: event.target.checked })}
      />
      <span>
        {t('feedback.diagnostics')}
        <span className="quiet">{t('feedback.diagnostics.help')}</span>
      </span>
    </label>
  );
}

type DestinationProps = Readonly<{
  destinations: readonly DestinationView[];
  chosen: DestinationView | undefined;
  onChange: Props['onChange'];
}>;

/** Renders nothing if there is no choice. */
export function DestinationField({ destinations, chosen, onChange }: DestinationProps) {
  const { t } = useWords();
  if (destinations.length < 2) return null;
  return (
    <Choice
      name="destination"
      legend={t('feedback.where')}
      options={destinations.map(({ id }) => id)}
      chosen={chosen?.id}
      label={(id) => destinations.find((one) => one.id === id)?.name ?? id}
      onChoose={(destinationId) => onChange({ destinationId })}
    />
  );
}
