import { useEffect, useRef, useState } from 'react';
import type { DirectoryError } from '../../../shared/coop/directory-error.ts';
import { directorySentence } from '../../../shared/wording/sentences.ts';
import type { AddressAttempt } from '../AddressForm.tsx';
import { AddressForm } from '../AddressForm.tsx';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import styles from './JoinForm.module.css';
import { NothingThere } from './NothingThere.tsx';

type Props = Readonly<{
  source?: string | undefined;
  takesFocus?: boolean;
}>;

/** Answers at an address that has no document yet: nothing, or the site's own page. */
const nothingThere: readonly DirectoryError['code'][] = ['not-found', 'not-json'];

/** Joins a co-op, or moves to another one. */
export function JoinForm({ source: initial, takesFocus = false }: Props) {
  const { t } = useWords();
  const form = useRef<HTMLDivElement>(null);
  const [emptyAt, setEmptyAt] = useState<string>();
  useEffect(() => {
    if (takesFocus) form.current?.querySelector('input')?.focus();
  }, [takesFocus]);
  const join = async (source: string): Promise<AddressAttempt> => {
    setEmptyAt(undefined);
    const result = await call('coop.join', { source });
    if (result.joined) return { address: source };
    const { error } = result;
    if (nothingThere.includes(error.code)) setEmptyAt(source);
    return { address: source, error: directorySentence(t, error, source) };
  };
  return (
    <div ref={form} className={styles.form}>
      <AddressForm
        label={t('join.label')}
        help={t('join.help')}
        initial={initial}
        submitLabel={t('join.submit')}
        busyLabel={t('join.busy')}
        primary
        onSubmit={join}
      />
      {emptyAt !== undefined && <NothingThere source={emptyAt} />}
    </div>
  );
}
