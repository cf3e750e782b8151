import { useEffect, useRef, useState } from 'react';

type Items = Readonly<{
  items: readonly Readonly<{ id: string; unread: boolean }>[];
  unread: number;
}>;

/**
 * Marks items as read while the window is visible. Returns the ids of those that were unread, to be highlighted until
 * the component unmounts.
 */
export function useFresh({ items, unread }: Items, markRead: () => void): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(markRead);
  useEffect(() => {
    latest.current = markRead;
  });
  useEffect(() => {
    const read = () => {
      if (unread === 0 || document.hidden) return;
      const ids = items.filter((one) => one.unread).map((one) => one.id);
      setFresh((before) => new Set([...before, ...ids]));
      latest.current();
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [items, unread]);
  return fresh;
}
