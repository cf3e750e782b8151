/** The fields of a draft, except its subject and picture. */
import type { ReactNode } from 'react';
import { feedbackKinds, severities, textLimit } from '../../../shared/feedback/item.ts';
import type { Draft, FeedbackState } from '../../../shared/feedback/state.ts';
import { useWords } from '../../app/words.ts';
import { Chips } from '../../components/Chips.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Field } from '../../components/Field.tsx';
import { BuildField } from './AboutField.tsx';
import styles from './Composer.module.css';

type Props = Readonly<{ draft: Draft; onChange: (change: Partial<Draft>) => void }>;

export function KindField({ draft, onChange }: Props) {
  const { t } = useWords();
  return (
    <Chips
      legend={t('feedback.kindField')}
      options={feedbackKinds}
      chosen={draft.kind}
      label={(kind) => t(`feedback.kind.${kind}`)}
      onChoose={(kind) => onChange({ kind })}
    />
  );
}

/** `children` are the buttons in the foot of the field. */
export function TextField({
  draft,
  onChange,
  children,
}: Props & Readonly<{ children: ReactNode }>) {
  const { t } = useWords();
  return (
    <div className={styles.words}>
      <Field label={t('feedback.textField')} help={t('feedback.textField.help')}>
        {(control) => (
          <div className={styles.card}>
            <textarea
              {...control}
              className={styles.text}
              dir="auto"
              rows={3}
              placeholder={t('feedback.textField.example')}
              maxLength={textLimit}
              value={draft.text}
              // The page is opened to write.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              onChange={(event) => onChange({ text: event.target.value })}
            />
            {children}
          </div>
        )}
      </Field>
    </div>
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
        <small className="quiet">{t('feedback.diagnostics.help')}</small>
      </span>
    </label>
  );
}

export function LogField({ draft, onChange }: Props) {
  const { t } = useWords();
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={draft.withLog ?? false}
        onChange={(event) => onChange({ withLog: event.target.checked })}
      />
      <span>
        {t('feedback.log')}
        <small className="quiet">{t('feedback.log.help')}</small>
      </span>
    </label>
  );
}

/** What few members fill in: how bad a problem is, and the build of a staging site. */
export function MoreFields({ draft, state, onChange }: Props & Readonly<{ state: FeedbackState }>) {
  const { t } = useWords();
  const { about, kind, severity } = draft;
  const hasImpact = kind === 'broken';
  const hasBuild = about?.what === 'staging';
  if (!hasImpact && !hasBuild) return null;
  return (
    <Disclosure summary={t('feedback.more')}>
      <div className={styles.pair}>
        {hasImpact && (
          <Chips
            legend={t('feedback.severityField')}
            options={severities}
            chosen={severity}
            label={(one) => t(`feedback.severity.${one}`)}
            onChoose={(next) => onChange({ severity: next })}
          />
        )}
        {hasBuild && (
          <BuildField about={about} state={state} onChange={(next) => onChange({ about: next })} />
        )}
      </div>
    </Disclosure>
  );
}
