import type { NoticeText } from '../../../shared/wording/sentences.ts';

export type NoticeButton = Readonly<{ label: string; onClick: () => void }>;

export type NoticeOptions = Readonly<{
  replaces: boolean;
  onClick: () => void;
  /** On macOS and Windows: what they do is also found behind the click. */
  buttons?: readonly NoticeButton[];
}>;

export type Notifications = Readonly<{
  /** `replaces`: takes the place of the one shown before. Returns the function that takes it back. */
  show: (text: NoticeText, options: NoticeOptions) => () => void;
  dispose: () => void;
}>;
