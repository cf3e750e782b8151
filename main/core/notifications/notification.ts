import type { Standing } from '../../../shared/standing.ts';
import type { NoticeText } from '../../../shared/wording/sentences.ts';

export type NoticeButton = Readonly<{ label: string; onClick: () => void }>;

/** A notification that was shown, or waits to be. */
export type ShownNotice = Readonly<{
  /** Takes it off the screen. Does nothing once it was clicked, put away or replaced. */
  withdraw: () => void;
}>;

export type NoticeOptions = Readonly<{
  /** The new one takes its place on the screen. */
  replaces?: ShownNotice | undefined;
  onClick: () => void;
  /** What a click does, for desktops that show a button for it; to open the app, if left out. */
  clickLabel?: string;
  /** At most three; some desktops show none, so what a click opens offers the same. */
  buttons?: readonly NoticeButton[];
  /** It stays until the member puts it away, if left out. */
  standing?: Standing | undefined;
}>;

export type Notifications = Readonly<{
  show: (text: NoticeText, options: NoticeOptions) => ShownNotice;
  dispose: () => void;
}>;
