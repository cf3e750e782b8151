import { useState } from 'react';
import type { CalendarView } from '../../../shared/calendar/state.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import type { AddressAttempt } from '../../components/AddressForm.tsx';
import { AddressForm } from '../../components/AddressForm.tsx';
import { Confirm } from '../../components/Confirm.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import styles from './OwnCalendars.module.css';

type Props = Readonly<{ calendars: readonly CalendarView[] }>;

/** Private calendars that the co-op names, and whose address the member has yet to paste. */
export function AwaitedAddresses({ calendars }: Props) {
  const { t } = useWords();
  const submit = useSubmit();
  return calendars
    .filter(({ isPrivate, host }) => isPrivate && host === undefined)
    .map(({ id, name }) => (
      <AddressForm
        key={id}
        label={t('calendar.address.label', { name })}
        help={t('calendar.address.help')}
        placeholder="https://"
        submitLabel={t('calendar.address.save')}
        busyLabel={t('calendar.address.saving')}
        onSubmit={(typed) => submit(typed, id)}
      />
    ));
}

/** Calendars whose address the member has pasted, and a field for another. */
export function OwnCalendars({ calendars }: Props) {
  const { t } = useWords();
  const submit = useSubmit();
  return (
    <Disclosure summary={<h2>{t('calendar.own')}</h2>}>
      <div className={styles.own}>
        <PastedList
          calendars={calendars.filter(({ isPrivate, host }) => isPrivate && host !== undefined)}
        />
        <AddressForm
          label={t('calendar.own.label')}
          help={t('calendar.own.help')}
          placeholder="https://"
          submitLabel={t('calendar.own.add')}
          busyLabel={t('calendar.own.adding')}
          onSubmit={(typed) => submit(typed)}
        />
      </div>
    </Disclosure>
  );
}

/** A kept address leaves the field: it is not shown again. */
function useSubmit() {
  const { t } = useWords();
  return async (typed: string, id?: string): Promise<AddressAttempt> => {
    const address = typed.trim();
    const payload = { address, ...(id === undefined ? {} : { id }) };
    const fault = await call('calendar.setAddress', payload).catch(() => 'internal' as const);
    if (fault) return { address, error: t(`calendar.address.${fault}`) };
    return {
      address: '',
      done: t(id === undefined ? 'calendar.own.added' : 'calendar.address.saved'),
    };
  };
}

function PastedList({ calendars }: Props) {
  const { t } = useWords();
  const [asked, setAsked] = useState<CalendarView>();
  const [error, setError] = useState<string>();
  const remove = async ({ id }: CalendarView) => {
    setAsked(undefined);
    const fault = await call('calendar.removeAddress', { id }).catch(() => 'internal' as const);
    setError(fault && t(`calendar.address.${fault}`));
  };
  return (
    <>
      {calendars.length > 0 && (
        <ul>
          {calendars.map((calendar) => (
            <li key={calendar.id} className={styles.pasted}>
              <span className={styles.name}>
                <bdi>{calendar.name}</bdi>{' '}
                <span className="quiet small">
                  {t('calendar.address.at', { host: calendar.host ?? '' })}
                </span>
              </span>
              <button
                type="button"
                className="ghost"
                aria-haspopup="dialog"
                aria-label={t('calendar.remove.of', { name: calendar.name })}
                onClick={() => setAsked(calendar)}
              >
                {t('calendar.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ErrorLine>{error}</ErrorLine>
      {asked && (
        <Confirm
          title={t('calendar.remove.title', { name: asked.name })}
          text={t('calendar.remove.text')}
          action={t('calendar.remove')}
          onAction={() => void remove(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
