/** The window's size: never larger than the screen has room for, which scaling by two makes small. Pure; in DIP. */
export type Size = Readonly<{ width: number; height: number }>;

const usual: Size = { width: 900, height: 620 };
/** As narrow as a page at 400 % zoom (WCAG 1.4.10); low enough for a scaled small screen. */
const smallest: Size = { width: 320, height: 256 };
/** What the desktop may add for the title bar: it is known only once the window is shown. */
const titleBarHeight = 40;

export function windowSize(workArea: Size) {
  const room = { width: workArea.width, height: workArea.height - titleBarHeight };
  const within = (size: Size): Size => ({
    width: Math.min(size.width, room.width),
    height: Math.min(size.height, room.height),
  });
  const { width, height } = within(usual);
  const { width: minWidth, height: minHeight } = within(smallest);
  return { width, height, minWidth, minHeight };
}
