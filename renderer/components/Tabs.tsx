import type { KeyboardEvent, ReactNode } from 'react';
import { useId, useRef } from 'react';
import { Badge } from './Badge.tsx';
import styles from './Tabs.module.css';

export type Tab<T extends string> = Readonly<{
  id: T;
  label: string;
  /** How much is new there, in words. */
  badge?: string | undefined;
  content: ReactNode;
  /** Stays in the page while another tab is shown, for what the member has typed there. */
  keeps?: boolean;
}>;

type Props<T extends string> = Readonly<{
  label: string;
  tabs: readonly Tab<T>[];
  chosen: T;
  onChoose: (id: T) => void;
  className?: string | undefined;
}>;

/** Tabs with their panels. The arrows, Home and End move between the tabs and show them at once. */
export function Tabs<T extends string>({ label, tabs, chosen, onChoose, className }: Props<T>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent) => {
    const at = nextTab(
      event.key,
      tabs.findIndex((one) => one.id === chosen),
      tabs.length,
    );
    const next = tabs[at];
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus();
  };
  return (
    <>
      <div ref={list} role="tablist" aria-label={label} className={styles.list}>
        {tabs.map((one) => (
          <button
            key={one.id}
            id={`${id}-${one.id}`}
            type="button"
            role="tab"
            className={styles.tab}
            aria-selected={one.id === chosen}
            aria-controls={`${id}-${one.id}-panel`}
            tabIndex={one.id === chosen ? 0 : -1}
            onClick={() => onChoose(one.id)}
            onKeyDown={press}
          >
            {one.label}
            {one.badge && (
              <>
                {' '}
                <Badge>{one.badge}</Badge>
              </>
            )}
          </button>
        ))}
      </div>
      {tabs.map((one) => (
        <div
          key={one.id}
          id={`${id}-${one.id}-panel`}
          role="tabpanel"
          className={className}
          aria-labelledby={`${id}-${one.id}`}
          hidden={one.id !== chosen}
        >
          {(one.id === chosen || one.keeps) && one.content}
        </div>
      ))}
    </>
  );
}

function nextTab(key: string, at: number, count: number): number {
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = document.documentElement.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (at + 1) % count;
  if (key === back) return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}
