import type { NoticeText } from '../../../shared/wording/sentences.ts';

export type NoticeButton = Readonly<{ label: string; onClick: () => void }>;

export type NoticeOptions = Readonly<{
  replaces: boolean;
  onClick: () => void;
  /** macOS and Windows only; what a click opens offers the same actions. */
  buttons?: readonly NoticeButton[];
}>;

export type Notifications = Readonly<{
  /** `replaces`: replaces the previous one. Returns the function that withdraws it. */
  show: (text: NoticeText, options: NoticeOptions) => () => void;
  dispose: () => void;
}>;
