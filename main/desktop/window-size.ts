/** The window's size: never larger than the screen has room for, which scaling by two makes small. Pure; in DIP. */
export type Size = Readonly<{ width: number; height: number }>;
export type Area = Size & Readonly<{ x: number; y: number }>;

const usual: Size = { width: 900, height: 620 };
/** As narrow as a page at 400 % zoom (WCAG 1.4.10); low enough for a scaled small screen. */
const smallest: Size = { width: 320, height: 256 };
/** What the desktop may add for the title bar: it is known only once the window is shown. */
const titleBarHeight = 40;

/**
 * `kept`: where the window was last. It opens in its size again, and in the middle of the same screen, if that is still
 * there; not at the same point, from which it would move by the height of its title bar each time on X11.
 * `workAreas`: of all screens, the primary one first.
 */
export function windowPlace(workAreas: readonly Area[], kept: Area | undefined) {
  const found = kept && workAreas.slice(1).find((area) => holds(area, middleOf(kept)));
  const size = windowSize(found ?? workAreas[0], kept);
  if (!found) return size;
  const middle = middleOf(found);
  return {
    ...size,
    x: Math.round(middle.x - size.width / 2),
    y: Math.round(middle.y - size.height / 2),
  };
}

export function windowSize(workArea: Size | undefined, wanted: Size = usual) {
  // A screen that is just leaving has no size.
  const isCredible = workArea && workArea.width > 0 && workArea.height > titleBarHeight;
  const room = isCredible
    ? { width: workArea.width, height: workArea.height - titleBarHeight }
    : usual;
  const within = (size: Size): Size => ({
    width: Math.min(size.width, room.width),
    height: Math.min(size.height, room.height),
  });
  const { width, height } = within(wanted);
  const { width: minWidth, height: minHeight } = within(smallest);
  return { width, height, minWidth, minHeight };
}

const middleOf = ({ x, y, width, height }: Area) => ({ x: x + width / 2, y: y + height / 2 });

function holds(area: Area, { x, y }: Readonly<{ x: number; y: number }>): boolean {
  return x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;
}
