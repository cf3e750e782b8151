import { useState } from 'react';
import type { ReactNode, RefObject } from 'react';

type Props = Readonly<{
  summary: ReactNode;
  /** Its line, for whoever moves the focus there. */
  line?: RefObject<HTMLElement | null>;
  /** Open at first; what turns true later opens it again. */
  open?: boolean;
  className?: string | undefined;
  children: ReactNode;
}>;

/** Unfolds what is seldom needed; its content is rendered only while open. */
export function Disclosure({ summary, line, open = false, className, children }: Props) {
  const [isOpen, setOpen] = useState(open);
  const [last, setLast] = useState(open);
  if (open !== last) {
    setLast(open);
    if (open) setOpen(true);
  }
  return (
    <details
      className={className}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary ref={line}>{summary}</summary>
      {isOpen && children}
    </details>
  );
}
