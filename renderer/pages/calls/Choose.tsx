import { useState } from 'react';
import { Headset } from 'lucide-react';
import { wantsCode } from '../../../shared/echo/failure.ts';
import type { EchoState, InstanceView } from '../../../shared/echo/state.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { CompareDialog } from './CompareDialog.tsx';
import { EchoHistory } from './EchoHistory.tsx';
import { OwnRoom } from './OwnRoom.tsx';
import { SecretForms } from './SecretForms.tsx';
import { ServerCards } from './ServerCards.tsx';
import { AccessCodeField, VisitFields, codeField } from './VisitFields.tsx';
import type { Wanted } from './wanted.ts';
import { needsSecret } from './wanted.ts';
import folds from './folds.module.css';
import styles from './Choose.module.css';

type Props = Readonly<{
  state: EchoState;
  chosen: string | undefined;
  /** Ids of the servers whose service is down. */
  down: readonly string[];
  onChoose: (instanceId: string) => void;
  /** Checks microphone and speaker first. */
  onCheck: (wanted: Wanted) => void;
  onStart: (wanted: Wanted) => void;
  onShow: (resultIds: readonly string[]) => void;
}>;

/** The form for the server to test, and for the member's name and place. */
export function Choose({ state, chosen, down, onChoose, onCheck, onStart, onShow }: Props) {
  const { t } = useWords();
  const { instances, results } = state;
  const [isComparing, setIsComparing] = useState(false);
  const only = instances.find((one) => one.id === chosen);
  const last = results.find((one) => one.instance.id === chosen && !one.taken);
  const hasNone = instances.length === 0;
  const submit = async (form: FormData) => {
    if (!only) return;
    // Enter in a field submits without a blur, so the field is not saved yet.
    const guestName = text(form, 'guestName') ?? state.settings.guestName;
    const place = text(form, 'place') ?? state.settings.place;
    await call('echo.setSettings', { guestName, place }).catch(() => undefined);
    const wanted = wantedIn(form, only);
    if (form.get('only') === 'yes') onStart(wanted);
    else onCheck(wanted);
  };
  return (
    <>
      {hasNone ? (
        <EmptyState icon={Headset} text={t('calls.noInstances')} />
      ) : (
        <form className={styles.form} action={(form) => void submit(form)}>
          <ServerCards state={state} chosen={chosen} down={down} onChoose={onChoose} />
          {only && wantsCode(last?.failure) && <AccessCodeField instance={only} />}
          <div className="row">
            <button type="submit" className="primary" aria-describedby="calls-takes">
              {t('calls.check.title')}
            </button>
            <button type="submit" name="only" value="yes">
              {t('calls.start.only')}
            </button>
            {instances.length > 1 && (
              <button type="button" className="ghost" onClick={() => setIsComparing(true)}>
                {t('calls.start.compare')}
              </button>
            )}
            <p id="calls-takes" className={`quiet small ${styles.takes}`}>
              {t('calls.explain')}
            </p>
          </div>
          <Disclosure summary={t('calls.options')}>
            <div className={styles.options}>
              <VisitFields settings={state.settings} />
              {only?.api !== undefined && only.hasRoom && (
                <label className={styles.check}>
                  <input type="checkbox" name="withSecret" />
                  {t('calls.withSecret', { name: only.name })}
                </label>
              )}
            </div>
          </Disclosure>
        </form>
      )}
      <Folds state={state} onShow={onShow} />
      {isComparing && (
        <CompareDialog
          instances={instances}
          onClose={() => setIsComparing(false)}
          onStart={(instanceIds) =>
            onStart({ instanceIds: [...instanceIds], accessCodes: [], withSecret: false })
          }
        />
      )}
    </>
  );
}

/** What is seldom needed. */
function Folds({ state: { instances, results }, onShow }: Pick<Props, 'state' | 'onShow'>) {
  const { t } = useWords();
  const count = results.length;
  return (
    <div className={folds.folds}>
      <Disclosure summary={t(count > 0 ? 'calls.history.count' : 'calls.history', { count })}>
        <EchoHistory results={results} onShow={onShow} />
      </Disclosure>
      <Disclosure summary={t('calls.room.title')} open={instances.length === 0}>
        <OwnRoom />
      </Disclosure>
      {instances.some((one) => one.api) && (
        <Disclosure summary={t('calls.secret.title')}>
          <SecretForms instances={instances} />
        </Disclosure>
      )}
    </div>
  );
}

function wantedIn(form: FormData, only: InstanceView): Wanted {
  const code = text(form, codeField(only.id));
  return {
    instanceIds: [only.id],
    accessCodes: code ? [{ instanceId: only.id, code }] : [],
    withSecret: form.get('withSecret') === 'on' || needsSecret([only]),
  };
}

/** Undefined while the field is folded away. */
function text(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : undefined;
}
