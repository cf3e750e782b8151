/**
 * Screenshots of a window or screen that the member chooses. They stay in memory. Exposed to its users as
 * `ScreenCapture` of `main/features/host.ts`.
 */
import type { DesktopCapturerSource, NativeImage, WebContents } from 'electron';
import { BrowserWindow, desktopCapturer, screen, systemPreferences } from 'electron';
import type { Source } from '../../shared/feedback/ipc.ts';
import type { Clock } from '../platform/clock.ts';

type Picture = Uint8Array<ArrayBuffer>;

const thumbnailPx = { width: 280, height: 180 };
const sourceLimit = 40;
/** Time for a hidden window to disappear, in ms: compositors fade it out, and no desktop says when it is gone. */
const hideDelayMs = 400;

export function createScreenCapture(
  deps: Readonly<{ clock: Clock; contents: () => WebContents | undefined }>,
) {
  const ownWindow = () => {
    const contents = deps.contents();
    return (contents && BrowserWindow.fromWebContents(contents)) ?? undefined;
  };

  /** Hides our window, which would cover what the member wants to show. */
  const withoutOwnWindow = async <T>(work: () => Promise<T>): Promise<T> => {
    const window = ownWindow();
    window?.hide();
    await new Promise<void>((resolve) => deps.clock.after(hideDelayMs, resolve));
    try {
      return await work();
    } finally {
      window?.show();
    }
  };

  return {
    sources: async (): Promise<Source[]> => {
      if (!mayCapture()) return [];
      const own = ownWindow()?.getMediaSourceId();
      const types: ('screen' | 'window')[] = ['screen', 'window'];
      const found = await desktopCapturer.getSources({ types, thumbnailSize: thumbnailPx });
      return found
        .filter((one) => one.id !== own && !one.thumbnail.isEmpty())
        .toSorted((a, b) => Number(isScreen(b.id)) - Number(isScreen(a.id)))
        .slice(0, sourceLimit)
        .map(sourceView);
    },
    capture: async (sourceId: string | undefined): Promise<Picture | 'which' | undefined> => {
      if (!mayCapture()) return undefined;
      if (sourceId !== undefined && !isScreen(sourceId)) return picture('window', sourceId);
      if (sourceId === undefined && (await screenCount()) > 1) return 'which';
      return withoutOwnWindow(() => picture('screen', sourceId));
    },
  };
}

/** On Wayland every capture would prompt the member again; see docs/feedback.md. */
function mayCapture(): boolean {
  if (process.platform === 'linux') {
    return process.env['XDG_SESSION_TYPE'] !== 'wayland' && !process.env['WAYLAND_DISPLAY'];
  }
  if (process.platform !== 'darwin') return true;
  return !['denied', 'restricted'].includes(systemPreferences.getMediaAccessStatus('screen'));
}

/** Counts capturable screens without taking pictures. */
async function screenCount(): Promise<number> {
  const thumbnailSize = { width: 0, height: 0 };
  return (await desktopCapturer.getSources({ types: ['screen'], thumbnailSize })).length;
}

async function picture(
  type: 'screen' | 'window',
  sourceId: string | undefined,
): Promise<Picture | undefined> {
  const found = await desktopCapturer.getSources({ types: [type], thumbnailSize: largestSize() });
  const image = found.find(({ id }) => sourceId === undefined || id === sourceId)?.thumbnail;
  return image && !image.isEmpty() ? bytesOf(image) : undefined;
}

/** In pixels, at least as large as any window or screen; pictures are not scaled up. */
function largestSize(): { width: number; height: number } {
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

/** Copied, because Electron returns a view into a larger buffer. */
function bytesOf(image: NativeImage): Picture {
  return Uint8Array.from(image.toPNG());
}
