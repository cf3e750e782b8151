import type { KeyboardEvent } from 'react';
import { useId, useMemo, useState } from 'react';
import { partTyped } from '../../../shared/links/argument.ts';
import { typedLimit } from '../../../shared/links/ipc.ts';
import type { Hit } from '../../../shared/links/search.ts';
import { indexOf, search } from '../../../shared/links/search.ts';
import type { RailPage } from '../../../shared/pages.ts';
import type { Route } from '../../../shared/route.ts';
import { call, useSnapshot } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Dialog } from '../Dialog.tsx';
import { useLinks } from '../links-state.ts';
import { Count } from './Count.tsx';
import type { Item } from './items.ts';
import { itemsOf } from './items.ts';
import styles from './QuickOpen.module.css';
import { Results } from './Results.tsx';

type Props = Readonly<{
  pages: readonly RailPage[];
  go: (route: Route) => void;
  onClose: () => void;
}>;

const resultLimit = 12;

/** One field for links, services and pages; a combobox with a list, by the pattern of ARIA. */
export function QuickOpen({ pages, go, onClose }: Props) {
  const { t } = useWords();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const hits = useHits({ pages, go }, typed);
  const active = hits[at];
  const type = (text: string) => {
    setTyped(text);
    setAt(0);
  };
  const pick = (hit: Hit<Item>) => {
    const { item, argument } = hit;
    const { head } = partTyped(typed);
    // An argument is not kept: it may be anything.
    void call('links.picked', { id: item.id, typed: argument === undefined ? typed : head });
    onClose();
    item.run(argument);
  };
  const onKey = (event: KeyboardEvent) => {
    // Enter also ends the composition of a character, and the arrows choose one.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) setAt((at + step + hits.length) % hits.length);
    else if (event.key === 'Enter' && active) pick(active);
    else if (event.key === 'Escape' && typed !== '') type('');
    else return;
    event.preventDefault();
  };
  const optionId = (index: number) => `${listId}-${index}`;
  return (
    <Dialog title={t('quickOpen.title')} onClose={onClose}>
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is this field
        autoFocus
        type="text"
        role="combobox"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={typedLimit}
        aria-label={t('quickOpen.field')}
        aria-autocomplete="list"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={active ? optionId(at) : undefined}
        placeholder={t('quickOpen.field')}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKey}
      />
      <Results id={listId} optionId={optionId} hits={hits} at={at} onPick={pick} />
      {hits.length === 0 && (
        <p className={`quiet ${styles.none}`}>{t('quickOpen.none', { text: typed.trim() })}</p>
      )}
      <Count typed={typed} count={hits.length} />
    </Dialog>
  );
}

function useHits({ pages, go }: Pick<Props, 'pages' | 'go'>, typed: string) {
  const words = useWords();
  const nowUtcMs = useNow();
  const snapshot = useSnapshot();
  // Those of when it was opened: checks change them all the time, but not their names.
  const [services] = useState(snapshot.services);
  const [rooms] = useState(snapshot.coop?.rooms ?? []);
  const state = useLinks();
  const loaded = typeof state === 'object' ? state : undefined;
  const links = loaded?.links;
  const index = useMemo(
    () => indexOf(itemsOf(words, { links: links ?? [], services, rooms, pages, go })),
    [words, links, services, rooms, pages, go],
  );
  const picks = loaded?.picks ?? [];
  return search(index, { typed, picks, nowUtcMs, limit: resultLimit });
}
