/** Fields for access codes, and for the guest's name and place. */
import { useState } from 'react';
import { withoutAddresses } from '../../../shared/echo/private-text.ts';
import type { EchoState, InstanceView } from '../../../shared/echo/state.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../components/Field.tsx';
import styles from './Choose.module.css';

export const codeField = (instanceId: string) => `accessCode ${instanceId}`;

export function AccessCodeField({ instance }: Readonly<{ instance: InstanceView }>) {
  const { t } = useWords();
  return (
    <div className={styles.field}>
      <Field
        label={t('calls.accessCode', { name: instance.name })}
        help={t('calls.accessCode.help')}
      >
        {(control) => (
          <input
            {...control}
            name={codeField(instance.id)}
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
          />
        )}
      </Field>
    </div>
  );
}

/** Saved on blur, not on each keystroke. */
export function VisitFields({ settings }: Readonly<{ settings: EchoState['settings'] }>) {
  const { t } = useWords();
  const [guestName, setGuestName] = useState(settings.guestName);
  const [place, setPlace] = useState(settings.place);
  const inReports = withoutAddresses(place);
  const inReportsText =
    inReports === place ? '' : ` ${t('calls.place.inReports', { place: inReports })}`;
  const save = () =>
    void call('echo.setSettings', { guestName: guestName.trim(), place: place.trim() });
  return (
    <div className={styles.fields}>
      <div className={styles.field}>
        <Field label={t('calls.guestName')} help={t('calls.guestName.help')}>
          {(control) => (
            <input
              {...control}
              name="guestName"
              dir="auto"
              value={guestName}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => setGuestName(event.target.value)}
              onBlur={save}
            />
          )}
        </Field>
      </div>
      <div className={styles.field}>
        <Field label={t('calls.place')} help={`${t('calls.place.help')}${inReportsText}`}>
          {(control) => (
            <input
              {...control}
              name="place"
              dir="auto"
              value={place}
              maxLength={80}
              autoComplete="off"
              placeholder={t('calls.place.example')}
              onChange={(event) => setPlace(event.target.value)}
              onBlur={save}
            />
          )}
        </Field>
      </div>
    </div>
  );
}
