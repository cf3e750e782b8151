/** Pictures as pixels. The original stays in the page's memory; only the cropped, covered, redrawn copy leaves it. */
import { pictureLimitBytes, pictureLimitPx } from '../../../shared/feedback/picture.ts';
import type { PictureFault } from '../../../shared/feedback/picture.ts';
import type { Edit, Rect } from '../../../shared/feedback/rectangles.ts';

/** Larger files are refused without decoding. */
const fileLimitBytes = 60 * 1024 * 1024;
/** Tried in this order until the file is small enough. */
const scales = [1, 0.75, 0.5, 0.35];

/** Decodes a PNG or JPEG. */
export async function readPicture(file: Blob): Promise<ImageBitmap | PictureFault> {
  if (file.size > fileLimitBytes) return 'too-large';
  const image = await createImageBitmap(file).catch(() => undefined);
  if (!image) return 'not-a-picture';
  return Math.max(image.width, image.height) > pictureLimitPx ? 'too-large' : image;
}

export function pictureOf(png: Uint8Array): Blob {
  return new Blob([Uint8Array.from(png)], { type: 'image/png' });
}

/** The edited picture as a PNG without metadata. Undefined if it cannot be made small enough. */
export async function encodeEdited(
  image: ImageBitmap,
  edit: Edit,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  for (const scale of scales) {
    const canvas = document.createElement('canvas');
    drawResult(canvas, image, edit, scale);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob && blob.size <= pictureLimitBytes) return new Uint8Array(await blob.arrayBuffer());
  }
  return undefined;
}

function drawResult(
  canvas: HTMLCanvasElement,
  image: ImageBitmap,
  { crop, covers }: Edit,
  scale: number,
): void {
  canvas.width = Math.max(1, Math.round(crop.width * scale));
  canvas.height = Math.max(1, Math.round(crop.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return;
  // An opaque background, so that no pixel is transparent.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(canvas.width / crop.width, canvas.height / crop.height);
  pen.translate(-crop.x, -crop.y);
  pen.drawImage(image, 0, 0);
  cover(pen, covers);
}

/** For the editor: the whole picture, with the cropped area grey. */
export function drawEdited(canvas: HTMLCanvasElement, image: ImageBitmap, edit: Edit): void {
  canvas.width = image.width;
  canvas.height = image.height;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.drawImage(image, 0, 0);
  cover(pen, edit.covers);
  const { x, y, width, height } = edit.crop;
  pen.fillStyle = 'rgb(128 128 128 / 75%)';
  pen.beginPath();
  pen.rect(0, 0, image.width, image.height);
  pen.rect(x, y, width, height);
  pen.fill('evenodd');
}

export function drawWhole(canvas: HTMLCanvasElement, image: ImageBitmap): void {
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
}

function cover(pen: CanvasRenderingContext2D, covers: readonly Rect[]): void {
  pen.fillStyle = '#000';
  for (const { x, y, width, height } of covers) pen.fillRect(x, y, width, height);
}
