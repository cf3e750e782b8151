import { useId, useState } from 'react';
import { wantsCode } from '../../../shared/echo/failure.ts';
import { withoutAddresses } from '../../../shared/echo/private-text.ts';
import type { EchoState, InstanceView, Result } from '../../../shared/echo/state.ts';
import { qualityText } from '../../../shared/wording/echo.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { QualityIcon } from './QualityIcon.tsx';
import { OwnRoom } from './OwnRoom.tsx';
import { SecretForms } from './SecretForms.tsx';
import { SoundCheck } from './SoundCheck.tsx';
import { durationS } from './durations.ts';
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

/** The call takes as many. */
const most = 8;

/** What to test, under which name, from where. */
export function Choose({ state, chosen, onChoose, onStart }: Props) {
  const { t } = useWords();
  const { instances, results } = state;
  const [checking, setChecking] = useState(false);
  const chosenOnes = instances.filter((one) => chosen.includes(one.id));
  const [only] = chosenOnes.length === 1 ? chosenOnes : [];
  const lastOf = (id: string) => results.find((one) => one.instance.id === id && !one.taken);
  const askingForCode = chosenOnes.filter(({ id }) => wantsCode(lastOf(id)?.failure));
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
          const accessCodes = askingForCode
            .map(({ id }) => ({ instanceId: id, code: text(form, codeField(id)) }))
            .filter(({ code }) => code !== '');
          const wanted = {
            instanceIds: chosenOnes.map((one) => one.id),
            // Without a room link, its shared secret is the only way in.
            withSecret: form.get('withSecret') === 'on' || (only !== undefined && !only.hasRoom),
            accessCodes,
          };
          // Enter in a field starts the test without leaving the field.
          const about = { guestName: text(form, 'guestName'), place: text(form, 'place') };
          void call('echo.setSettings', about)
            .catch(() => undefined)
            .then(() => onStart(wanted));
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
          <AccessCode key={one.id} instance={one} />
        ))}
        {choosesSecret && (
          <label className={styles.check}>
            <input type="checkbox" name="withSecret" />
            {t('calls.withSecret', { name: only.name })}
          </label>
        )}
        {instances.length > 0 && <About settings={state.settings} />}
        {instances.length > 0 && <StartButton chosen={chosenOnes} />}
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

type RowProps = Readonly<{
  instance: InstanceView;
  last: Result | undefined;
  chosen: boolean;
  onToggle: (on: boolean) => void;
}>;

function InstanceRow({ instance, last, chosen, onToggle }: RowProps) {
  const { t } = useWords();
  return (
    <div className={styles.instance}>
      <label className={styles.pick}>
        <input
          type="checkbox"
          checked={chosen}
          onChange={(event) => onToggle(event.target.checked)}
        />
        <span className={styles.name}>
          {instance.name}
          <span className={styles.quiet}>
            {instance.host}
            {instance.own && ` · ${t('calls.choose.own')}`}
          </span>
        </span>
      </label>
      {last ? (
        <span className={styles.last}>
          <QualityIcon quality={last.verdict.quality} />
          {t('calls.choose.last', { quality: qualityText(t, last.verdict.quality) })}
        </span>
      ) : (
        <span className={styles.last}>{t('calls.choose.never')}</span>
      )}
      {instance.own && (
        <button
          type="button"
          aria-label={t('calls.choose.remove', { name: instance.name })}
          onClick={() => void call('echo.removeRoom', { instanceId: instance.id })}
        >
          {t('calls.choose.removeShort')}
        </button>
      )}
    </div>
  );
}

const codeField = (instanceId: string) => `accessCode ${instanceId}`;

function AccessCode({ instance }: Readonly<{ instance: InstanceView }>) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('calls.accessCode', { name: instance.name })}</label>
      <input
        id={id}
        name={codeField(instance.id)}
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
        aria-describedby={`${id}-help`}
      />
      <p id={`${id}-help`} className={styles.quiet}>
        {t('calls.accessCode.help')}
      </p>
    </div>
  );
}

/** Kept when a field is left: a call for every letter would be none the better. */
function About({ settings }: Readonly<{ settings: EchoState['settings'] }>) {
  const { t } = useWords();
  const id = useId();
  const [guestName, setGuestName] = useState(settings.guestName);
  const [place, setPlace] = useState(settings.place);
  const inReports = withoutAddresses(place);
  const keep = () =>
    void call('echo.setSettings', { guestName: guestName.trim(), place: place.trim() });
  return (
    <div className={styles.fields}>
      <div className={styles.field}>
        <label htmlFor={`${id}-name`}>{t('calls.guestName')}</label>
        <input
          id={`${id}-name`}
          name="guestName"
          value={guestName}
          maxLength={40}
          autoComplete="off"
          aria-describedby={`${id}-name-help`}
          onChange={(event) => setGuestName(event.target.value)}
          onBlur={keep}
        />
        <p id={`${id}-name-help`} className={styles.quiet}>
          {t('calls.guestName.help')}
        </p>
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-place`}>{t('calls.place')}</label>
        <input
          id={`${id}-place`}
          name="place"
          value={place}
          maxLength={80}
          autoComplete="off"
          placeholder={t('calls.place.example')}
          aria-describedby={`${id}-place-help`}
          onChange={(event) => setPlace(event.target.value)}
          onBlur={keep}
        />
        <p id={`${id}-place-help`} className={styles.quiet}>
          {t('calls.place.help')}
          {inReports !== place && ` ${t('calls.place.inReports', { place: inReports })}`}
        </p>
      </div>
    </div>
  );
}

function StartButton({ chosen }: Readonly<{ chosen: readonly InstanceView[] }>) {
  const { t } = useWords();
  const [first, second] = chosen;
  const count = chosen.length;
  const label = second
    ? t('calls.start.many', { count })
    : first
      ? t('calls.start.one', { name: first.name })
      : t('calls.start.none');
  return (
    <div className={styles.start}>
      <button type="submit" className="primary" disabled={count === 0 || count > most}>
        {label}
      </button>
      <span className={styles.quiet}>
        {count > most && t('calls.start.tooMany', { limit: most })}
        {count === 1 && t('calls.start.takes.one')}
        {count > 1 &&
          count <= most &&
          t('calls.start.takes.many', { minutes: Math.ceil(durationS(count) / 60) })}
      </span>
    </div>
  );
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
