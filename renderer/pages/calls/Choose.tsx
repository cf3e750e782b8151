import { useState } from 'react';
import { wantsCode } from '../../../shared/echo/failure.ts';
import type { EchoState, InstanceView } from '../../../shared/echo/state.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { InstanceRow } from './InstanceRow.tsx';
import { OwnRoom } from './OwnRoom.tsx';
import { SecretForms } from './SecretForms.tsx';
import { SoundCheck } from './SoundCheck.tsx';
import { StartButton } from './StartButton.tsx';
import { AccessCodeField, VisitFields, codeField } from './VisitFields.tsx';
import styles from './Choose.module.css';

export type Wanted = Readonly<{
  instanceIds: string[];
  accessCodes: { instanceId: string; code: string }[];
  withSecret: boolean;
}>;

type Props = Readonly<{
  state: EchoState;
  chosen: readonly string[];
  onChoose: (instanceIds: readonly string[]) => void;
  onStart: (wanted: Wanted) => void;
}>;

/** The form for the servers to test, and for the member's name and place. */
export function Choose({ state, chosen, onChoose, onStart }: Props) {
  const { t } = useWords();
  const { instances, results } = state;
  const [checking, setChecking] = useState(false);
  const chosenInstances = instances.filter((one) => chosen.includes(one.id));
  const [only] = chosenInstances.length === 1 ? chosenInstances : [];
  const lastOf = (id: string) => results.find((one) => one.instance.id === id && !one.taken);
  const askingForCode = chosenInstances.filter(({ id }) => wantsCode(lastOf(id)?.failure));
  const choosesSecret = only !== undefined && only.api !== undefined && only.hasRoom;
  const toggle = (id: string, on: boolean) =>
    onChoose(on ? [...chosen, id] : chosen.filter((one) => one !== id));

  return (
    <section className={styles.choose} aria-labelledby="calls-choose">
      <h2 id="calls-choose">{t('calls.choose')}</h2>
      {instances.length === 0 && <p>{t('calls.noInstances')}</p>}
      <form
        className={styles.form}
        action={(form) => {
          // Enter in a field submits without a blur, so the field is not saved yet.
          const settings = { guestName: text(form, 'guestName'), place: text(form, 'place') };
          void call('echo.setSettings', settings)
            .catch(() => undefined)
            .then(() => onStart(wantedIn(form, chosenInstances)));
        }}
      >
        {instances.length > 0 && (
          <fieldset className={styles.instances}>
            <legend>{t('calls.choose.help')}</legend>
            {instances.map((one) => (
              <InstanceRow
                key={one.id}
                instance={one}
                last={lastOf(one.id)}
                chosen={chosen.includes(one.id)}
                onToggle={(on) => toggle(one.id, on)}
              />
            ))}
          </fieldset>
        )}
        {askingForCode.map((one) => (
          <AccessCodeField key={one.id} instance={one} />
        ))}
        {choosesSecret && (
          <label className={styles.check}>
            <input type="checkbox" name="withSecret" />
            {t('calls.withSecret', { name: only.name })}
          </label>
        )}
        {instances.length > 0 && <VisitFields settings={state.settings} />}
        {instances.length > 0 && <StartButton chosen={chosenInstances} />}
      </form>
      <details open={instances.length === 0}>
        <summary>{t('calls.room.title')}</summary>
        <OwnRoom />
      </details>
      <details onToggle={(event) => setChecking(event.currentTarget.open)}>
        <summary>{t('calls.sound.title')}</summary>
        {checking && <SoundCheck />}
      </details>
      {instances.some((one) => one.api) && (
        <details>
          <summary>{t('calls.secret.title')}</summary>
          <SecretForms instances={instances} />
        </details>
      )}
    </section>
  );
}

function wantedIn(form: FormData, chosen: readonly InstanceView[]): Wanted {
  const [only] = chosen.length === 1 ? chosen : [];
  return {
    instanceIds: chosen.map(({ id }) => id),
    accessCodes: chosen
      .map(({ id }) => ({ instanceId: id, code: text(form, codeField(id)) }))
      .filter(({ code }) => code !== ''),
    // Without a room link, the shared secret is the only way in.
    withSecret: form.get('withSecret') === 'on' || (only !== undefined && !only.hasRoom),
  };
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
