import { useState } from 'react';
import type { ReactNode } from 'react';

type Props = Readonly<{
  summary: ReactNode;
  /** Open at first. */
  open?: boolean;
  className?: string | undefined;
  children: ReactNode;
}>;

/** Unfolds what is seldom needed; its content is rendered only while open. */
export function Disclosure({ summary, open = false, className, children }: Props) {
  const [isOpen, setOpen] = useState(open);
  return (
    <details
      className={className}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{summary}</summary>
      {isOpen && children}
    </details>
  );
}
