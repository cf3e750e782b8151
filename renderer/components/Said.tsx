import type { ReactNode } from 'react';

type Props = Readonly<{
  /** The name first, then what is seen of it otherwise, such as a state that an icon shows. */
  words: readonly (string | undefined)[];
  /** What is seen instead. */
  children: ReactNode;
}>;

/**
 * The words of a control or a heading for screen readers, in one piece: hidden ones beside those that are seen would be
 * joined to them with a blank before the comma.
 */
export function Said({ words, children }: Props) {
  return (
    <>
      <span className="unseen">{words.filter((one) => one !== undefined).join(', ')}</span>
      <span className="seen" aria-hidden="true">
        {children}
      </span>
    </>
  );
}
