/** Pictures of a window or a screen that the member chooses. They pass through memory only. */
import type { DesktopCapturerSource, NativeImage, WebContents } from 'electron';
import { BrowserWindow, desktopCapturer, screen, systemPreferences } from 'electron';
import type { Source } from '../../shared/feedback/ipc.ts';
import type { Clock } from '../platform/clock.ts';

type Picture = Uint8Array<ArrayBuffer>;

export type Screens = Readonly<{
  /** Screens first. Empty where this desktop lets no program look. */
  sources: () => Promise<Source[]>;
  /**
   * A whole picture, as PNG: of that source, or of the screen. `which` where there are several screens and none is
   * named; undefined when there is no picture to be had.
   */
  capture: (sourceId: string | undefined) => Promise<Picture | 'which' | undefined>;
}>;

const thumbnailPx = { width: 280, height: 180 };
const most = 40;
/** No desktop says when a hidden window is really gone from the screen: compositors fade it out. In ms. */
const stepAsideMs = 400;

export function createScreens(
  parts: Readonly<{ clock: Clock; contents: () => WebContents | undefined }>,
): Screens {
  const ownWindow = () => {
    const contents = parts.contents();
    return (contents && BrowserWindow.fromWebContents(contents)) ?? undefined;
  };

  /** Our own window would stand before what the member wants to show. */
  const withoutUs = async <T>(work: () => Promise<T>): Promise<T> => {
    const window = ownWindow();
    window?.hide();
    await new Promise<void>((resolve) => parts.clock.after(stepAsideMs, resolve));
    try {
      return await work();
    } finally {
      window?.show();
    }
  };

  return {
    sources: async () => {
      if (!mayLook()) return [];
      const own = ownWindow()?.getMediaSourceId();
      const types: ('screen' | 'window')[] = ['screen', 'window'];
      const found = await desktopCapturer.getSources({ types, thumbnailSize: thumbnailPx });
      return found
        .filter((one) => one.id !== own && !one.thumbnail.isEmpty())
        .toSorted((a, b) => Number(isScreen(b.id)) - Number(isScreen(a.id)))
        .slice(0, most)
        .map(sourceView);
    },
    capture: async (sourceId) => {
      if (!mayLook()) return undefined;
      if (sourceId !== undefined && !isScreen(sourceId)) return picture('window', sourceId);
      if (sourceId === undefined && (await screenCount()) > 1) return 'which';
      return withoutUs(() => picture('screen', sourceId));
    },
  };
}

/** On Wayland each look would make the desktop ask anew, whichever way the member chose; see docs/feedback.md. */
function mayLook(): boolean {
  if (process.platform === 'linux') {
    return process.env['XDG_SESSION_TYPE'] !== 'wayland' && !process.env['WAYLAND_DISPLAY'];
  }
  if (process.platform !== 'darwin') return true;
  return !['denied', 'restricted'].includes(systemPreferences.getMediaAccessStatus('screen'));
}

/** As they can be chosen from, without a picture of any. */
async function screenCount(): Promise<number> {
  const thumbnailSize = { width: 0, height: 0 };
  return (await desktopCapturer.getSources({ types: ['screen'], thumbnailSize })).length;
}

async function picture(
  type: 'screen' | 'window',
  sourceId: string | undefined,
): Promise<Picture | undefined> {
  const found = await desktopCapturer.getSources({ types: [type], thumbnailSize: largest() });
  const image = found.find(({ id }) => sourceId === undefined || id === sourceId)?.thumbnail;
  return image && !image.isEmpty() ? bytesOf(image) : undefined;
}

/** In pixels: no window or screen is larger, and none is made larger than it is. */
function largest(): { width: number; height: number } {
  const all = screen.getAllDisplays();
  const widest = (side: 'width' | 'height') =>
    Math.max(...all.map(({ size, scaleFactor }) => Math.ceil(size[side] * scaleFactor)));
  return { width: widest('width'), height: widest('height') };
}

function sourceView({ id, name, thumbnail }: DesktopCapturerSource): Source {
  return { id, name: name.slice(0, 120), isScreen: isScreen(id), thumbnail: bytesOf(thumbnail) };
}

function isScreen(sourceId: string): boolean {
  return sourceId.startsWith('screen:');
}

/** A copy: what Electron hands out is a view into a larger piece of memory. */
function bytesOf(image: NativeImage): Picture {
  return Uint8Array.from(image.toPNG());
}
