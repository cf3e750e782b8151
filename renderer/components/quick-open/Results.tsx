import { AppWindow, Headset, Link, Server, Zap } from 'lucide-react';
import type { Hit } from '../../../shared/links/search.ts';
import { useWords } from '../../app/words.ts';
import type { Item } from './items.ts';
import styles from './QuickOpen.module.css';

const icons = { link: Link, service: Server, room: Headset, page: AppWindow, action: Zap } as const;

type Props = Readonly<{
  id: string;
  optionId: (index: number) => string;
  hits: readonly Hit<Item>[];
  /** The active one, which Enter opens. The focus stays in the field. */
  at: number;
  onPick: (hit: Hit<Item>) => void;
}>;

export function Results({ id, optionId, hits, at, onPick }: Props) {
  const { t } = useWords();
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select has no such options, and would take the focus
    <div id={id} role="listbox" aria-label={t('quickOpen.results')} className={styles.list}>
      {hits.map((hit, index) => (
        // The keys are those of the field, which keeps the focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          // By place, so that a letter changes the text of twelve rows and makes none anew.
          key={optionId(index)}
          ref={index === at ? bringIntoView : undefined}
          id={optionId(index)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={styles.option}
          onClick={() => onPick(hit)}
        >
          <Option hit={hit} />
        </div>
      ))}
    </div>
  );
}

function bringIntoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

function Option({ hit: { item, argument } }: Readonly<{ hit: Hit<Item> }>) {
  const { t } = useWords();
  const Icon = icons[item.kind];
  const [name = ''] = item.names;
  return (
    <>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      <span className={styles.name} dir="auto">
        {argument === undefined ? name : t('quickOpen.argument', { keyword: name, argument })}
      </span>
      {item.detail !== undefined && (
        <span className={`quiet ${styles.detail}`} dir="ltr">
          {item.detail}
        </span>
      )}
      <span className={`quiet ${styles.kind}`}>{t(`quickOpen.kind.${item.kind}`)}</span>
    </>
  );
}
